/* Computed values. */
#include "domain/computation.h"

#include "base/clock.h"
#include "base/duration.h"
#include "domain/field.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ARGUMENTS_MOST = 5, DEPTH_MOST = 8, PARTS_MOST = 2000 };

/* One computation under way. */
struct work {
    struct context *context;
    const struct record *record;
    const struct field *field;
    const char *arguments[ARGUMENTS_MOST];
    size_t count;
    struct parts *parts; /* of the progress this one is part of, or NULL */
};

/* A tree of parts while its progress is summed up. */
struct parts {
    int depth;
    size_t visited;
};

/* The result, "" when something it needs is missing. */
typedef bool compute(
    const struct work *work, const char **value, struct error *error);

static compute compute_level, compute_product, compute_after,
    compute_time_class, compute_days_open, compute_overdue, compute_progress,
    compute_latest, compute_count, compute_on_target;

static const struct computation {
    const char *name;
    const char *arguments;
    const char *types; /* of the field it fills */
    bool live;
    compute *compute;
} computations[] = {
    {"level", "nn", "scale choice", false, compute_level},
    {"product", "nn", "number", false, compute_product},
    {"after", "td", "date moment", false, compute_after},
    {"time_class", "tttto", "choice scale", false, compute_time_class},
    {"days_open", "tt", "number", true, compute_days_open},
    {"overdue", "", "yesno", true, compute_overdue},
    {"progress", "ln", "percent", true, compute_progress},
    {"latest", "kla", "", true, compute_latest},
    {"count", "kl", "number", true, compute_count},
    {"on_target", "nnc", "yesno", true, compute_on_target},
};

static const struct computation *computation_of(
    const struct field *field, struct text *arguments)
{
    struct text name;

    *arguments = text_of(field->computed);
    if (!text_next(arguments, ' ', &name))
        return NULL;
    for (size_t i = 0; i < sizeof computations / sizeof *computations; i++) {
        if (text_equals(name, computations[i].name))
            return &computations[i];
    }
    return NULL;
}

bool computation_form(const struct field *field, struct text *arguments,
    struct computation_form *form)
{
    const struct computation *computation = computation_of(field, arguments);

    if (computation == NULL)
        return false;
    form->sorts = computation->arguments;
    form->types = computation->types;
    return true;
}

bool computation_is_live(const struct field *field)
{
    struct text rest;
    const struct computation *computation =
        field->computed[0] == '\0' ? NULL : computation_of(field, &rest);

    return computation != NULL && computation->live;
}

const char *computation_argument(struct arena *arena, const struct field *field,
    const char *name, size_t argument)
{
    struct text rest = text_of(field->computed);
    struct text word;

    if (!text_next(&rest, ' ', &word) || !text_equals(word, name))
        return NULL;
    while (text_next(&rest, ' ', &word)) {
        if (argument-- == 0)
            return text_string(arena, word);
    }
    return NULL;
}

static bool run(struct context *context, struct record *record, size_t place,
    const struct computation *computation, struct text arguments,
    struct parts *parts, struct error *error)
{
    struct work work = {.context = context,
        .record = record,
        .field = &record->kind->fields[place],
        .parts = parts};
    struct text word;

    while (work.count < ARGUMENTS_MOST && text_next(&arguments, ' ', &word))
        work.arguments[work.count++] = text_string(context->arena, word);
    record->values[place] = "";
    return computation->compute(&work, &record->values[place], error);
}

static bool fill(struct context *context, struct record *record, bool live,
    const bool *wanted, struct error *error)
{
    for (size_t i = 0; i < record->kind->field_count; i++) {
        const struct field *field = &record->kind->fields[i];
        const struct computation *computation;
        struct text arguments;

        if (field->computed[0] == '\0' || (wanted != NULL && !wanted[i]))
            continue;
        computation = computation_of(field, &arguments);
        if (computation != NULL && computation->live == live &&
            !run(context, record, i, computation, arguments, NULL, error))
            return false;
    }
    return true;
}

bool computation_fill(
    struct context *context, struct record *record, struct error *error)
{
    return fill(context, record, false, NULL, error);
}

