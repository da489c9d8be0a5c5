/* Checks of approvals: by whom, when, and until when. */
#include "domain/rule_running.h"

#include "base/clock.h"

#include <stdlib.h>

/* Who changed a file on disk nobody knows; its owner answers for the text. */
#define AUTHOR                                                                 \
    "case when page.changed_by = '' then page.owner else page.changed_by end "

bool rule_check_alone(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct rows rows;

    if (!database_query(context->db,
            "select item.ref, page.title, "
            "coalesce(person.name, page.approved_by), page.approved_at, "
            "page.changed_by from page join item on item.id = page.id "
            "left join person on person.login = page.approved_by "
            "where page.present = 1 and page.approved_hash = page.hash "
            "and page.approved_by <> '' and page.approved_by = " AUTHOR
            "order by page.name limit $1",
            VALUES(value_number(RULE_COUNTED_LIMIT)), &rows, error))
        return false;
    while (rows_next(&rows))
        rule_add(running, rows_text(&rows, 0),
            arena_format(context->arena,
                rows_text(&rows, 4)[0] == '\0'
                    ? "“%s” was changed on disk; its owner %s, who answers for "
                      "the text, approved it on %s."
                    : "“%s” was last changed by %s, who also approved it on "
                      "%s.",
                rows_text(&rows, 1), rows_text(&rows, 2),
                clock_show(context->arena,
                    clock_date(context->arena, rows_text(&rows, 3)))));
    return rows_end(&rows, error);
}

/* Who approved how many pages in a minute, such as 2026-11-21T10:15. */
static bool add_minute(struct rule_running *running, const char *minute,
    const char *login, long long count, struct error *error)
{
    struct context *context = running->context;
    struct rows rows;

    if (!rule_is_told(running)) {
        rule_add(running, NULL, NULL);
        return true;
    }
    if (!database_query(context->db,
            "select coalesce(max(person.name), $2), min(page.title), "
            "max(page.title), min(page.name) from page "
            "left join person on person.login = page.approved_by "
            "where page.present = 1 and page.approved_at >= $1 "
            "and substr(page.approved_at, 1, 16) = $1 "
            "and page.approved_at < $1 || '~' and page.approved_by = $2",
            VALUES(value_text(minute), value_text(login)), &rows, error))
        return false;
    while (rows_next(&rows))
        rule_add(running,
            arena_format(context->arena, "page:%s", rows_text(&rows, 3)),
            arena_format(context->arena,
                "%s approved %lld pages in one minute, on %s: “%s”, “%s” and "
                "others.",
                rows_text(&rows, 0), count, clock_show(context->arena, minute),
                rows_text(&rows, 1), rows_text(&rows, 2)));
    return rows_end(&rows, error);
}

/* Minutes in which one person approved many pages: they are found along the
 * index of approvals, and only then is asked which pages. */
bool rule_check_together(struct rule_running *running, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(running->context->db,
            "select substr(approved_at, 1, 16) as minute, approved_by, "
            "count(*) from page where present = 1 and approved_at > '' "
            "group by minute, approved_by having count(*) >= $1 "
            "order by minute desc, approved_by limit $2",
            VALUES(value_number(running->check->least),
                value_number(RULE_COUNTED_LIMIT)),
            &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = add_minute(running, rows_text(&rows, 0), rows_text(&rows, 1),
            rows_number(&rows, 2), error);
    return rows_end(&rows, error) && fine;
}

/* A page, and the days from its approval to its next review. */
struct interval {
    long days;
    const char *name;
    const char *title;
};

static int compare(const void *left, const void *right)
{
    const struct interval *a = left;
    const struct interval *b = right;

    return a->days < b->days ? -1 : a->days > b->days;
}

static bool read_intervals(struct context *context, struct interval **list,
    size_t *count, struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    *count = 0;
    *list = NULL;
    if (!database_query(context->db,
            "select next_review, approved_at, name, title from page "
            "where present = 1 and next_review > '' and approved_at > '' "
            "order by name",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        const char *from = clock_date(context->arena, rows_text(&rows, 1));
        const char *to = rows_text(&rows, 0);

        if (!clock_is_date(from) || !clock_is_date(to))
            continue;
        *list = arena_widen(
            context->arena, *list, *count, &capacity, sizeof **list);
        (*list)[(*count)++] = (struct interval){.days = clock_days(from, to),
            .name = rows_text(&rows, 2),
            .title = rows_text(&rows, 3)};
    }
    return rows_end(&rows, error);
}

bool rule_check_interval(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct interval *list;
    size_t count;

    if (!read_intervals(context, &list, &count, error))
        return false;
    if (count > 0)
        qsort(list, count, sizeof *list, compare);
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;

        while (end < count && list[end].days == list[i].days)
            end++;
        if ((long long)(end - i) >= running->check->least)
            rule_add(running,
                arena_format(context->arena, "page:%s", list[i].name),
                arena_format(context->arena,
                    "%zu of %zu pages are to be reviewed exactly %ld days "
                    "after their approval: “%s”, “%s” and others.",
                    end - i, count, list[i].days, list[i].title,
                    list[i + 1].title));
        i = end;
    }
    return true;
}
