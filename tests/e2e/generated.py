"""Metrics files with generated figures, one chart of each kind: generated.py
FOLDER SEEDS. For each it prints "file kind layout theme size format"."""
import os
import random
import sys

HAN = ("地区生产总值规模以上工业增加固定资产投社会消费品零售总额一般公共预算收入"
       "进出口高新技术企业新能源汽车量居民人均可支配城镇农村粮食用电实际使外金融")
LATIN = ["GDP", "R&D", "5G", "AI", "CPI", "（#）", "“双创”", "A股"]
KINDS = ("growth compare target series multiples trend parts combo "
         "contribution peers ranking").split()
SIZES = "440ptx270pt 640x400 400x300 800x600 460ptx380pt".split()
THEMES = "print grey slide-light slide-dark".split()


class Sheet:
    def __init__(self, seed):
        self.r = r = random.Random(seed)
        self.shape = r.choice("mixed mixed mixed ties ties equal zero negative "
                              "wide wide missing one".split())
        self.n = 1 if self.shape == "one" else r.choice([2, 3, 5, 6, 9, 14])
        self.lengths = r.choice([(1, 4), (4, 9), (4, 12), (10, 25),
                                 (60, 60)])
        self.units = r.choice([["亿元"], ["家"], ["元"], ["%"],
                               ["亿元", "家"], ["亿元", "万元"]])
        self.magnitude = r.choice([-3, 0, 1, 2, 3, 5, 8, 13])
        self.scale = max(0, min(4, 3 - self.magnitude))

    def name(self, low, high):
        n, s = self.r.randint(low, high), ""
        while len(s) < n:
            s += (self.r.choice(LATIN) if self.r.random() < .06
                  else self.r.choice(HAN))
        return s[:n]

    def value(self, unit):
        if self.shape == "zero":
            return 0.0
        m = self.magnitude
        if self.shape == "wide":
            m = self.r.choice([-3, 0, 3, 6, 9])
        x = self.r.uniform(.1, 1) * 10 ** m
        if self.shape in ("ties", "equal"):
            x = 10 ** m * (5 if self.shape == "equal"
                           else self.r.choice([1, 2]))
        if self.shape == "negative" or (self.shape in ("mixed", "wide") and
                                        self.r.random() < .2):
            x = -x
        return max(-99, min(99, x)) if unit == "%" else x

    def text(self, x):
        s = f"{x:.{self.scale}f}"
        return s[1:] if s.startswith("-") and float(s) == 0 else s

    def parts(self, value):
        whole = int(self.text(value).replace(".", ""))
        n = self.r.choice([2, 3, 4, 6])
        each = [whole // n] * n
        each[-1] += whole - sum(each)
        names = set()
        while len(names) < n:
            names.add(self.name(2, 8))
        digits = [str(v).rjust(self.scale + 1, "0") for v in each]
        if self.scale:
            digits = [d[:-self.scale] + "." + d[-self.scale:] for d in digits]
        return ", ".join(f'"{a}": {b}'
                         for a, b in zip(sorted(names), digits))

    def metric(self, i, name):
        r, unit = self.r, self.r.choice(self.units)
        lines = [f"  m{i}:", f'    名称: "{name}"', f'    单位: "{unit}"']
        value = self.value(unit)
        if self.shape == "missing" or r.random() < .05:
            return lines + ["    同比: 不可比"]
        lines.append(f'    本期: "{self.text(value)}"')
        if r.random() < .92:
            lines.append(f'    上年同期: "{self.text(self.value(unit))}"')
        if r.random() < .1:
            lines.append("    状态: " + r.choice(["预计", "快报"]))
        past = ", ".join(f"{y}: {self.text(self.value(unit))}"
                         for y in range(2018, 2023) if r.random() < .9)
        if past:
            lines.append(f"    历年: {{{past}}}")
        if value > 0 and r.random() < .8:
            aim = abs(self.value(unit)) + 10 ** -self.scale
            lines.append(f'    目标: "{self.text(aim)}"')
        if i > 0 and r.random() < .8:
            n = r.choice([5, 18, 31, 120])
            lines.append(f"    位次: 全省第{r.randint(1, n)}/{n}")
        if float(self.text(value)) > 0 and r.random() < .8:
            lines.append(f"    其中: {{{self.parts(value)}}}")
        if i == 0:
            others = ", ".join(f"外地{j}: {self.text(self.value(unit))}"
                               for j in range(r.choice([1, 3, 10, 17])))
            lines.append(f"    同类: {{{others}}}")
        return lines


def write(folder, seed):
    sheet = Sheet(seed)
    r, names = sheet.r, []
    while len(names) < sheet.n:
        name = sheet.name(*sheet.lengths)
        names.append(name if name not in names else name + str(len(names)))
    lines = [f"标题: 生成的数{seed}", "发布单位: 云溪市统计局",
             "日期: 2025-07-20", "时期: 2024", "虚构: 是", "指标:"]
    for i, name in enumerate(names):
        lines += sheet.metric(i, name)
    for kind in KINDS:
        n = {"peers": 1, "trend": min(6, sheet.n)}.get(kind, sheet.n)
        ids = ", ".join(f"m{i}" for i in range(n))
        path = os.path.join(folder, f"{seed}-{kind}.yaml")
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join(lines + [
                "图表:", f"  {kind}: {{类型: {kind}, 指标: [{ids}]}}", ""]))
        theme = r.choice(THEMES)
        print(path, kind, "slide" if "slide" in theme else "briefing",
              theme, r.choice(SIZES),
              r.choice(["png", "png", "png", "svg", "pdf"]))


for seed in range(1, int(sys.argv[2]) + 1):
    write(sys.argv[1], seed)
