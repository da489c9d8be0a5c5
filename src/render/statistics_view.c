/* Charts. */
#include "render/statistics_view.h"

#include "base/clock.h"
#include "domain/person.h"
#include "domain/statistics.h"
#include "render/address.h"
#include "render/record_label.h"

enum {
    OWNERS_SHOWN = 20,
    BAR_STEP = 38,   /* from one bar to the next, in px */
    BAR_BASE = 14,   /* to the foot of its words */
    BAR_TOP = 20,    /* to the bar below them */
    LABEL_SIZE = 36, /* letters of a label that fit at 390 px */
    AGE_LIMIT = 5
};

struct bar {
    const char *label;
    const char *href; /* the records it counts, or "" */
    long long count;
};

struct chart {
    const char *title;
    const char *note; /* what is counted */
    struct bar *bars;
    size_t count;
};

/* What every chart needs. */
struct drawing {
    struct context *context;
    const struct kind *kind;
    const char *list;
    struct template_dictionary *page;
};

static const char *number_string(struct arena *arena, size_t number)
{
    return arena_format(arena, "%zu", number);
}

/* A label that fits beside its number; the table has all of it. */
static const char *short_label(struct arena *arena, const char *label)
{
    size_t letters = 0;

    for (const char *p = label; *p != '\0'; p++) {
        if (((unsigned char)*p & 0xc0) == 0x80)
            continue;
        if (letters++ == LABEL_SIZE)
            return arena_format(arena, "%.*s…", (int)(p - label), label);
    }
    return label;
}

/* The chart in one sentence, for those who do not see it. */
static const char *summary_of(struct arena *arena, const struct chart *chart)
{
    struct builder out = builder_create(arena);

    builder_format(&out, "%s:", chart->title);
    for (size_t i = 0; i < chart->count; i++)
        builder_format(&out, "%s %s %lld", i == 0 ? "" : ",",
            chart->bars[i].label, chart->bars[i].count);
    return builder_string(&out);
}

static void fill_bar(const struct drawing *drawing, const struct bar *bar,
    size_t place, long long most, struct template_dictionary *row)
{
    struct arena *arena = drawing->context->arena;
    size_t top = size_multiply(place, BAR_STEP);

    template_set(row, "BAR_LABEL", short_label(arena, bar->label));
    template_set_number(row, "BAR_COUNT", bar->count);
    template_set(row, "BAR_TEXT_Y", number_string(arena, top + BAR_BASE));
    template_set(row, "BAR_Y", number_string(arena, top + BAR_TOP));
    template_set(row, "BAR_WIDTH",
        arena_format(arena, "%.1f",
            most == 0 ? 0.0 : 100.0 * (double)bar->count / (double)most));
}

static void fill_line(const struct drawing *drawing, const struct bar *bar,
    long long total, struct template_dictionary *row)
{
    template_set(row, "LINE_LABEL", bar->label);
    template_set(row, "LINE_SHARE",
        arena_format(drawing->context->arena, "%.0f %%",
            total == 0 ? 0.0 : 100.0 * (double)bar->count / (double)total));
    if (bar->href[0] != '\0' && bar->count > 0)
        template_set(template_row(row, "LINE_LINK"), "LINE_HREF", bar->href);
    else
        template_show(row, "LINE_PLAIN");
    template_set_number(row, "LINE_COUNT", bar->count);
}

static void fill_chart(const struct drawing *drawing, const struct chart *chart)
{
    struct arena *arena = drawing->context->arena;
    struct template_dictionary *row = template_row(drawing->page, "CHART");
    long long most = 0;
    long long total = 0;

    for (size_t i = 0; i < chart->count; i++) {
        most = chart->bars[i].count > most ? chart->bars[i].count : most;
        total += chart->bars[i].count;
    }
    template_set(row, "CHART_TITLE", chart->title);
    template_set(row, "CHART_NOTE", chart->note);
    template_set(row, "CHART_SUMMARY", summary_of(arena, chart));
    template_set(row, "CHART_HEIGHT",
        number_string(arena, size_multiply(chart->count, BAR_STEP)));
    for (size_t i = 0; i < chart->count; i++) {
        fill_bar(drawing, &chart->bars[i], i, most, template_row(row, "BAR"));
        fill_line(drawing, &chart->bars[i], total, template_row(row, "LINE"));
    }
}

static bool draw_statuses(const struct drawing *drawing, struct error *error)
{
    const struct kind *kind = drawing->kind;
    struct arena *arena = drawing->context->arena;
    struct chart chart = {
        .title = "By status", .note = "All records, closed ones too."};
    struct status_count *counts;
    long long late;

    if (kind->status < 0 || kind->status_count == 0)
        return true;
    if (!record_count_statuses(drawing->context, kind, &counts, &late, error))
        return false;
    chart.bars = arena_array(arena, kind->status_count, sizeof *chart.bars);
    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = counts[i].status;
        const char *const pairs[] = {"status", status->name, NULL};

        if (status->retired && counts[i].count == 0)
            continue;
        chart.bars[chart.count++] = (struct bar){status->label,
            address_query(arena, drawing->list, pairs), counts[i].count};
    }
    fill_chart(drawing, &chart);
    return true;
}