bool computation_fill_live(struct context *context, struct record *record,
    const bool *wanted, struct error *error)
{
    return fill(context, record, true, wanted, error);
}

/* Mark the fields that one live computation reads; says whether any is new. */
static bool add_needs(
    const struct kind *kind, const struct field *field, bool *needed)
{
    struct text rest = text_of(field->computed);
    struct text word;
    bool added = false;

    while (text_next(&rest, ' ', &word)) {
        for (size_t i = 0; i < kind->field_count; i++) {
            if (!needed[i] && text_equals(word, kind->fields[i].name)) {
                needed[i] = true;
                added = true;
            }
        }
    }
    return added;
}

const bool *computation_needs(
    struct arena *arena, const struct kind *kind, const bool *wanted)
{
    bool *needed;
    bool added = true;

    if (wanted == NULL)
        return NULL;
    needed = arena_array(arena, kind->field_count + 1, sizeof *needed);
    memcpy(needed, wanted, kind->field_count * sizeof *needed);
    while (added) {
        added = false;
        for (size_t i = 0; i < kind->field_count; i++) {
            if (needed[i] && computation_is_live(&kind->fields[i]))
                added = add_needs(kind, &kind->fields[i], needed) || added;
        }
    }
    /* Whether a record is late or done is in its status and date. */
    for (size_t i = 0; i < kind->field_count; i++) {
        if (needed[i] && computation_is_live(&kind->fields[i])) {
            if (kind->due >= 0)
                needed[kind->due] = true;
            if (kind->status >= 0)
                needed[kind->status] = true;
        }
    }
    return needed;
}

/* The value of the field an argument names, or "". */
static const char *argument(const struct work *work, size_t i)
{
    return i < work->count ? record_value_of(work->record, work->arguments[i])
                           : "";
}

static bool amount_of(const struct work *work, size_t i, double *amount)
{
    const struct kind *kind = work->record->kind;
    int place = kind_field(kind, work->arguments[i]);
    const char *value = argument(work, i);

    if (place < 0 || value[0] == '\0')
        return false;
    *amount = field_amount(kind, &kind->fields[place], value);
    return true;
}

static bool product_of(const struct work *work, double *product)
{
    double a;
    double b;

    if (!amount_of(work, 0, &a) || !amount_of(work, 1, &b))
        return false;
    *product = a * b;
    return true;
}

static bool compute_product(
    const struct work *work, const char **value, struct error *error)
{
    double product;

    (void)error;
    if (product_of(work, &product))
        *value = arena_format(work->context->arena, "%.10g", product);
    return true;
}

static bool compute_level(
    const struct work *work, const char **value, struct error *error)
{
    double product;

    (void)error;
    if (!product_of(work, &product))
        return true;
    for (size_t i = 0; i < work->field->choice_count; i++) {
        if (product >= work->field->choices[i].from)
            *value = work->field->choices[i].name;
    }
    return true;
}

static bool compute_after(
    const struct work *work, const char **value, struct error *error)
{
    struct arena *arena = work->context->arena;
    const char *from = argument(work, 0);
    const char *written = argument(work, 1);
    struct duration length;
    const char *end;

    (void)error;
    if (written[0] == '\0' &&
        kind_field(work->record->kind, work->arguments[1]) < 0)
        written = work->arguments[1];
    if (from[0] == '\0' || !duration_parse(written, &length))
        return true;
    end = duration_after(arena, from, &length);
    if (end != NULL)
        *value = string_equals(work->field->type->name, "date")
                     ? clock_date(arena, end)
                     : end;
    return true;
}

/* Minutes from one moment or date to another. */
static double minutes_between(
    struct arena *arena, const char *from, const char *to)
{
    const char *ends[] = {from, to};
    double minutes = 1440.0 * (double)clock_days(clock_date(arena, from),
                                  clock_date(arena, to));

    for (int i = 0; i < 2; i++) {
        const char *m = ends[i];

        if (clock_is_moment(m))
            minutes += (i == 0 ? -1 : 1) *
                       (double)(((m[11] - '0') * 10 + (m[12] - '0')) * 60 +
                                (m[14] - '0') * 10 + (m[15] - '0'));
    }
    return minutes;
}

