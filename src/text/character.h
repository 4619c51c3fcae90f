/* character: what a character is to Chinese typesetting: Han, a Chinese mark
 * and its kind (CLREQ #punctuation_marks), a Western letter or digit, a
 * space. It knows no fonts and no neighbours but those it is given. */
#ifndef TEXT_CHARACTER_H
#define TEXT_CHARACTER_H

#include <stdbool.h>
#include <stdint.h>

#include "text/property.h"

typedef enum character_kind {
    CHARACTER_HAN,    /* ideographs, kana, other wide characters */
    CHARACTER_MARK,   /* a Chinese mark */
    CHARACTER_LETTER, /* a Western letter, or anything set like one */
    CHARACTER_DIGIT,
    CHARACTER_SIGN,   /* % ‰ ℃ + − ± ¥ …: set with digits */
    CHARACTER_SPACE
} character_kind;

typedef enum mark_kind {
    MARK_NONE,
    MARK_OPENING,
    MARK_CLOSING,
    MARK_PAUSE,      /* 、，：； */
    MARK_STOP,       /* 。． */
    MARK_EXCLAIM,    /* ！？ */
    MARK_INTERPUNCT, /* · */
    MARK_CONNECTOR,  /* – ～ and a single — */
    MARK_DASH,       /* —— ⸺ */
    MARK_ELLIPSIS,   /* …… ⋯⋯ */
    MARK_SOLIDUS     /* ／ */
} mark_kind;

character_kind character_kind_of(uint32_t code);
/* … when its property is known. */
character_kind character_kind_by(uint32_t code, property p);
/* MARK_CONNECTOR for a single U+2014; pairs are found by the caller. */
mark_kind character_mark_of(uint32_t code);
/* ０ to ９, where they were left as they are. */
static inline bool
character_is_wide_digit(uint32_t code)
{
    return code >= 0xFF10 && code <= 0xFF19;
}
/* ㎡ ㎏ ㏑ and their kin: a unit on one square. */
static inline bool
character_is_square_unit(uint32_t code)
{
    return code >= 0x3371 && code <= 0x33DF;
}
/* ² ₂: leans on what is before it. */
bool character_is_script(uint32_t code);
/* ▲ ▼ and their kin: the sign of the number behind them. */
bool character_is_arrow(uint32_t code);
/* A letter, digit or sign: what CLREQ keeps a gap from Han (#mixed_text). */
bool character_is_western(character_kind kind);

#endif
