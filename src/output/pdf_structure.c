#include "output/pdf_structure.h"

#include "output/pdf_element.h"
#include "output/pdf_role.h"

static void
remember_label(pdf_element *label)
{
    pdf_element *list = label->parent->parent;
    if (list != NULL && list->role == ROLE_LIST && list->first_label == NULL)
        list->first_label = label;
}

static pdf_element *
element_new(pdf_structure *s, pdf_element *parent, display_role role)
{
    pdf_element *e = ARENA_NEW(s->arena, pdf_element);
    e->role = role;
    e->parent = parent;
    e->page = NO_PAGE;
    e->text.arena = s->arena;
    ARRAY_PUSH(s->arena, &s->elements, e);
    if (parent != NULL) {
        pdf_kid kid = {.kind = PDF_KID_ELEMENT, .element = e};
        ARRAY_PUSH(s->arena, &parent->kids, kid);
    }
    if (role == ROLE_LABEL)
        remember_label(e);
    return e;
}

pdf_structure *
pdf_structure_new(arena *a)
{
    pdf_structure *s = ARENA_NEW(a, pdf_structure);
    s->arena = a;
    s->document = element_new(s, NULL, ROLE_SECTION);
    s->document->is_document = true;
    ARRAY_PUSH(a, &s->open, (open_group){.element = s->document});
    return s;
}

void
pdf_structure_page(pdf_structure *s, size_t page)
{
    s->open.n = 1;
    s->open.at[0].implied = NULL;
    s->page = page;
    ARRAY_PUSH(s->arena, &s->pages, (page_marks){0});
}

static jb_rect
flipped(jb_rect box, jb_len page_height)
{
    box.y = page_height - box.y - box.h;
    return box;
}

/* The element that an earlier page began, or NULL. */
static pdf_element *
continued(const pdf_structure *s, const display_group *group)
{
    if (group->element == 0)
        return NULL;
    pdf_element *e = s->numbered[group->element % NUMBERED_CHAINS];
    while (e != NULL &&
           (e->number != group->element || e->role != group->role))
        e = e->next;
    return e;
}

static pdf_element *
element_from_group(pdf_structure *s, pdf_element *parent,
                   const display_group *group, jb_len page_height)
{
    pdf_element *e = continued(s, group);
    if (e != NULL)
        return e;
    e = element_new(s, parent, group->role);
    e->number = group->element;
    e->alt = group->alt;
    if (e->alt.len == 0 && group->role == ROLE_FIGURE)
        e->alt = group->title;
    e->columns = group->columns;
    e->rows = group->rows;
    e->is_row_header = group->is_row_header;
    if (!rect_is_empty(group->bounds))
        e->box = flipped(group->bounds, page_height);
    if (e->number != 0) {
        pdf_element **chain = &s->numbered[e->number % NUMBERED_CHAINS];
        e->next = *chain;
        *chain = e;
    }
    return e;
}

void
pdf_structure_begin(pdf_structure *s, const display_group *group,
                    jb_len page_height)
{
    open_group *outer = ARRAY_LAST(&s->open);
    open_group next = {.element = outer->element,
                       .is_artifact = outer->is_artifact ||
                                      group->role == ROLE_ARTIFACT,
                       .is_graphic = outer->is_graphic,
                       .artifact = outer->artifact};
    if (group->role == ROLE_ARTIFACT && !outer->is_artifact)
        next.artifact = group->artifact;
    const pdf_role *role = pdf_role_lookup(group->role);
    if (role->name != NULL && !next.is_artifact) {
        outer->implied = NULL;
        next.element =
            element_from_group(s, outer->element, group, page_height);
        next.is_graphic = outer->is_graphic || role->is_graphic;
    }
    ARRAY_PUSH(s->arena, &s->open, next);
}

void
pdf_structure_end(pdf_structure *s)
{
    if (s->open.n > 1)
        s->open.n--;
}

pdf_element *
pdf_structure_owner(pdf_structure *s, pdf_matter matter)
{
    open_group *top = ARRAY_LAST(&s->open);
    if (top->is_artifact || (matter == PDF_MATTER_SHAPE && !top->is_graphic))
        return NULL;
    const pdf_role *role = pdf_role_lookup(top->element->role);
    if (!role->wraps_text)
        return top->element;
    if (top->implied == NULL)
        top->implied = element_new(s, top->element, role->wrapper);
    return top->implied;
}

display_artifact
pdf_structure_artifact(const pdf_structure *s)
{
    return ARRAY_LAST(&s->open)->artifact;
}

pdf_element *
pdf_structure_figure(pdf_structure *s, slice alt, jb_rect box,
                     jb_len page_height)
{
    open_group *top = ARRAY_LAST(&s->open);
    if (top->is_artifact)
        return NULL;
    if (top->is_graphic)
        return top->element;
    if (alt.len == 0)
        return NULL;
    top->implied = NULL;
    pdf_element *e = element_new(s, top->element, ROLE_FIGURE);
    e->alt = alt;
    e->box = flipped(box, page_height);
    return e;
}

uint32_t
pdf_structure_mark(pdf_structure *s, pdf_element *e)
{
    page_marks *marks = ARRAY_LAST(&s->pages);
    pdf_kid kid = {.kind = PDF_KID_MARK, .page = s->page,
                   .number = (uint32_t)marks->n};
    ARRAY_PUSH(s->arena, marks, e);
    ARRAY_PUSH(s->arena, &e->kids, kid);
    if (e->page == NO_PAGE)
        e->page = s->page;
    return kid.number;
}

const char *
pdf_element_tag(const pdf_element *e)
{
    return pdf_role_lookup(e->role)->name;
}

/* Nested elements say their text to all that hold them. */
void
pdf_element_read(pdf_element *e, slice text)
{
    for (; e != NULL; e = e->parent)
        if (e->role == ROLE_LINK || e->role == ROLE_LABEL ||
            (e->role == ROLE_FIGURE && e->alt.len == 0))
            builder_add(&e->text, text);
}

slice
pdf_element_text(const pdf_element *e)
{
    return e->alt.len > 0 ? e->alt : (slice){e->text.at, e->text.len};
}

pdf_element *
pdf_structure_link(pdf_structure *s, size_t *key)
{
    pdf_element *e = ARRAY_LAST(&s->open)->element;
    while (e != NULL && e->role != ROLE_LINK)
        e = e->parent;
    if (e == NULL)
        e = element_new(s, ARRAY_LAST(&s->open)->element, ROLE_LINK);
    *key = s->links.n;
    pdf_kid kid = {.kind = PDF_KID_ANNOTATION, .page = s->page,
                   .number = (uint32_t)*key};
    ARRAY_PUSH(s->arena, &e->kids, kid);
    ARRAY_PUSH(s->arena, &s->links, ((pdf_link_owner){.element = e}));
    if (e->page == NO_PAGE)
        e->page = s->page;
    return e;
}

void
pdf_structure_annotate(pdf_structure *s, size_t key, pdf_ref annotation)
{
    s->links.at[key].annotation = annotation;
    s->links.at[key].element->has_annotation = true;
}
