#include "display/turn.h"

static jb_point
turned(jb_point p, jb_point at)
{
    return (jb_point){at.x + p.y, at.y - p.x};
}

static jb_rect
rect_turned(jb_rect r, jb_point at)
{
    if (rect_is_empty(r))
        return r;
    return (jb_rect){at.x + r.y, at.y - r.x - r.w, r.h, r.w};
}

static jb_path
path_turned(arena *a, const jb_path *path, jb_point at)
{
    jb_path copy = path_moved(a, path, (jb_point){0, 0});
    for (size_t i = 0; i < copy.points.n; i++)
        copy.points.at[i] = turned(copy.points.at[i], at);
    return copy;
}

static display_item
item_turned(arena *a, display_item item, jb_point at)
{
    switch (item.kind) {
    case DISPLAY_GLYPHS:
        item.run.origin = turned(item.run.origin, at);
        item.run.is_upright_rotated = true;
        break;
    case DISPLAY_PATH:
        item.shape.path = path_turned(a, &item.shape.path, at);
        break;
    case DISPLAY_CLIP_PUSH:
        item.clip = path_turned(a, &item.clip, at);
        break;
    case DISPLAY_GROUP_BEGIN:
        item.group.bounds = rect_turned(item.group.bounds, at);
        break;
    case DISPLAY_LINK:
        item.link.rect = rect_turned(item.link.rect, at);
        break;
    case DISPLAY_IMAGE:
    case DISPLAY_CLIP_POP:
    case DISPLAY_GROUP_END:
    case DISPLAY_KIND_COUNT:
        break;
    }
    return item;
}

void
display_append_turned(jb_display *d, const jb_display *from, jb_point at)
{
    jb_display copy = {.arena = d->arena};
    display_append(&copy, from, (jb_point){0, 0});
    for (size_t i = 0; i < copy.items.n; i++)
        if (copy.items.at[i].kind != DISPLAY_IMAGE)
            ARRAY_PUSH(d->arena, &d->items,
                       item_turned(d->arena, copy.items.at[i], at));
}
