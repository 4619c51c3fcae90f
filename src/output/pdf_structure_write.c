#include "base/utf8.h"
#include "output/pdf_element.h"
#include "output/pdf_role.h"

static bool
is_live(const pdf_structure *s, const pdf_element *e)
{
    if (e->is_document || pdf_role_lookup(e->role)->is_kept_empty)
        return true;
    for (size_t i = 0; i < e->kids.n; i++) {
        const pdf_kid *kid = &e->kids.at[i];
        if (kid->kind == PDF_KID_MARK ||
            (kid->kind == PDF_KID_ELEMENT && !kid->element->is_dropped) ||
            (kid->kind == PDF_KID_ANNOTATION &&
             s->links.at[kid->number].annotation != 0))
            return true;
    }
    return false;
}

/* Elements that came to hold nothing are left out; kids come after their
 * parents, so one pass from the end settles all. */
static void
drop_empty(pdf_structure *s, pdf_file *file)
{
    for (size_t i = s->elements.n; i-- > 0;)
        s->elements.at[i]->is_dropped = !is_live(s, s->elements.at[i]);
    for (size_t i = 0; i < s->elements.n; i++)
        if (!s->elements.at[i]->is_dropped)
            s->elements.at[i]->ref = pdf_file_reserve(file);
}

static void
add_kid(slice_builder *b, const pdf_structure *s, const pdf_element *e,
        const pdf_kid *kid, const pdf_ref *pages)
{
    switch (kid->kind) {
    case PDF_KID_ELEMENT:
        pdf_add_ref(b, kid->element->ref);
        return;
    case PDF_KID_MARK:
        if (kid->page == e->page)
            pdf_add_integer(b, kid->number);
        else
            builder_printf(b, "<</Type/MCR/Pg %u 0 R/MCID %u>>",
                           pages[kid->page], kid->number);
        return;
    case PDF_KID_ANNOTATION:
        builder_printf(b, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>",
                       pages[kid->page],
                       s->links.at[kid->number].annotation);
        return;
    }
}

static bool
is_kid_dropped(const pdf_structure *s, const pdf_kid *kid)
{
    return (kid->kind == PDF_KID_ELEMENT && kid->element->is_dropped) ||
           (kid->kind == PDF_KID_ANNOTATION &&
            s->links.at[kid->number].annotation == 0);
}

static void
add_kids(slice_builder *b, const pdf_structure *s, const pdf_element *e,
         const pdf_ref *pages)
{
    builder_add_text(b, "/K[");
    bool is_first = true;
    for (size_t i = 0; i < e->kids.n; i++) {
        if (is_kid_dropped(s, &e->kids.at[i]))
            continue;
        if (!is_first)
            builder_add_text(b, " ");
        add_kid(b, s, e, &e->kids.at[i], pages);
        is_first = false;
    }
    builder_add_text(b, "]");
}

static void
add_figure(slice_builder *b, const pdf_element *e)
{
    slice alt = pdf_element_text(e);
    builder_add_text(b, "/Alt");
    pdf_add_text(b, alt.len > 0 ? alt : SLICE_OF("图"));
    if (rect_is_empty(e->box))
        return;
    builder_add_text(b, "/A<</O/Layout/Placement/Block/BBox[");
    pdf_milli left = pdf_milli_of(e->box.x), low = pdf_milli_of(e->box.y);
    pdf_add_point(b, left, low);
    pdf_add_point(b, left + pdf_milli_of(e->box.w),
                  low + pdf_milli_of(e->box.h));
    builder_add_text(b, "]>>");
}

/* ISO 14289-1 7.5: header cells say what they head. */
static void
add_cell(slice_builder *b, const pdf_element *e)
{
    bool is_header = e->role == ROLE_TH;
    if (!is_header && e->columns <= 1)
        return;
    builder_add_text(b, "/A<</O/Table");
    if (is_header)
        builder_add_text(b, e->is_row_header ? "/Scope/Row" : "/Scope/Column");
    if (e->columns > 1)
        builder_printf(b, "/ColSpan %d", e->columns);
    if (e->rows > 1)
        builder_printf(b, "/RowSpan %d", e->rows);
    builder_add_text(b, ">>");
}

static bool
is_bullet(slice label)
{
    static const char bullets[] = "•·●○■□◆◇▪▲△★☆‣※–—-*";
    size_t at = 0;
    utf8_next(label, &at);
    slice first = slice_cut(label, 0, at);
    return slice_find(slice_from(bullets), first) < sizeof bullets - 1;
}

/* The first label tells how a list is numbered (14.8.5.5); PDF has no name
 * for 一、二、三, which count like any decimal. */
