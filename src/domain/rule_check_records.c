/* Checks of records: those noted when they were saved, whose day has come and
 * with which no link joins what it ought to. */
#include "domain/rule_running.h"

#include "base/clock.h"
#include "domain/rule_record.h"

#include <string.h>

/* A record found; it is read once the query has ended. */
struct found {
    const char *kind;
    long long number;
};

/* Does the check find what is still to come? */
static bool is_coming(const struct rule_check *check)
{
    for (size_t i = 0; i < check->condition_count; i++) {
        if (check->conditions[i].test == RULE_COMING)
            return true;
    }
    return false;
}

static bool find_records(struct rule_running *running, struct found *found,
    size_t *told, size_t *more, struct error *error)
{
    struct context *context = running->context;
    const char *without = running->check->parts[RULE_WITHOUT];
    const char *kinds = arena_format(context->arena, " %s ", without);
    bool coming = is_coming(running->check);
    const char *after =
        coming ? arena_format(context->arena, "%s~", running->as_of) : "";
    const char *before = coming ? "~" : running->as_of;
    struct rows rows;

    *told = 0;
    *more = 0;
    if (!database_query(context->db,
            "select record.kind, record.number from record_remark remark "
            "join record on record.id = remark.record "
            "where remark.rule = $1 and remark.place = $2 "
            "and remark.passes < $3 and remark.passes >= $7 and ($4 = '' or "
            "(not exists ("
            "select 1 from link join item on item.id = link.target "
            "where link.owner = record.id and item.present = 1 "
            "and $5 like '% ' || item.kind || ' %') and not exists ("
            "select 1 from link join item on item.id = link.owner "
            "where link.target = record.id and item.present = 1 "
            "and $5 like '% ' || item.kind || ' %'))) "
            "order by remark.passes, remark.record limit $6",
            VALUES(value_text(running->rule->id),
                value_number((long long)running->place), value_text(before),
                value_text(without), value_text(kinds),
                value_number(RULE_COUNTED_LIMIT), value_text(after)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        if (*told < RULE_SHOWN_LIMIT)
            found[(*told)++] =
                (struct found){rows_text(&rows, 0), rows_number(&rows, 1)};
        else
            ++*more;
    }
    return rows_end(&rows, error);
}

static bool add_record(struct rule_running *running, const struct found *found,
    struct error *error)
{
    struct context *context = running->context;
    const struct kind *kind = kind_find(context->site, found->kind);
    struct record record;
    bool there;

    if (kind == NULL)
        return true;
    if (!rule_is_told(running)) {
        rule_add(running, NULL, NULL);
        return true;
    }
    if (!record_read(context, kind, found->number, &record, &there, error))
        return false;
    if (there)
        rule_add(running, record_ref(context->arena, &record),
            rule_record_says(context->arena, &record, running->check));
    return true;
}

bool rule_check_records(struct rule_running *running, struct error *error)
{
    struct found found[RULE_SHOWN_LIMIT];
    size_t told;
    size_t more;

    if (!find_records(running, found, &told, &more, error))
        return false;
    for (size_t i = 0; i < told; i++) {
        if (!add_record(running, &found[i], error))
            return false;
    }
    for (; more > 0; more--)
        rule_add(running, NULL, NULL);
    return true;
}

static void take_waiver(void *user, const struct record *record)
{
    struct rule_running *running = user;
    struct arena *arena = running->context->arena;
    const char *until =
        record_value_of(record, running->check->parts[RULE_UNTIL]);

    if (until[0] != '\0' && strcmp(until, running->as_of) < 0)
        rule_add(running, record_ref(arena, record),
            rule_record_says(arena, record, running->check));
}

/* Waivers that are still granted after their end. */
bool rule_check_waivers(struct rule_running *running, struct error *error)
{
    return rule_waivers_each(
        running->context, running->check, take_waiver, running, error);
}
