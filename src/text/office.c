#include "text/office.h"

#include "text/han_set.h"

#define OFFICE_LEAST 3 /* Han of a name */
#define OFFICE_MOST 30

/* What names of agencies end with. */
static bool
ends_office(uint32_t code)
{
    /* 会 关 办 厅 台 司 团 处 委 室 局 府 所 社 组 署 联 行 部 院 */
    static const uint16_t codes[] = {
        0x4F1A, 0x5173, 0x529E, 0x5385, 0x53F0, 0x53F8, 0x56E2, 0x5904,
        0x59D4, 0x5BA4, 0x5C40, 0x5E9C, 0x6240, 0x793E, 0x7EC4, 0x7F72,
        0x8054, 0x884C, 0x90E8, 0x9662};
    return han_set_has(codes, sizeof codes / sizeof *codes, code);
}

/* White and 、 part names. */
static bool
parts_names(const text_atom *atom)
{
    return atom->kind == CHARACTER_SPACE || atom->code == 0x3001;
}

/* Where 关于 stands, or nothing does that could be of a name. */
static size_t
names_end(const text_atoms *t)
{
    size_t i = 0;
    while (i < t->n && (t->at[i].kind == CHARACTER_HAN ||
                        parts_names(&t->at[i]))) {
        if (i + 1 < t->n && t->at[i].code == 0x5173 &&
            t->at[i + 1].code == 0x4E8E)
            return i;
        i++;
    }
    return i;
}

static void
keep_name(text_atoms *t, size_t first, size_t end, int32_t cost)
{
    size_t n = end - first;
    if (n < OFFICE_LEAST || n > OFFICE_MOST ||
        !ends_office(t->at[end - 1].code))
        return;
    for (size_t i = first + 1; i < end; i++)
        atom_discourage(&t->at[i], cost);
}

/* 转发市教育局等|部门, 等|十部门: those that are not named, with the last that is. */
static void
keep_others(text_atoms *t, int32_t cost)
{
    /* 一 七 三 两 九 二 五 八 六 十 单 四 机 部 */
    static const uint16_t codes[] = {
        0x4E00, 0x4E03, 0x4E09, 0x4E24, 0x4E5D, 0x4E8C, 0x4E94, 0x516B,
        0x516D, 0x5341, 0x5355, 0x56DB, 0x673A, 0x90E8};
    for (size_t i = 1; i + 1 < t->n; i++) {
        const text_atom *next = &t->at[i + 1];
        bool counts = next->kind == CHARACTER_DIGIT ||
                      han_set_has(codes, sizeof codes / sizeof *codes,
                                next->code);
        if (t->at[i].code != 0x7B49 || !counts) /* 等 */
            continue;
        atom_discourage(&t->at[i], cost);
        atom_discourage(&t->at[i + 1], cost);
    }
}

void
office_keep(text_atoms *t, int32_t cost)
{
    size_t end = names_end(t);
    for (size_t i = 0; i < end; i++) {
        size_t first = i;
        while (i < end && !parts_names(&t->at[i]))
            i++;
        keep_name(t, first, i, cost);
    }
    keep_others(t, cost);
}