static void
add_list(slice_builder *b, const pdf_element *list)
{
    if (list->first_label == NULL)
        return;
    slice label = builder_slice(&list->first_label->text);
    if (label.len > 0)
        builder_printf(b, "/A<</O/List/ListNumbering/%s>>",
                       is_bullet(label) ? "Disc" : "Decimal");
}

static void
add_attributes(slice_builder *b, const pdf_element *e)
{
    if (e->is_document)
        return;
    if (e->role == ROLE_FIGURE)
        add_figure(b, e);
    else if (e->role == ROLE_TH || e->role == ROLE_TD)
        add_cell(b, e);
    else if (e->role == ROLE_LIST)
        add_list(b, e);
    else if (e->role == ROLE_NOTE) /* ISO 14289-1 7.9: notes need an ID */
        builder_printf(b, "/ID(note%08u)", e->ref);
}

/* A link that leads nowhere is a mere span. */
static const char *
type_of(const pdf_element *e)
{
    if (e->is_document)
        return "Document";
    if (e->role == ROLE_LINK && !e->has_annotation)
        return "Span";
    return pdf_element_tag(e);
}

static void
write_elements(const pdf_structure *s, pdf_file *file, pdf_ref root,
               const pdf_ref *pages)
{
    slice_builder b = {.arena = s->arena};
    for (size_t i = 0; i < s->elements.n; i++) {
        const pdf_element *e = s->elements.at[i];
        if (e->is_dropped)
            continue;
        b.len = 0;
        builder_add_text(&b, "<</S/");
        builder_add_text(&b, type_of(e));
        builder_add_text(&b, "/P ");
        pdf_add_ref(&b, e->parent == NULL ? root : e->parent->ref);
        if (e->page != NO_PAGE) {
            builder_add_text(&b, "/Pg ");
            pdf_add_ref(&b, pages[e->page]);
        }
        add_attributes(&b, e);
        add_kids(&b, s, e, pages);
        builder_add_text(&b, ">>");
        pdf_file_object(file, e->ref, builder_slice(&b));
    }
}

/* From a page's marked-content numbers, and from link annotations, back to
 * their elements (14.7.4.4). */
static pdf_ref
write_parents(const pdf_structure *s, pdf_file *file)
{
    slice_builder b = {.arena = s->arena};
    builder_add_text(&b, "<</Nums[");
    for (size_t page = 0; page < s->pages.n; page++) {
        builder_printf(&b, "%zu[", page);
        for (size_t i = 0; i < s->pages.at[page].n; i++) {
            builder_add_text(&b, i > 0 ? " " : "");
            pdf_add_ref(&b, s->pages.at[page].at[i]->ref);
        }
        builder_add_text(&b, "]");
    }
    for (size_t i = 0; i < s->links.n; i++)
        if (s->links.at[i].annotation != 0)
            builder_printf(&b, " %zu %u 0 R", s->pages.n + i,
                           s->links.at[i].element->ref);
    builder_add_text(&b, "]>>");
    pdf_ref ref = pdf_file_reserve(file);
    pdf_file_object(file, ref, builder_slice(&b));
    return ref;
}

/* Empty when no element has an ID. Names rise with object numbers. */
static slice
identified(const pdf_structure *s)
{
    slice_builder b = {.arena = s->arena};
    for (size_t i = 0; i < s->elements.n; i++) {
        const pdf_element *e = s->elements.at[i];
        if (e->role == ROLE_NOTE && !e->is_dropped)
            builder_printf(&b, "(note%08u)%u 0 R", e->ref, e->ref);
    }
    return builder_slice(&b);
}

size_t
pdf_structure_unnamed(const pdf_structure *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->elements.n; i++)
        n += s->elements.at[i]->role == ROLE_FIGURE &&
             s->elements.at[i]->alt.len == 0;
    return n;
}

pdf_ref
pdf_structure_write(pdf_structure *s, pdf_file *file, const pdf_ref *pages)
{
    pdf_ref root = pdf_file_reserve(file);
    drop_empty(s, file);
    write_elements(s, file, root, pages);
    slice_builder b = {.arena = s->arena};
    builder_add_text(&b, "<</Type/StructTreeRoot/K[");
    pdf_add_ref(&b, s->document->ref);
    builder_add_text(&b, "]/ParentTree ");
    pdf_add_ref(&b, write_parents(s, file));
    builder_printf(&b, "/ParentTreeNextKey %zu", s->pages.n + s->links.n);
    slice names = identified(s);
    if (names.len > 0) {
        builder_add_text(&b, "/IDTree<</Names[");
        builder_add(&b, names);
        builder_add_text(&b, "]>>");
    }
    builder_add_text(&b, ">>");
    pdf_file_object(file, root, builder_slice(&b));
    return root;
}
