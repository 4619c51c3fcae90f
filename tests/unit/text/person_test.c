/* person, book: which Han are taken for persons' names, and how lines part
 * names and titles in 《》 by each style. */
#include "fixture.h"

#include <string.h>

#include "text/atom.h"
#include "text/penalty.h"
#include "text/person.h"

/* [sure] and {likely} names; written before the rules that find them were
 * tried on them, or taken from what they got wrong. */
static const char *const FOUND[] = {
    "市委副书记、市长[查俊]主持召开市长碰头会，市领导[叶林]、[秦良骥]参加",
    "州委副书记、市委书记[余胜祥]主持会议并讲话。",
    "今天{张三}在北京表示，{李四}和{王五}已经到会。",
    "[张三]、[李四]、{王五}等三人获得奖励。",
    "市科技局局长[陈明远]介绍了情况，副局长[赵晓燕]主持。",
    "{欧阳修}是北宋文学家。",
    "全国劳动模范[刘建军]同志的先进事迹感动了大家。",
    "任命{周国平}为市统计局局长，免去{吴晓东}的职务。",
    "联系人：[孙丽华] 电话：0377-63123456",
    "[钱学森]获得“两弹一星功勋奖章”。",
    "引进许为钢、{谯仕彦}等院士团队",
    "国家统计局高级统计师{董莉娟}分析说",
    "（记者[任沁沁]、熊丰）",
};

static const char *const NONE[] = {
    "上半年，全市农林牧渔业总产值41.6亿元，高新技术产业加快发展。",
    "金融支持力度加大，方面政策明显，高度重视，任务完成。",
    "长了 17 万亿元，541 余亿元，江苏、浙江、安徽三省领先。",
    "按照第（三）项规定，水利局、文旅局分别上报。",
    "一张三居室的照片，关于时间安排的通知，马上何时开始。",
    "全年固定资产投资增长，夏粮、秋粮、常住人口、石油加工业。",
    "石家庄至太原铁路，方便群众，余额增长，温度升高，成果丰硕。",
    "汤类食品、车用汽油、房地产开发、计划执行、施工合同。",
};

static text_atoms
atoms_of(const fixture *f, arena *a, slice text, const text_options *options)
{
    text_span *span = ARENA_NEW(a, text_span);
    *span = (text_span){.text = text, .size = EM, .role = f->song};
    text_context c = {a, a, f->typesetter, options, f->diags};
    text_atoms t;
    atoms_from_spans(&c, span, 1, &t);
    return t;
}

static slice
shown(const fixture *f, arena *a, slice text)
{
    text_options options = TEXT_OPTIONS;
    text_atoms t = atoms_of(f, a, text, &options);
    person_keep(&t, NAMES_AVOID, true);
    slice_builder out = {.arena = a};
    for (size_t i = 0; i < t.n; i++) {
        int32_t here = t.at[i].penalty;
        int32_t next = i + 1 < t.n ? t.at[i + 1].penalty : 0;
        if (here == 0 && next > 0)
            builder_add_text(&out, next == PENALTY_PERSON ? "[" : "{");
        builder_add(&out, slice_cut(t.text, t.at[i].byte,
                                    t.at[i].byte + t.at[i].bytes));
        if (here > 0 && next == 0)
            builder_add_text(&out, here == PENALTY_PERSON ? "]" : "}");
    }
    return builder_slice(&out);
}

static slice
without(arena *a, slice text, const char *signs)
{
    slice_builder out = {.arena = a};
    for (size_t i = 0; i < text.len; i++)
        if (strchr(signs, text.at[i]) == NULL)
            builder_add(&out, slice_cut(text, i, i + 1));
    return builder_slice(&out);
}

static void
names_are_told_by_what_is_beside_them(void **state)
{
    for (size_t i = 0; i < sizeof FOUND / sizeof *FOUND; i++) {
        arena *a = arena_new();
        slice row = slice_from(FOUND[i]);
        slice found = shown(*state, a, without(a, row, "[]{}"));
        if (!slice_equal(found, row))
            fail_msg("%.*s, not %s", SLICE_ARGS(found), FOUND[i]);
        arena_drop(a);
    }
}

static void
words_are_no_names(void **state)
{
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        arena *a = arena_new();
        slice found = shown(*state, a, slice_from(NONE[i]));
        if (!slice_equal(found, slice_from(NONE[i])))
            fail_msg("%.*s", SLICE_ARGS(found));
        arena_drop(a);
    }
}

/* Paragraphs with something at every place, at many measures: how often lines
 * start inside it, by style. */
