/* Reference pages: shrink a page's PNG to half its size in 16 greys, and
 * compare two such pictures as an eye at reading distance would.
 *
 *     compare shrink PAGE.png OUT.png
 *     compare pages EXPECTED.png ACTUAL.png DIFFERENCE.png
 *
 * Two pages are the same when no 8×8 block differs by more than BLOCK_MAX of
 * 255 in the mean, and no more than 2 in 1000 pixels differ by more than
 * PIXEL_MAX, both after a 3×3 blur: other antialiasing passes, a word moved
 * by a third of a millimetre does not. */
#include <png.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK 8
#define BLOCK_MAX 10
#define PIXEL_MAX 40
#define PIXELS_PER_MILLE 2

typedef struct picture {
    int width, height;
    uint8_t *grey; /* rows top down */
} picture;

static void
fail(const char *what, const char *path)
{
    fprintf(stderr, "%s: %s\n", what, path);
    exit(2);
}

static picture
picture_read(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path))
        fail(image.message, path);
    image.format = PNG_FORMAT_GRAY;
    picture p = {(int)image.width, (int)image.height,
                 malloc(PNG_IMAGE_SIZE(image))};
    png_color white = {255, 255, 255};
    if (!png_image_finish_read(&image, &white, p.grey, 0, NULL))
        fail(image.message, path);
    return p;
}

/* As a 4-bit grey PNG: rows of two pixels a byte. */
static void
picture_write(const picture *p, const char *path)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        fail("cannot write", path);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL,
                                              NULL, NULL);
    png_infop about = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)))
        fail("cannot write", path);
    png_init_io(png, file);
    png_set_IHDR(png, about, (png_uint_32)p->width, (png_uint_32)p->height, 4,
                 PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, 9);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_write_info(png, about);
    png_set_packing(png);
    uint8_t *row = malloc((size_t)p->width);
    for (int y = 0; y < p->height; y++) {
        for (int x = 0; x < p->width; x++)
            row[x] = (uint8_t)((p->grey[y * p->width + x] + 8) / 17);
        png_write_row(png, row);
    }
    png_write_end(png, about);
    png_destroy_write_struct(&png, &about);
    free(row);
    if (fclose(file) != 0)
        fail("cannot write", path);
}

static picture
picture_halved(const picture *p)
{
    picture out = {p->width / 2, p->height / 2, NULL};
    out.grey = malloc((size_t)(out.width * out.height));
    for (int y = 0; y < out.height; y++)
        for (int x = 0; x < out.width; x++) {
            const uint8_t *at = p->grey + 2 * y * p->width + 2 * x;
            out.grey[y * out.width + x] = (uint8_t)(
                (at[0] + at[1] + at[p->width] + at[p->width + 1] + 2) / 4);
        }
    return out;
}

static int
blurred(const picture *p, int x, int y)
{
    int sum = 0, n = 0;
    for (int v = y - 1; v <= y + 1; v++)
        for (int u = x - 1; u <= x + 1; u++)
            if (u >= 0 && v >= 0 && u < p->width && v < p->height) {
                sum += p->grey[v * p->width + u];
                n++;
            }
    return sum / n;
}

static picture
picture_difference(const picture *a, const picture *b)
{
    picture out = {a->width, a->height, malloc((size_t)(a->width * a->height))};
    for (int y = 0; y < a->height; y++)
        for (int x = 0; x < a->width; x++)
            out.grey[y * a->width + x] =
                (uint8_t)abs(blurred(a, x, y) - blurred(b, x, y));
    return out;
}

static int
worst_block(const picture *d)
{
    int worst = 0;
    for (int y = 0; y + BLOCK <= d->height; y += BLOCK / 2)
        for (int x = 0; x + BLOCK <= d->width; x += BLOCK / 2) {
            int sum = 0;
            for (int i = 0; i < BLOCK * BLOCK; i++)
                sum += d->grey[(y + i / BLOCK) * d->width + x + i % BLOCK];
            if (sum / (BLOCK * BLOCK) > worst)
                worst = sum / (BLOCK * BLOCK);
        }
    return worst;
}

static int
pixels_over(const picture *d)
{
    int n = 0;
    for (int i = 0; i < d->width * d->height; i++)
        n += d->grey[i] > PIXEL_MAX;
    return n;
}

static int
compare(char **paths)
{
    picture a = picture_read(paths[0]), b = picture_read(paths[1]);
    if (a.width != b.width || a.height != b.height) {
        printf("%d x %d, expected %d x %d\n", b.width, b.height, a.width,
               a.height);
        return 1;
    }
    picture d = picture_difference(&a, &b);
    int block = worst_block(&d), pixels = pixels_over(&d);
    if (block <= BLOCK_MAX &&
        pixels * 1000 <= PIXELS_PER_MILLE * d.width * d.height)
        return 0;
    printf("worst block differs by %d of 255, %d pixels differ\n", block,
           pixels);
    for (int i = 0; i < d.width * d.height; i++)
        d.grey[i] = (uint8_t)(255 - d.grey[i]);
    picture_write(&d, paths[2]);
    return 1;
}

int
main(int n, char **arguments)
{
    if (n == 4 && strcmp(arguments[1], "shrink") == 0) {
        picture page = picture_read(arguments[2]);
        picture half = picture_halved(&page);
        picture_write(&half, arguments[3]);
        return 0;
    }
    if (n == 5 && strcmp(arguments[1], "pages") == 0)
        return compare(arguments + 2);
    fprintf(stderr, "usage: compare shrink PAGE OUT | pages A B DIFFERENCE\n");
    return 2;
}