/* Fixed in the first half of the window is well inside it. */
static const char *class_in_time(struct arena *arena, const char *happened,
    const char *fixed, const char *window)
{
    double all = minutes_between(arena, happened, window);
    double used = minutes_between(arena, happened, fixed);

    if (!clock_is_moment(window))
        all += 24 * 60; /* to the end of that day */
    if (used <= 0)
        return "1";
    return used * 2 <= all ? "2" : "3";
}

static bool compute_time_class(
    const struct work *work, const char **value, struct error *error)
{
    const char *happened = argument(work, 0);
    const char *noticed = argument(work, 1);
    const char *fixed = argument(work, 2);
    const char *window = argument(work, 3);
    const char *plan = argument(work, 4);

    (void)error;
    if (noticed[0] == '\0' || window[0] == '\0')
        return true;
    if (computation_is_before(window, noticed))
        *value = string_equals(plan, "partly") ? "5"
                 : string_equals(plan, "plan") ? "6"
                 : string_equals(plan, "none") ? "7"
                                               : "";
    else if (computation_is_before(window, fixed))
        *value = "4";
    else if (fixed[0] != '\0' && happened[0] != '\0')
        *value = class_in_time(work->context->arena, happened, fixed, window);
    return true;
}

static bool compute_days_open(
    const struct work *work, const char **value, struct error *error)
{
    struct arena *arena = work->context->arena;
    const char *from = clock_date(arena, argument(work, 0));
    const char *to = clock_date(arena, argument(work, 1));
    long days;

    (void)error;
    if (!clock_is_date(from))
        return true;
    days = clock_days(from, to[0] == '\0' ? work->context->today : to);
    *value = arena_format(arena, "%ld", days < 0 ? 0 : days);
    return true;
}

bool computation_is_before(const char *a, const char *b)
{
    size_t left = strlen(a);
    size_t right = strlen(b);

    return left > 0 && right > 0 &&
           strncmp(a, b, left < right ? left : right) < 0;
}

/* Closed, and not dropped. */
static bool is_done(const struct record *record)
{
    const struct status *status = record_status(record);

    return status != NULL && status->closed && status->live;
}

static bool is_closed(const struct record *record)
{
    const struct status *status = record_status(record);

    return status != NULL && status->closed;
}

static bool compute_overdue(
    const struct work *work, const char **value, struct error *error)
{
    const char *due = record_value(work->record, work->record->kind->due);

    (void)error;
    if (due[0] != '\0')
        *value =
            !is_closed(work->record) && strcmp(due, work->context->today) < 0
                ? "yes"
                : "no";
    return true;
}

static bool compute_on_target(
    const struct work *work, const char **value, struct error *error)
{
    double is;
    double target;
    bool up = !string_equals(argument(work, 2), "down");

    (void)error;
    if (amount_of(work, 0, &is) && amount_of(work, 1, &target))
        *value = (up ? is >= target : is <= target) ? "yes" : "no";
    return true;
}

static bool compute_count(
    const struct work *work, const char **value, struct error *error)
{
    long long count = 0;

    if (!database_number(work->context->db,
            "select count(distinct link.owner) from link "
            "join record on record.id = link.owner "
            "where link.target = $1 and link.role = $2 and record.kind = $3",
            VALUES(value_number(work->record->id),
                value_text(work->arguments[1]), value_text(work->arguments[0])),
            &count, error))
        return false;
    *value = arena_format(work->context->arena, "%lld", count);
    return true;
}

/* The newest there is by now; what was dropped, such as a figure that is void,
 * is none. */
static bool compute_latest(
    const struct work *work, const char **value, struct error *error)
{
    struct context *context = work->context;
    const struct kind *kind = kind_find(context->site, work->arguments[0]);
    const char *snapshot = "";
    struct record newest;

    if (kind == NULL)
        return true;
    if (!database_text(context->db,
            "select record.value from link "
            "join record on record.id = link.owner "
            "where link.target = $1 and link.role = $2 and record.kind = $3 "
            "and record.evidence_on <= $4 and not exists (select 1 "
            "from status where status.kind = record.kind "
            "and status.name = record.status and closed = 1 and live = 0) "
            "order by record.dated desc, record.number desc limit 1",
            VALUES(value_number(work->record->id),
                value_text(work->arguments[1]), value_text(kind->name),
                value_text(context->today)),
            &snapshot, error))
        return false;
    if (snapshot[0] == '\0')
        return true;
    if (!record_from_snapshot(context, kind, snapshot, &newest, error))
        return false;
    *value = record_value_of(&newest, work->arguments[2]);
    return true;
}

