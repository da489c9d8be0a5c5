/* Geometry of the bar; the marks themselves are in bar.tpl. */
#include "render/verdict_bar.h"

#include "base/text.h"
#include "render/conformance_scene.h"

/* No share is narrower than this. */
static const double least_width = 5;

/* Slanted lines over a stale share. */
static const char *hatch(
    struct arena *arena, double from, double width, int height)
{
    struct builder out = builder_create(arena);

    for (int x = 5; x <= width; x += 5)
        builder_format(&out, "M%.1f 0l-4 %d", from + x, height);
    if (out.size == 0)
        builder_format(&out, "M%.1f 0l-4 %d", from + width, height);
    return builder_string(&out);
}

static void add_share(struct arena *arena, struct template_dictionary *bar,
    enum verdict verdict, double from, double width, int height)
{
    static const char *const sections[VERDICT_COUNT] = {
        "EVIDENCED", "STALE", "ASSERTED", "MISSING", "EXCLUDED"};
    bool outlined = verdict == VERDICT_ASSERTED;
    double edge = outlined ? 1.25 : 0;
    struct template_dictionary *row = template_row(bar, sections[verdict]);

    template_set(row, "X", arena_format(arena, "%.1f", from + edge));
    template_set(row, "Y", outlined ? "0.75" : "0");
    template_set(row, "W", arena_format(arena, "%.1f", width - 1 - 1.2 * edge));
    template_set(row, "H",
        outlined ? arena_format(arena, "%.1f", height - 1.5)
                 : arena_format(arena, "%d", height));
    if (verdict == VERDICT_STALE)
        template_set(row, "HATCH", hatch(arena, from, width - 1, height));
}

void verdict_bar_fill(struct arena *arena, struct template_dictionary *row,
    const size_t totals[VERDICT_COUNT], int width, int height)
{
    struct template_dictionary *bar;
    double widths[VERDICT_COUNT] = {0};
    double sum = 0;
    double from = 0;
    size_t count = 0;

    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
        count += totals[verdict];
    if (count == 0)
        return;
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        if (totals[verdict] == 0)
            continue;
        widths[verdict] = width * (double)totals[verdict] / (double)count;
        if (widths[verdict] < least_width)
            widths[verdict] = least_width;
        sum += widths[verdict];
    }
    bar = template_include(row, "BAR", "bar.tpl");
    template_set_number(bar, "WIDTH", width);
    template_set_number(bar, "HEIGHT", height);
    template_set(bar, "WORDS", scene_totals_words(arena, totals));
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        double share = widths[verdict] * width / sum;

        if (totals[verdict] == 0)
            continue;
        add_share(arena, bar, verdict, from, share, height);
        from += share;
    }
}
