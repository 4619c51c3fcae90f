#include "output/pdf_deflate.h"

#include <libdeflate.h>
#include <pthread.h>

/* Level 6 of 12: above it a briefing shrinks by under 1 % for twice the
 * time. */
#define DEFLATE_LEVEL 6
/* What may wait before whoever makes streams waits too: memory is bounded. */
#define WAITING_BYTES_MAX ((size_t)4 << 20)

/* A stream in an arena of its own. */
typedef struct job {
    arena *arena;
    pdf_stream stream;
    bool is_done;
    struct job *next;
} job;

struct pdf_deflate {
    struct libdeflate_compressor *compressor;
    job *first, *last; /* not yet taken, in order */
    job *todo;         /* the first that nobody has begun */
    job *taken;
    size_t waiting; /* bytes from `first` on */
    bool is_closed;
    bool has_thread;
    pthread_t thread;
    pthread_mutex_t lock; /* of all above but the compressor */
    pthread_cond_t changed;
};

static void
deflate(struct libdeflate_compressor *c, job *j)
{
    slice bytes = j->stream.bytes;
    if (j->stream.form == PDF_STREAM_OPEN)
        return;
    size_t room = libdeflate_zlib_compress_bound(c, bytes.len);
    char *out = arena_alloc_unset(j->arena, room);
    size_t n = libdeflate_zlib_compress(c, bytes.at, bytes.len, out, room);
    if (n < bytes.len || j->stream.form == PDF_STREAM_DEFLATED)
        j->stream.deflated = (slice){out, n};
}

/* The next stream to deflate, waited for; NULL when no more will come. */
static job *
begin_next(pdf_deflate *d)
{
    pthread_mutex_lock(&d->lock);
    while (d->todo == NULL && !d->is_closed)
        pthread_cond_wait(&d->changed, &d->lock);
    job *j = d->todo;
    if (j != NULL)
        d->todo = j->next;
    pthread_mutex_unlock(&d->lock);
    return j;
}

static void
end(pdf_deflate *d, job *j)
{
    pthread_mutex_lock(&d->lock);
    j->is_done = true;
    pthread_cond_broadcast(&d->changed);
    pthread_mutex_unlock(&d->lock);
}

static void *
work(void *queue)
{
    pdf_deflate *d = queue;
    for (job *j; (j = begin_next(d)) != NULL; end(d, j))
        deflate(d->compressor, j);
    return NULL;
}

static void
drop_job(job *j)
{
    if (j != NULL)
        arena_drop(j->arena);
}

static void
close_queue(void *queue)
{
    pdf_deflate *d = queue;
    pthread_mutex_lock(&d->lock);
    d->is_closed = true;
    d->todo = NULL;
    pthread_cond_broadcast(&d->changed);
    pthread_mutex_unlock(&d->lock);
    if (d->has_thread)
        pthread_join(d->thread, NULL);
    while (d->first != NULL) {
        job *j = d->first;
        d->first = j->next;
        drop_job(j);
    }
    drop_job(d->taken);
    libdeflate_free_compressor(d->compressor);
    pthread_cond_destroy(&d->changed);
    pthread_mutex_destroy(&d->lock);
}

pdf_deflate *
pdf_deflate_new(arena *a)
{
    pdf_deflate *d = ARENA_NEW(a, pdf_deflate);
    d->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    pthread_mutex_init(&d->lock, NULL);
    pthread_cond_init(&d->changed, NULL);
    d->has_thread = pthread_create(&d->thread, NULL, work, d) == 0;
    arena_defer(a, close_queue, d);
    return d;
}

static job *
job_from_stream(const pdf_stream *s)
{
    arena *a = arena_new();
    job *j = ARENA_NEW(a, job);
    j->arena = a;
    j->stream = (pdf_stream){s->ref, slice_copy(a, s->entries),
                             slice_copy(a, s->bytes), s->form, {NULL, 0}};
    return j;
}

/* Where no thread is to be had, the stream is deflated at once. */
void
pdf_deflate_put(pdf_deflate *d, const pdf_stream *s)
{
    job *j = job_from_stream(s);
    if (!d->has_thread) {
        deflate(d->compressor, j);
        j->is_done = true;
    }
    pthread_mutex_lock(&d->lock);
    if (d->first == NULL)
        d->first = j;
    else
        d->last->next = j;
    d->last = j;
    if (d->todo == NULL && !j->is_done)
        d->todo = j;
    d->waiting += j->stream.bytes.len;
    pthread_cond_broadcast(&d->changed);
    pthread_mutex_unlock(&d->lock);
}

const pdf_stream *
pdf_deflate_take(pdf_deflate *d, bool waits)
{
    pthread_mutex_lock(&d->lock);
    job *j = d->first;
    waits |= d->waiting > WAITING_BYTES_MAX;
    while (j != NULL && waits && !j->is_done)
        pthread_cond_wait(&d->changed, &d->lock);
    if (j != NULL && !j->is_done)
        j = NULL;
    if (j != NULL) {
        d->first = j->next;
        d->waiting -= j->stream.bytes.len;
        drop_job(d->taken);
        d->taken = j;
    }
    pthread_mutex_unlock(&d->lock);
    return j == NULL ? NULL : &j->stream;
}
