#include "output/pdf_canvas.h"

#define OPAQUE ((pdf_opacity){255, 255})

static void
add(pdf_canvas *c, const char *text)
{
    builder_add_text(&c->out, text);
}

pdf_canvas *
pdf_canvas_new(arena *a, pdf_resources *resources, pdf_structure *structure,
               jb_len height)
{
    pdf_canvas *c = ARENA_NEW(a, pdf_canvas);
    c->arena = a;
    c->out.arena = a;
    c->resources = resources;
    c->structure = structure;
    c->page_height = height;
    /* ISO 32000-1 table 52: the state in which a page begins. */
    c->now.fill = c->now.stroke = COLOUR_RGB(0);
    c->now.opacity = OPAQUE;
    c->now.width = 1000;
    return c;
}

void
pdf_canvas_end_text(pdf_canvas *c)
{
    if (c->is_text)
        add(c, "ET\n");
    c->is_text = false;
}

static void
end_mark(pdf_canvas *c)
{
    pdf_canvas_end_text(c);
    if (c->is_marked)
        add(c, "EMC\n");
    c->is_marked = false;
}

/* ISO 14289-1 7.8: running heads and feet are pagination. */
static void
begin_artifact(pdf_canvas *c, display_artifact kind)
{
    static const char *const marks[] = {
        [ARTIFACT_LAYOUT] = "/Artifact BMC\n",
        [ARTIFACT_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header"
                            "/Attached[/Top]>>BDC\n",
        [ARTIFACT_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer"
                            "/Attached[/Bottom]>>BDC\n",
    };
    c->artifact = kind;
    add(c, marks[kind]);
}

void
pdf_canvas_mark(pdf_canvas *c, pdf_element *element)
{
    display_artifact artifact = pdf_structure_artifact(c->structure);
    if (c->is_marked && c->marked == element &&
        (element != NULL || c->artifact == artifact))
        return;
    end_mark(c);
    c->is_marked = true;
    c->marked = element;
    if (element == NULL) {
        begin_artifact(c, artifact);
        return;
    }
    add(c, "/");
    add(c, pdf_element_tag(element));
    add(c, "<</MCID ");
    pdf_add_integer(&c->out, pdf_structure_mark(c->structure, element));
    add(c, ">>BDC\n");
}

slice
pdf_canvas_finish(pdf_canvas *c)
{
    end_mark(c);
    while (c->saved.n > 0)
        pdf_canvas_restore(c);
    return builder_slice(&c->out);
}

void
pdf_canvas_save(pdf_canvas *c)
{
    pdf_canvas_end_text(c);
    ARRAY_PUSH(c->arena, &c->saved, c->now);
    add(c, "q\n");
}

void
pdf_canvas_restore(pdf_canvas *c)
{
    if (c->saved.n == 0)
        return;
    pdf_canvas_end_text(c);
    c->now = c->saved.at[--c->saved.n];
    add(c, "Q\n");
}

pdf_milli
pdf_canvas_x(const pdf_canvas *c, jb_len x)
{
    (void)c;
    return pdf_milli_of(x);
}

pdf_milli
pdf_canvas_y(const pdf_canvas *c, jb_len y)
{
    return pdf_milli_of(c->page_height) - pdf_milli_of(y);
}

/* A 255th as a decimal that rounds back to the same. */
static void
add_255th(slice_builder *b, uint8_t value)
{
    pdf_add_milli(b, (value * 2000 + 255) / 510);
    builder_add_text(b, " ");
}

/* Neutral colours as DeviceGray: a printer sets them in black ink alone. */
static void
add_colour(pdf_canvas *c, jb_colour colour, const char *grey, const char *rgb)
{
    bool is_grey = colour.r == colour.g && colour.g == colour.b;
    add_255th(&c->out, colour.r);
    if (!is_grey) {
        add_255th(&c->out, colour.g);
        add_255th(&c->out, colour.b);
    }
    add(c, is_grey ? grey : rgb);
}

static bool
is_same_colour(jb_colour a, jb_colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

static size_t
opacity_index(pdf_resources *r, pdf_opacity o)
{
    for (size_t i = 0; i < r->opacities.n; i++)
        if (r->opacities.at[i].fill == o.fill &&
            r->opacities.at[i].stroke == o.stroke)
            return i;
    ARRAY_PUSH(r->arena, &r->opacities, o);
    return r->opacities.n - 1;
}

static void
use_opacity(pdf_canvas *c, pdf_opacity o)
{
    if (c->now.opacity.fill == o.fill && c->now.opacity.stroke == o.stroke)
        return;
    add(c, "/G");
    pdf_add_integer(&c->out, (int64_t)opacity_index(c->resources, o));
    add(c, " gs\n");
    c->now.opacity = o;
}

void
pdf_canvas_fill(pdf_canvas *c, jb_colour colour)
{
    use_opacity(c, (pdf_opacity){colour.a, c->now.opacity.stroke});
    if (is_same_colour(c->now.fill, colour))
        return;
    add_colour(c, colour, "g\n", "rg\n");
    c->now.fill = colour;
}

static void
use_dash(pdf_canvas *c, const jb_len dash[4])
{
    if (memcmp(c->now.dash, dash, sizeof c->now.dash) == 0)
        return;
    memcpy(c->now.dash, dash, sizeof c->now.dash);
    int64_t total = 0;
    size_t n = 0;
    for (size_t i = 0; i < 4; i++) {
        total += len_max(dash[i], 0);
        n = dash[i] > 0 ? (i | 1) + 1 : n;
    }
    add(c, "[");
    for (size_t i = 0; i < n && total > 0; i++) {
        add(c, i > 0 ? " " : "");
        pdf_add_milli(&c->out, pdf_milli_of(len_max(dash[i], 0)));
    }
    add(c, "]0 d\n");
}

static void
use_number(pdf_canvas *c, int64_t value, const char *op)
{
    pdf_add_integer(&c->out, value);
    add(c, op);
}

void
pdf_canvas_stroke(pdf_canvas *c, const jb_paint *p)
{
    use_opacity(c, (pdf_opacity){c->now.opacity.fill, p->stroke.a});
    if (!is_same_colour(c->now.stroke, p->stroke))
        add_colour(c, p->stroke, "G\n", "RG\n");
    c->now.stroke = p->stroke;
    pdf_milli width = pdf_milli_of(len_max(p->width, 0));
    if (c->now.width != width) {
        pdf_add_milli(&c->out, width);
        add(c, " w\n");
    }
    c->now.width = width;
    if (c->now.cap != p->cap)
        use_number(c, p->cap, " J\n");
    c->now.cap = p->cap;
    if (c->now.join != p->join)
        use_number(c, p->join, " j\n");
    c->now.join = p->join;
    use_dash(c, p->dash);
}

static void
add_point(pdf_canvas *c, jb_point p)
{
    pdf_add_point(&c->out, pdf_canvas_x(c, p.x), pdf_canvas_y(c, p.y));
}

/* True when the path is one rectangle along the axes, closed. */
static bool
is_rectangle(const jb_path *path)
{
    static const uint8_t shape[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                    PATH_CLOSE};
    if (path->ops.n != sizeof shape ||
        memcmp(path->ops.at, shape, sizeof shape) != 0)
        return false;
    const jb_point *p = path->points.at;
    return p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y &&
           p[3].x == p[0].x;
}

static void
add_rectangle(pdf_canvas *c, jb_point from, jb_point to)
{
    pdf_milli x = pdf_canvas_x(c, from.x), y = pdf_canvas_y(c, from.y);
    pdf_add_point(&c->out, x, y);
    pdf_add_point(&c->out, pdf_canvas_x(c, to.x) - x,
                  pdf_canvas_y(c, to.y) - y);
    add(c, "re\n");
}

void
pdf_canvas_path(pdf_canvas *c, const jb_path *path)
{
    static const char *const operators[PATH_OP_COUNT] = {
        [PATH_MOVE] = "m\n", [PATH_LINE] = "l\n", [PATH_CURVE] = "c\n",
        [PATH_CLOSE] = "h\n"};
    static const size_t n_points[PATH_OP_COUNT] = {
        [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3};
    const jb_point *p = path->points.at;
    if (is_rectangle(path)) {
        add_rectangle(c, p[0], p[2]);
        return;
    }
    for (size_t i = 0; i < path->ops.n; i++) {
        path_op op = (path_op)path->ops.at[i];
        for (size_t k = 0; k < n_points[op]; k++)
            add_point(c, *p++);
        add(c, operators[op]);
    }
}

static void
add_opacities(const pdf_resources *r, slice_builder *b)
{
    for (size_t i = 0; i < r->opacities.n; i++) {
        builder_printf(b, "/G%zu<</ca ", i);
        add_255th(b, r->opacities.at[i].fill);
        builder_add_text(b, "/CA ");
        add_255th(b, r->opacities.at[i].stroke);
        builder_add_text(b, ">>");
    }
}

pdf_ref
pdf_resources_write(pdf_resources *r, pdf_file *file)
{
    slice_builder b = {.arena = r->arena};
    builder_add_text(&b, "<</Font<<");
    pdf_fonts_write(&r->fonts, file, &b);
    builder_add_text(&b, ">>/XObject<<");
    pdf_images_write(&r->images, file, &b);
    builder_add_text(&b, ">>/ExtGState<<");
    add_opacities(r, &b);
    builder_add_text(&b, ">>>>");
    pdf_ref ref = pdf_file_reserve(file);
    pdf_file_object(file, ref, builder_slice(&b));
    return ref;
}