static bool name_owner(const struct drawing *drawing, const char *login,
    const char **name, struct error *error)
{
    struct person person;
    bool found;

    *name = login[0] == '\0' ? "Nobody" : login;
    if (login[0] == '\0')
        return true;
    if (!person_read(drawing->context, login, &person, &found, error))
        return false;
    if (found)
        *name = person.name;
    return true;
}

static bool draw_owners(const struct drawing *drawing, struct error *error)
{
    const struct kind *kind = drawing->kind;
    struct arena *arena = drawing->context->arena;
    struct chart chart = {.title = arena_format(arena, "By %s",
                              record_label_small(arena, kind->owner_label)),
        .note = "Records that are open."};
    struct statistics_count *counts;
    long long rest;
    size_t count;

    if (kind->owner < 0)
        return true;
    if (!statistics_by_owner(drawing->context, kind, OWNERS_SHOWN, &counts,
            &count, &rest, error))
        return false;
    chart.bars = arena_array(arena, count + 1, sizeof *chart.bars);
    for (size_t i = 0; i < count; i++) {
        const char *const pairs[] = {"owner", counts[i].value, NULL};
        struct bar *bar = &chart.bars[chart.count++];

        bar->count = counts[i].count;
        bar->href = counts[i].value[0] == '\0'
                        ? ""
                        : address_query(arena, drawing->list, pairs);
        if (!name_owner(drawing, counts[i].value, &bar->label, error))
            return false;
    }
    if (rest > 0)
        chart.bars[chart.count++] = (struct bar){"All others", "", rest};
    if (chart.count > 0)
        fill_chart(drawing, &chart);
    return true;
}

static bool draw_ages(const struct drawing *drawing, struct error *error)
{
    static const struct {
        const char *label;
        long days; /* it ends at */
    } ages[AGE_LIMIT] = {{"Under 7 days", 7}, {"7 to 29 days", 30},
        {"30 to 89 days", 90}, {"90 to 179 days", 180},
        {"180 to 364 days", 365}};
    struct context *context = drawing->context;
    struct bar bars[AGE_LIMIT + 1];
    struct chart chart = {.title = "By age",
        .note = "Records that are open, by the days since they were recorded.",
        .bars = bars,
        .count = AGE_LIMIT + 1};
    const char *before = "";

    for (size_t i = 0; i <= AGE_LIMIT; i++) {
        const char *from = i == AGE_LIMIT
                               ? ""
                               : clock_add_days(context->arena, context->today,
                                     1 - ages[i].days);

        bars[i] = (struct bar){
            i == AGE_LIMIT ? "365 days and more" : ages[i].label, "", 0};
        if (!statistics_by_age(
                context, drawing->kind, from, before, &bars[i].count, error))
            return false;
        before = from;
    }
    fill_chart(drawing, &chart);
    return true;
}

static bool draw_field(
    const struct drawing *drawing, size_t place, struct error *error)
{
    struct context *context = drawing->context;
    const struct kind *kind = drawing->kind;
    const struct field *field = &kind->fields[place];
    struct chart chart = {.title = arena_format(context->arena, "By %s",
                              record_label_small(context->arena, field->label)),
        .note = "All records, closed ones too."};
    const char *pairs[] = {"status", "all", field->name, "", NULL};
    struct statistics_count *counts;

    if (!statistics_by_field(
            context, kind, place, &counts, &chart.count, error))
        return false;
    chart.bars =
        arena_array(context->arena, chart.count + 1, sizeof *chart.bars);
    for (size_t i = 0; i < chart.count; i++) {
        chart.bars[i] = (struct bar){"Not filled in", "", counts[i].count};
        if (counts[i].value[0] == '\0')
            continue;
        pairs[3] = counts[i].value;
        chart.bars[i].href =
            address_query(context->arena, drawing->list, pairs);
        if (!record_label_value(context, kind, field, counts[i].value,
                &chart.bars[i].label, error))
            return false;
    }
    fill_chart(drawing, &chart);
    return true;
}

bool statistics_view_fill(struct context *context, const struct kind *kind,
    const char *list, struct template_dictionary *page, struct error *error)
{
    struct drawing drawing = {
        .context = context, .kind = kind, .list = list, .page = page};
    long long total;

    if (!statistics_total(context, kind, &total, error))
        return false;
    if (total == 0) {
        template_show(page, "NONE");
        return true;
    }
    if (!draw_statuses(&drawing, error) || !draw_owners(&drawing, error) ||
        !draw_ages(&drawing, error))
        return false;
    for (size_t i = 0; i < kind->field_count; i++) {
        if (statistics_has_field(kind, i) && !draw_field(&drawing, i, error))
            return false;
    }
    return true;
}
