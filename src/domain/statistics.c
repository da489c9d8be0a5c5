/* Counts by group. */
#include "domain/statistics.h"

#include "domain/record_index.h"

bool statistics_total(struct context *context, const struct kind *kind,
    long long *total, struct error *error)
{
    *total = 0;
    return database_number(context->db,
        "select coalesce(sum(count), 0) from record_tally where kind = $1",
        VALUES(value_text(kind->name)), total, error);
}

bool statistics_by_owner(struct context *context, const struct kind *kind,
    long long limit, struct statistics_count **counts, size_t *count,
    long long *rest, struct error *error)
{
    struct rows rows;

    *counts = arena_array(context->arena, (size_t)limit + 1, sizeof **counts);
    *count = 0;
    *rest = 0;
    if (!database_query(context->db,
            "select owner, count(*) as held from record "
            "where kind = $1 and closed = 0 "
            "group by owner order by held desc, owner",
            VALUES(value_text(kind->name)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        if (*count < (size_t)limit) {
            (*counts)[*count].value = rows_text(&rows, 0);
            (*counts)[(*count)++].count = rows_number(&rows, 1);
        } else {
            *rest += rows_number(&rows, 1);
        }
    }
    return rows_end(&rows, error);
}

bool statistics_by_age(struct context *context, const struct kind *kind,
    const char *from, const char *before, long long *count, struct error *error)
{
    *count = 0;
    return database_number(context->db,
        "select count(*) from record where kind = $1 and closed = 0 "
        "and created_at >= $2 and created_at < $3",
        VALUES(value_text(kind->name), value_text(from),
            value_text(before[0] == '\0' ? "~" : before)),
        count, error);
}

static bool is_yesno(const struct field *field)
{
    return string_equals(field->type->name, "yesno");
}

bool statistics_has_field(const struct kind *kind, size_t field)
{
    const struct field *f = &kind->fields[field];

    return record_index_has(kind, field) &&
           (is_yesno(f) ||
               (f->choice_count > 0 && (f->type->control == CONTROL_SELECT ||
                                           f->type->control == CONTROL_RADIO)));
}

/* The values the field can have, to which counts are added. */
static size_t put_choices(
    const struct field *field, struct statistics_count *counts)
{
    size_t count = 0;

    if (is_yesno(field)) {
        counts[count++].value = "yes";
        counts[count++].value = "no";
    }
    for (size_t i = 0; i < field->choice_count; i++)
        counts[count++].value = field->choices[i].name;
    return count;
}

/* Choices that are no longer offered count only where they are used. */
static size_t drop_unused(
    const struct field *field, struct statistics_count *counts, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        const struct choice *choice = field_choice(field, counts[i].value);

        if (counts[i].count > 0 || choice == NULL || !choice->retired)
            counts[kept++] = counts[i];
    }
    return kept;
}

bool statistics_by_field(struct context *context, const struct kind *kind,
    size_t place, struct statistics_count **counts, size_t *count,
    struct error *error)
{
    enum { UNKNOWN_LIMIT = 100 }; /* values that are no choice */
    const struct field *field = &kind->fields[place];
    size_t known;
    long long none = 0;
    struct rows rows;

    *counts = arena_array(context->arena,
        size_add(field->choice_count, UNKNOWN_LIMIT + 3), sizeof **counts);
    known = put_choices(field, *counts);
    *count = known;
    /* All there are, less those that have a value. */
    if (!database_number(context->db,
            "select coalesce(sum(count), 0) from record_tally where kind = $1",
            VALUES(value_text(kind->name)), &none, error) ||
        !database_query(context->db,
            "select value, count(*) from record_value where kind = $1 "
            "and field = $2 and value <> '' group by amount, value order by "
            "amount, value",
            VALUES(value_text(kind->name), value_text(field->name)), &rows,
            error))
        return false;
    while (rows_next(&rows)) {
        const char *value = rows_text(&rows, 0);
        size_t i = 0;

        while (i < *count && !string_equals((*counts)[i].value, value))
            i++;
        none -= rows_number(&rows, 1);
        if (i < known + UNKNOWN_LIMIT) {
            (*counts)[i].value = value;
            (*counts)[i].count += rows_number(&rows, 1);
            *count = i == *count ? i + 1 : *count;
        }
    }
    *count = drop_unused(field, *counts, *count);
    if (none > 0)
        (*counts)[(*count)++] = (struct statistics_count){"", none};
    return rows_end(&rows, error);
}