/* One part of the whole, with what its kind and status say of it. */
struct part {
    struct record record;
    struct part *next;
};

/* Those that refer to the record in the role, until there are too many. */
static bool read_parts(
    const struct work *work, struct part **parts, struct error *error)
{
    struct context *context = work->context;
    struct rows rows;
    bool fine = true;

    *parts = NULL;
    if (!database_query(context->db,
            "select distinct record.id, record.kind, record.value from link "
            "join record on record.id = link.owner "
            "where link.target = $1 and link.role = $2 and link.owner <> $1 "
            "order by record.id limit $3",
            VALUES(value_number(work->record->id),
                value_text(work->arguments[0]), value_number(PARTS_MOST)),
            &rows, error))
        return false;
    while (fine && work->parts->visited <= PARTS_MOST && rows_next(&rows)) {
        const struct kind *kind = kind_find(context->site, rows_text(&rows, 1));
        struct part *part;

        work->parts->visited++;
        if (kind == NULL)
            continue;
        part = arena_alloc(context->arena, sizeof *part);
        fine = record_from_snapshot(
            context, kind, rows_text(&rows, 2), &part->record, error);
        part->record.id = rows_number(&rows, 0);
        part->next = *parts;
        *parts = part;
    }
    return rows_end(&rows, error) && fine;
}

static bool progress_of(const struct work *whole, struct record *record,
    bool *counts, double *progress, struct error *error)
{
    const struct status *status = record_status(record);

    /* What was dropped is no part of the whole. */
    *counts = status == NULL || !status->closed || status->live;
    *progress = status != NULL && status->closed ? 100 : 0;
    if (!*counts || whole->parts->depth > DEPTH_MOST)
        return true;
    for (size_t i = 0; i < record->kind->field_count; i++) {
        struct text arguments;
        const struct computation *computation =
            computation_of(&record->kind->fields[i], &arguments);

        if (computation == NULL || computation->compute != compute_progress)
            continue;
        if (!run(whole->context, record, i, computation, arguments,
                whole->parts, error))
            return false;
        *progress = strtod(record->values[i], NULL);
        return true;
    }
    return true;
}

/* The mean of the parts, else what is typed. */
static bool sum_up(
    const struct work *work, double *progress, struct error *error)
{
    struct part *part;
    double sum = 0;
    size_t counted = 0;

    if (!read_parts(work, &part, error))
        return false;
    work->parts->depth++;
    for (; part != NULL; part = part->next) {
        bool counts;
        double of_part;

        if (!progress_of(work, &part->record, &counts, &of_part, error))
            return false;
        if (counts) {
            sum += of_part;
            counted++;
        }
    }
    work->parts->depth--;
    *progress = counted > 0             ? sum / (double)counted
                : is_done(work->record) ? 100
                                        : strtod(argument(work, 1), NULL);
    return true;
}

/* The whole tree is summed up in memory of its own, and up to a number of
 * parts: of more than that the progress is not told. */
static bool compute_progress(
    const struct work *work, const char **value, struct error *error)
{
    struct parts parts = {.depth = 0};
    struct context context = *work->context;
    struct work whole = *work;
    struct error local;
    double progress = 0;
    bool fine;

    if (work->parts != NULL) {
        if (!sum_up(work, &progress, error))
            return false;
        *value = arena_format(work->context->arena, "%.2f", progress);
        return true;
    }
    context.arena = arena_create();
    local = error_create(context.arena);
    whole.context = &context;
    whole.parts = &parts;
    fine = sum_up(&whole, &progress, &local);
    if (!fine)
        error_set(error, local.code, "%s", local.message);
    arena_destroy(context.arena);
    if (fine && parts.visited <= PARTS_MOST)
        *value = arena_format(work->context->arena, "%.0f", progress);
    return fine;
}
