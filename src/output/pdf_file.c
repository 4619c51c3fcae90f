#include "output/pdf_file.h"

#include "base/array.h"
#include "output/pdf_deflate.h"

/* Objects gathered before an object stream is written: readers unpack a
 * whole one to reach any object in it. */
#define PACKED_OBJECTS 256

typedef enum place_kind { PLACE_FREE, PLACE_OFFSET, PLACE_PACKED } place_kind;

/* Where an object is, as a cross-reference stream says it (7.5.8.3). */
typedef struct place {
    place_kind kind;
    uint32_t where; /* byte offset, or the object stream's number */
    uint32_t index; /* within the object stream */
} place;

typedef unsigned __int128 hash128;

struct pdf_file {
    arena *arena, *scratch;
    jb_sink *sink;
    pdf_deflate *deflate;
    bool is_compressed;
    ARRAY(place) places; /* by object number */
    slice_builder packed, packed_head;
    uint32_t n_packed;
    pdf_ref packed_ref;
    hash128 hash;
};

/* FNV-1a over 128 bits: names a file, guards nothing. */
static const hash128 fnv_start =
    (hash128)0x6c62272e07bb0142 << 64 | 0x62b821756295c58d;
static const hash128 fnv_prime = (hash128)1 << 88 | 0x13b;

static void
write_bytes(pdf_file *f, slice bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        f->hash = (f->hash ^ (unsigned char)bytes.at[i]) * fnv_prime;
    sink_write(f->sink, bytes);
}

static void
write_text(pdf_file *f, const char *text)
{
    write_bytes(f, slice_from(text));
}

static void
drop_scratch(void *scratch)
{
    arena_drop(scratch);
}

pdf_file *
pdf_file_new(arena *a, jb_sink *sink, bool is_compressed)
{
    pdf_file *f = ARENA_NEW(a, pdf_file);
    f->arena = a;
    f->scratch = arena_new();
    arena_defer(a, drop_scratch, f->scratch);
    f->sink = sink;
    f->is_compressed = is_compressed;
    f->deflate = pdf_deflate_new(a);
    f->hash = fnv_start;
    f->packed.arena = f->packed_head.arena = a;
    ARRAY_PUSH(a, &f->places, ((place){.index = 0xFFFF})); /* never used */
    /* Four high bytes tell transports that this is no text (7.5.2). */
    write_text(f, "%PDF-1.7\n%\xE5\xB7\xA5\xE7\n");
    return f;
}

pdf_ref
pdf_file_reserve(pdf_file *f)
{
    ARRAY_PUSH(f->arena, &f->places, (place){0});
    return (pdf_ref)(f->places.n - 1);
}

static void
write_stream(pdf_file *f, const pdf_stream *s)
{
    arena_mark mark = arena_mark_now(f->scratch);
    slice_builder head = {.arena = f->scratch};
    bool is_deflated = s->deflated.at != NULL;
    slice bytes = is_deflated ? s->deflated : s->bytes;
    f->places.at[s->ref] =
        (place){PLACE_OFFSET, (uint32_t)sink_offset(f->sink), 0};
    pdf_add_integer(&head, s->ref);
    builder_add_text(&head, " 0 obj\n<<");
    builder_add(&head, s->entries);
    if (is_deflated)
        builder_add_text(&head, "/Filter/FlateDecode");
    builder_add_text(&head, "/Length ");
    pdf_add_integer(&head, (int64_t)bytes.len);
    builder_add_text(&head, ">>stream\n");
    write_bytes(f, builder_slice(&head));
    write_bytes(f, bytes);
    /* ISO 19005-3 6.1.7.1: an end-of-line before endstream. */
    write_text(f, "\nendstream\nendobj\n");
    arena_release(f->scratch, mark);
}

/* What is ready goes into the file; with `waits`, all of it. */
static void
write_ready(pdf_file *f, bool waits)
{
    for (const pdf_stream *s;
         (s = pdf_deflate_take(f->deflate, waits)) != NULL;)
        write_stream(f, s);
}

/* All streams take the same way, so that their order in the file is that of
 * the calls and not of the clock. */
static void
put_stream(pdf_file *f, const pdf_stream *s)
{
    pdf_deflate_put(f->deflate, s);
    write_ready(f, false);
}

