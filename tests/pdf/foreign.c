/* Writes PDF files that are not ours, for `jianbao inspect`: set by Pango and
 * drawn by Cairo, or of pixels alone.
 *
 *   foreign KIND OUT.pdf
 *
 * KIND: text (a page as Pango justifies it), ragged (as it does not), lines
 * (as told, with faults), scan (a picture of a page), official (a page that looks like an official
 * document, of other dimensions), empty (no page has anything). */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define SIZE 15.75
#define LEFT 79.37
#define TOP 104.88
#define MEASURE (28 * SIZE)
#define FACE "Noto Serif CJK SC"

#define SENTENCE                                                             \
    "全市科技型中小企业达到两千六百七十一家，同比增长百分之二百五十一，增幅" \
    "居全省第一位；技术合同成交额达到六十二亿元，其中规划项目占一半以上。"

#define FIGURES "全市科技型中小企业2671家，增长251%，居全省第1位。"

static PangoLayout *
layout_new(cairo_t *cr, const char *text, double size)
{
    PangoLayout *layout = pango_cairo_create_layout(cr);
    PangoFontDescription *font = pango_font_description_from_string(FACE);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, -1);
    pango_font_description_free(font);
    return layout;
}

static void
draw_line(cairo_t *cr, const char *text, double size, double y)
{
    PangoLayout *layout = layout_new(cr, text, size);
    cairo_move_to(cr, LEFT, y);
    pango_cairo_show_layout_line(cr, pango_layout_get_line(layout, 0));
    g_object_unref(layout);
}

static void
prose(cairo_t *cr, const char *told, gboolean is_justified)
{
    PangoLayout *layout = layout_new(cr, told, SIZE);
    pango_layout_set_width(layout, (int)(MEASURE * PANGO_SCALE));
    pango_layout_set_justify(layout, is_justified);
    pango_layout_set_spacing(layout, 6 * PANGO_SCALE);
    cairo_move_to(cr, LEFT, TOP);
    pango_cairo_show_layout(cr, layout);
    cairo_show_page(cr);
    g_object_unref(layout);
}

static void
text(cairo_t *cr)
{
    prose(cr, "　　" SENTENCE SENTENCE SENTENCE SENTENCE, TRUE);
}

static void
ragged(cairo_t *cr)
{
    prose(cr, SENTENCE FIGURES SENTENCE FIGURES SENTENCE FIGURES, FALSE);
}

/* Lines of 28 characters: one starts with a comma, one ends with an opening
 * bracket, a number is parted. */
static void
lines(cairo_t *cr)
{
    static const char *const told[] = {
        "全市科技型中小企业达到两千六百七十一家同比增长百分之二百五",
        "，增幅居全省第一位技术合同成交额达到六十二亿元其中规划项（",
        "目占一半以上预计全年新认定高新技术企业两百家以上年末达12",
        "34家左右超额完成年度目标任务为建设现代化强市提供有力支撑推",
        "动各项工作再上新台阶取得新的更大成绩全市上下齐心协力共同努",
        "力。",
    };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        draw_line(cr, told[i], SIZE, TOP + (double)i * 29);
    cairo_show_page(cr);
}

static void
official(cairo_t *cr)
{
    cairo_set_source_rgb(cr, 0.9, 0, 0.07);
    draw_line(cr, "云溪市统计局文件", 44, 230);
    cairo_rectangle(cr, LEFT, 330, 400, 1);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    for (int i = 0; i < 12; i++)
        draw_line(cr, "全市科技型中小企业达到两千六百七十一家同比增长百分之二百",
                  SIZE, 420 + i * 26.0);
    cairo_show_page(cr);
}

static void
scan(cairo_t *cr)
{
    cairo_surface_t *pixels =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, 595, 842);
    cairo_t *on = cairo_create(pixels);
    cairo_set_source_rgb(on, 1, 1, 1);
    cairo_paint(on);
    cairo_set_source_rgb(on, 0, 0, 0);
    draw_line(on, "这一页只有像素", SIZE, TOP);
    cairo_destroy(on);
    cairo_set_source_surface(cr, pixels, 0, 0);
    cairo_paint(cr);
    cairo_show_page(cr);
    cairo_surface_destroy(pixels);
}

static void
empty(cairo_t *cr)
{
    cairo_show_page(cr);
}

int
main(int n, char **words)
{
    static const struct {
        const char *name;
        void (*draw)(cairo_t *cr);
    } kinds[] = {{"text", text},         {"ragged", ragged},
                 {"lines", lines},       {"official", official},
                 {"scan", scan},         {"empty", empty}};
    if (n < 3)
        return 2;
    cairo_surface_t *pdf = cairo_pdf_surface_create(words[2], 595.28, 841.89);
    cairo_t *cr = cairo_create(pdf);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(words[1], kinds[i].name) == 0)
            kinds[i].draw(cr);
    cairo_destroy(cr);
    cairo_surface_finish(pdf);
    int status = cairo_surface_status(pdf) != CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(pdf);
    return status;
}