typedef struct sample {
    const char *before, *text, *behind;
    /* in bytes: words begin at these places and at all multiples beyond */
    size_t first_word, each_word;
} sample;

typedef struct tally {
    int parted; /* anywhere in it */
    int torn;   /* of these, not where a word begins */
} tally;

static const char *const FILLS[] = {
    "全市规模以上工业增加值增长，", "会议强调，各县区要抓好落实，",
    "完成投资12.5亿元，比上年增长8.1%，", "创新主体不断壮大，",
};

static void
add_to_tally(tally *sum, const jb_paragraph *p, size_t first,
             const sample *s)
{
    size_t last = first + strlen(s->text);
    for (size_t i = 1; i < p->n_lines; i++) {
        size_t start = p->lines[i].first;
        if (start <= first || start >= last)
            continue;
        size_t at = start - first;
        sum->parted++;
        sum->torn += at < s->first_word || at % s->each_word != 0;
    }
}

static void
tally_up(const fixture *f, const sample *s, text_options options,
         tally *sum)
{
    for (size_t k = 0; k < 104; k++) {
        arena *a = arena_new();
        slice_builder text = {.arena = a};
        for (size_t i = 0; i < 1 + k % 4; i++)
            builder_add_text(&text, FILLS[(k / 4 + i) % 4]);
        builder_add_text(&text, s->before);
        size_t first = text.len;
        builder_add_text(&text, s->text);
        builder_add_text(&text, s->behind);
        options.measure = (jb_len)(24 + k % 13) * EM;
        jb_paragraph *p = set_text(f, a, builder_slice(&text), &options);
        add_to_tally(sum, p, first, s);
        arena_drop(a);
    }
}

static const sample NAMES[] = {
    {"市长", "李明", "主持会议并讲话。", 1, 100},
    {"市长", "王建国", "主持会议并讲话。", 1, 100},
    {"，", "欧阳修", "出席会议并讲话。", 1, 100},
    {"，", "约翰·史密斯", "出席会议并讲话。", 1, 100},
};

static void
names_are_parted_by_style(void **state)
{
    tally by[3] = {0};
    for (text_names how = NAMES_FREE; how <= NAMES_KEEP; how++)
        for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
            text_options options = TEXT_OPTIONS;
            options.names = how;
            tally_up(*state, &NAMES[i], options, &by[how]);
        }
    assert_true(by[NAMES_FREE].parted > 10);
    if (by[NAMES_AVOID].parted * 3 >= by[NAMES_FREE].parted)
        fail_msg("%d of %d", by[NAMES_AVOID].parted, by[NAMES_FREE].parted);
    assert_int_equal(by[NAMES_KEEP].parted, 0);
}

static void
tally_titles(const fixture *f, const sample *title, tally by[3])
{
    for (text_titles how = TITLES_FREE; how <= TITLES_KEEP; how++) {
        text_options options = TEXT_OPTIONS;
        options.titles = how;
        tally_up(f, title, options, &by[how]);
    }
}

/* Free, a line may start anywhere in a title; by words, rather with a word;
 * kept, with nothing else. */
static void
long_titles_are_parted_between_words(void **state)
{
    static const sample title = {
        "市政府印发《", "高新技术企业培育发展三年行动计划",
        "》，对全年工作作出安排。", 12, 6};
    tally by[3] = {0};
    tally_titles(*state, &title, by);
    assert_true(by[TITLES_FREE].torn > 10);
    if (by[TITLES_WORDS].torn * 3 >= by[TITLES_FREE].torn * 2)
        fail_msg("%d of %d", by[TITLES_WORDS].torn, by[TITLES_FREE].torn);
    assert_int_equal(by[TITLES_KEEP].torn, 0);
    assert_true(by[TITLES_KEEP].parted > 10);
}

static void
short_titles_are_kept(void **state)
{
    static const sample title = {"贯彻落实《", "安全生产法", "》，严格执法。",
                                 12, 6};
    tally by[3] = {0};
    tally_titles(*state, &title, by);
    assert_true(by[TITLES_FREE].parted > 10);
    if (by[TITLES_WORDS].parted * 4 >= by[TITLES_FREE].parted * 3)
        fail_msg("%d of %d", by[TITLES_WORDS].parted,
                 by[TITLES_FREE].parted);
    assert_int_equal(by[TITLES_KEEP].parted, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_told_by_what_is_beside_them),
        cmocka_unit_test(words_are_no_names),
        cmocka_unit_test(names_are_parted_by_style),
        cmocka_unit_test(long_titles_are_parted_between_words),
        cmocka_unit_test(short_titles_are_kept),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