void
pdf_file_open_stream(pdf_file *f, pdf_ref ref, slice entries, slice bytes)
{
    put_stream(f, &(pdf_stream){.ref = ref, .entries = entries,
                                .bytes = bytes, .form = PDF_STREAM_OPEN});
}

void
pdf_file_stream(pdf_file *f, pdf_ref ref, slice entries, slice bytes)
{
    put_stream(f, &(pdf_stream){.ref = ref, .entries = entries,
                                .bytes = bytes,
                                .form = f->is_compressed ? PDF_STREAM_SHORTER
                                                         : PDF_STREAM_OPEN});
}

void
pdf_file_packed_stream(pdf_file *f, pdf_ref ref, slice entries, slice bytes)
{
    put_stream(f, &(pdf_stream){.ref = ref, .entries = entries,
                                .bytes = bytes, .form = PDF_STREAM_DEFLATED});
}

static void
write_packed(pdf_file *f)
{
    if (f->n_packed == 0)
        return;
    arena_mark mark = arena_mark_now(f->scratch);
    slice head = builder_slice(&f->packed_head);
    slice entries =
        slice_printf(f->scratch, "/Type/ObjStm/N %u/First %zu", f->n_packed,
                     head.len);
    slice bytes = slice_join(f->scratch, head, builder_slice(&f->packed));
    pdf_file_stream(f, f->packed_ref, entries, bytes);
    f->n_packed = 0;
    f->packed.len = f->packed_head.len = 0;
    arena_release(f->scratch, mark);
}

void
pdf_file_object(pdf_file *f, pdf_ref ref, slice body)
{
    if (f->n_packed == 0)
        f->packed_ref = pdf_file_reserve(f);
    f->places.at[ref] = (place){PLACE_PACKED, f->packed_ref, f->n_packed++};
    pdf_add_integer(&f->packed_head, ref);
    builder_add_text(&f->packed_head, " ");
    pdf_add_integer(&f->packed_head, (int64_t)f->packed.len);
    builder_add_text(&f->packed_head, "\n");
    builder_add(&f->packed, body);
    builder_add_text(&f->packed, "\n");
    if (f->n_packed == PACKED_OBJECTS)
        write_packed(f);
}

/* Rows of 1 + 4 + 2 bytes, big-endian (7.5.8.2). */
static slice
cross_references(pdf_file *f)
{
    unsigned char *rows = arena_array(f->arena, f->places.n, 7);
    for (size_t i = 0; i < f->places.n; i++) {
        const place *p = &f->places.at[i];
        unsigned char *row = rows + 7 * i;
        row[0] = (unsigned char)p->kind;
        for (int k = 0; k < 4; k++)
            row[1 + k] = (unsigned char)(p->where >> (24 - 8 * k));
        row[5] = (unsigned char)(p->index >> 8);
        row[6] = (unsigned char)p->index;
    }
    return (slice){(char *)rows, 7 * f->places.n};
}

static void
add_identifier(slice_builder *b, hash128 hash)
{
    builder_add_text(b, "<");
    for (int shift = 112; shift >= 0; shift -= 16)
        pdf_add_hex16(b, (uint32_t)(hash >> shift) & 0xFFFF);
    builder_add_text(b, ">");
}

void
pdf_file_close(pdf_file *f, pdf_ref catalog, pdf_ref information)
{
    write_packed(f);
    write_ready(f, true);
    pdf_ref own = pdf_file_reserve(f);
    size_t start = sink_offset(f->sink);
    f->places.at[own] = (place){PLACE_OFFSET, (uint32_t)start, 0};
    slice_builder entries = {.arena = f->arena};
    builder_printf(&entries, "/Type/XRef/Size %zu/W[1 4 2]", f->places.n);
    builder_printf(&entries, "/Root %u 0 R/Info %u 0 R", catalog, information);
    builder_add_text(&entries, "/ID[");
    add_identifier(&entries, f->hash);
    add_identifier(&entries, f->hash);
    builder_add_text(&entries, "]");
    pdf_file_stream(f, own, builder_slice(&entries), cross_references(f));
    write_ready(f, true);
    write_text(f, arena_printf(f->arena, "startxref\n%zu\n%%%%EOF\n", start));
}
