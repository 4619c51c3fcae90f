/* Option values that are numbers and sizes. Read by hand, so that the decimal
 * point is a point in every locale. */
#include <string.h>

#include "cli/command.h"

/* Digits with at most one point; *at is moved behind them. False when there
 * are none, or more than a sensible number has; of decimals the first count. */
static bool
read_number(const char **at, double *out)
{
    double value = 0, unit = 1;
    int digits = 0;
    bool has_point = false;
    for (; digits < 10; (*at)++) {
        if (**at == '.' && !has_point) {
            has_point = true;
        } else if (**at >= '0' && **at <= '9') {
            if (has_point && digits == 9)
                continue;
            value = value * 10 + (**at - '0');
            unit = has_point ? unit * 10 : unit;
            digits++;
        } else {
            break;
        }
    }
    *out = value / unit;
    return digits > 0 && digits < 10;
}

bool
request_number(const cli_request *request, option_id id, int least, int most,
               double *out)
{
    const char *at = request->values[id];
    if (at == NULL)
        return true;
    if (read_number(&at, out) && *at == '\0' && *out >= least && *out <= most)
        return true;
    usage_error(request, "--%s 应是 %d 到 %d 之间的数，不是“%s”",
                option_at(id)->name, least, most, request->values[id]);
    return false;
}

/* A number with its unit, in points; without a unit it counts pixels. */
static bool
read_length(const char **at, double dpi, double *out)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {{"mm", 72 / 25.4}, {"cm", 720 / 25.4}, {"in", 72}, {"pt", 1}};
    if (!read_number(at, out))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strncmp(*at, units[i].name, 2) == 0) {
            *at += 2;
            *out *= units[i].points;
            return true;
        }
    }
    if (strncmp(*at, "px", 2) == 0)
        *at += 2;
    *out *= 72 / dpi;
    return true;
}

bool
request_length(const cli_request *request, option_id id, length_range range,
               double *out)
{
    const char *typed = request->values[id];
    const char *at = typed;
    double length = 0;
    if (typed == NULL)
        return true;
    bool is_read = read_number(&at, &length);
    if (is_read && strcmp(at, "em") == 0) {
        length *= range.em;
    } else {
        at = typed;
        is_read = read_length(&at, 96, &length) && *at == '\0';
    }
    if (is_read && length >= range.least && length <= range.most) {
        *out = length;
        return true;
    }
    usage_error(request, "看不懂长度 --%s“%s”，或它太大、太小：应写成 16pt、2em 等",
                option_at(id)->name, typed);
    return false;
}

/* An inch square is the least a chart can be drawn in; 200 inches is the
 * greatest page a PDF reader takes (ISO 32000-1 Annex C). */
#define SIDE_MIN 72.0
#define SIDE_MAX 14400.0

bool
request_size(const cli_request *request, double dpi, double *width,
             double *height)
{
    const char *typed = request->values[OPTION_SIZE];
    const char *at = typed == NULL ? "1600x900" : typed;
    bool is_read = read_length(&at, dpi, width);
    is_read = is_read && (*at == 'x' || *at == '*');
    if (is_read)
        at++;
    is_read = is_read && read_length(&at, dpi, height) && *at == '\0';
    if (!is_read) {
        usage_error(request, "看不懂大小“%s”：应写成 1600x900、160mmx90mm 等",
                    typed);
        return false;
    }
    if (*width < SIDE_MIN || *height < SIDE_MIN || *width > SIDE_MAX ||
        *height > SIDE_MAX) {
        usage_error(request, "大小“%s”合 %d×%d 磅，每边应在 %d 到 %d 磅之间",
                    typed == NULL ? "1600x900" : typed, (int)*width,
                    (int)*height, (int)SIDE_MIN, (int)SIDE_MAX);
        return false;
    }
    return true;
}
