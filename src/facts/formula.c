#include "facts/formula.h"

#include "facts/level.h"

slice
formula_number(arena *a, jb_decimal d)
{
    slice text = decimal_text(a, decimal_abs(d));
    if (decimal_sign(d) >= 0)
        return text;
    return slice_join(a, SLICE_OF("−"), text);
}

const char *
formula_sign(jb_decimal a, jb_decimal b, jb_decimal quotient)
{
    int order;
    jb_decimal one = {1, 0};
    bool is_known = level_compare_products(quotient, b, a, one, &order);
    return is_known && order == 0 ? "=" : "≈";
}

slice
formula_level(arena *a, jb_quantity q)
{
    return slice_join(a, formula_number(a, q.value), q.unit.name);
}
