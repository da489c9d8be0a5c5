/* What stands on a clause besides its provisions: who excludes it, what speaks
 * against it. */
#include "domain/conformance_walk.h"

#include "base/clock.h"
#include "domain/resolve.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { NOTED_LIMIT = 100000 }; /* links of records that a rule watches */

/* ---- exclusions ---- */

static bool add_exclusion(struct walk *walk, const struct mark *mark,
    struct conformance_clause *result, struct error *error)
{
    struct conformance_exclusion *exclusion =
        &result->exclusions[result->exclusion_count++];
    const struct known_record *record;

    if (!known_record(walk->facts->known, mark->owner, &record, error) ||
        !known_value(
            walk->facts->known, mark->owner, "body", &exclusion->reason, error))
        return false;
    exclusion->ref = record->ref;
    exclusion->title = record->title;
    exclusion->date = record->date;
    return true;
}

static bool excludes(const struct walk *walk, const struct mark *mark)
{
    return mark->excludes && mark->date <= walk->date &&
           mark->class->state != NULL && mark->class->state->live;
}

static bool add_exclusions(struct walk *walk, size_t place,
    struct conformance_clause *result, struct error *error)
{
    const struct mark_list *list = facts_on(walk->facts, place);
    size_t count = 0;

    for (size_t i = 0; i < list->count; i++)
        count += excludes(walk, &list->marks[i]);
    if (count == 0)
        return true;
    result->exclusions =
        arena_array(walk->context->arena, count, sizeof *result->exclusions);
    for (size_t i = 0; i < list->count; i++) {
        if (excludes(walk, &list->marks[i]) &&
            !add_exclusion(walk, &list->marks[i], result, error))
            return false;
    }
    return true;
}

/* A record that would be evidence of what is said not to apply, or 0. */
static long long contradicting(const struct walk *walk, size_t place)
{
    const struct mark_list *list = facts_on(walk->facts, place);

    for (size_t i = 0; i < list->count; i++) {
        const struct mark *mark = &list->marks[i];

        if (mark->class->kind[0] != '\0' && !mark->excludes &&
            mark->class->state != NULL && mark->class->state->live &&
            mark->date <= walk->date &&
            !words_have(walk->excepted, mark->class->kind))
            return mark->owner;
    }
    return 0;
}

/* An item goes with its clause when it is not taken out by itself. */
bool walk_read_exclusions(struct walk *walk, size_t clause,
    struct conformance_clause *result, struct error *error)
{
    size_t above = walk->plan->clauses[clause].above;

    if (!add_exclusions(walk, clause, result, error))
        return false;
    if (result->exclusion_count > 0 || above == PLAN_NOWHERE)
        above = clause;
    else if (!add_exclusions(walk, above, result, error))
        return false;
    if (result->exclusion_count > 0)
        result->contradicting = contradicting(walk, above);
    return true;
}

/* ---- references that lead nowhere ---- */

static void add_broken(
    struct walk *walk, long long section, const struct walk_broken *broken)
{
    struct walk_broken *kept = arena_alloc(walk->context->arena, sizeof *kept);
    size_t address;

    *kept = *broken;
    if (number_map_get(walk->broken, section, &address))
        kept->next = (struct walk_broken *)(uintptr_t)address;
    number_map_set(walk->broken, section, (size_t)(uintptr_t)kept);
}

/* Last first, so that the lists have them in order. A reference that does
 * lead somewhere by now is none. */
bool walk_read_broken(struct walk *walk, struct error *error)
{
    struct rows rows;
    bool fine = true;

    walk->broken = number_map_create(walk->context->arena);
    if (!database_query(walk->context->db,
            "select link.source, source.ref, link.written, link.line, "
            "page.path from link join page on page.id = link.owner "
            "join item source on source.id = link.source "
            "where link.target in (select id from item where present = 0) "
            "and page.present = 1 and exists (select 1 from link claim "
            "where claim.owner = link.owner and claim.source = link.source "
            "and claim.role = 'meets') "
            "order by page.name desc, link.line desc, link.id desc",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        struct walk_broken broken = {.section = rows_text(&rows, 1),
            .written = rows_text(&rows, 2),
            .line = rows_number(&rows, 3)};
        struct page_link link;

        fine = resolve_link(
            walk->context, rows_text(&rows, 4), broken.written, &link, error);
        broken.reason = fine ? link.reason : "";
        if (fine && link.sort == LINK_BROKEN)
            add_broken(walk, rows_number(&rows, 0), &broken);
    }
    return rows_end(&rows, error) && fine;
}

const struct walk_broken *walk_broken_on(
    const struct walk *walk, long long section)
{
    size_t address;

    return number_map_get(walk->broken, section, &address)
               ? (const struct walk_broken *)(uintptr_t)address
               : NULL;
}

/* ---- links to what has changed ---- */

static void add_changed(
    struct walk *walk, long long section, long long other, bool outwards)
{
    struct walk_changed *changed =
        arena_alloc(walk->context->arena, sizeof *changed);
    size_t address;

    *changed = (struct walk_changed){.other = other, .outwards = outwards};
    if (number_map_get(walk->changed, section, &address))
        changed->next = (struct walk_changed *)(uintptr_t)address;
    number_map_set(walk->changed, section, (size_t)(uintptr_t)changed);
}

bool walk_read_changed(struct walk *walk, struct error *error)
{
    struct rows rows;

    walk->changed = number_map_create(walk->context->arena);
    if (!database_query(walk->context->db,
            "select kind, source, owner, target from link where suspect = 1 "
            "limit $1",
            VALUES(value_number(NOTED_LIMIT)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        if (rows_slice(&rows, 0).size == 0)
            add_changed(
                walk, rows_number(&rows, 1), rows_number(&rows, 3), true);
        else
            add_changed(
                walk, rows_number(&rows, 3), rows_number(&rows, 2), false);
    }
    return rows_end(&rows, error);
}

const struct walk_changed *walk_changed_on(
    const struct walk *walk, long long section)
{
    size_t address;

    return number_map_get(walk->changed, section, &address)
               ? (const struct walk_changed *)(uintptr_t)address
               : NULL;
}

/* ---- records that speak against a clause ---- */

/* One that is noted as standing against a clause of the plan. */
struct walk_noted {
    const struct conformance_watch *watch;
    long long record;
    struct walk_noted *next; /* of the same clause */
};

/* What is noted of records when they are saved says which may stand against
 * the clauses they refer to: few among the many. Last first, so that the lists
 * have them in order. */
static bool read_watch(struct walk *walk, const struct conformance_watch *watch,
    struct error *error)
{
    struct rows rows;

    if (!database_query(walk->context->db,
            "select link.target, remark.record from record_remark remark "
            "join link on link.owner = remark.record "
            "where remark.rule = $1 and remark.place = $2 "
            "and remark.passes < $3 and link.role <> 'excludes' "
            "order by remark.record desc limit $4",
            VALUES(value_text(watch->rule->id),
                value_number((long long)watch->place), value_text(walk->as_of),
                value_number(NOTED_LIMIT)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct walk_noted *noted;
        size_t place;

        if (!number_map_get(walk->plan->by_item, rows_number(&rows, 0), &place))
            continue;
        noted = arena_alloc(walk->context->arena, sizeof *noted);
        *noted = (struct walk_noted){.watch = watch,
            .record = rows_number(&rows, 1),
            .next = walk->noted[place]};
        walk->noted[place] = noted;
    }
    return rows_end(&rows, error);
}

bool walk_read_noted(struct walk *walk, struct error *error)
{
    walk->noted = arena_array(walk->context->arena,
        walk->plan->clause_count + 1, sizeof *walk->noted);
    for (size_t i = walk->watch_count; i-- > 0;) {
        if (!read_watch(walk, &walk->watches[i], error))
            return false;
    }
    return true;
}

struct concerns {
    struct walk_concern *items;
    long long *records;
    size_t count;
    size_t capacity;
};

/* The words for a record that stands against a clause; NULL when it does not,
 * because its field has another value or its date has not passed. */
static const char *concern_message(struct walk *walk,
    const struct conformance_watch *watch, const struct known_record *record,
    const char *value)
{
    struct arena *arena = walk->context->arena;
    const struct kind *kind = kind_find(walk->context->site, record->kind);
    int field = kind == NULL ? -1 : kind_field(kind, watch->field);
    const struct status *status =
        kind == NULL ? NULL : kind_status(kind, record->status);
    bool passed = watch->values[0] == '\0';

    if (field < 0 || status == NULL || status->closed || value[0] == '\0')
        return NULL;
    if (passed && strcmp(value, walk->as_of) < 0)
        return arena_format(arena,
            "%s %lld “%s” was due on %s and has the status %s.", kind->label,
            record->number, record->title, clock_show(arena, value),
            status->label);
    if (!passed && words_have(watch->values, value))
        return arena_format(arena, "%s %lld “%s” (%s) has the status %s.",
            kind->label, record->number, record->title,
            field_choice_label(&kind->fields[field], value), status->label);
    return NULL;
}

static struct walk_concern *add_concern(
    struct walk *walk, struct concerns *list, long long record)
{
    if (list->count == list->capacity) {
        size_t more =
            list->capacity == 0 ? 8 : size_multiply(list->capacity, 2);
        struct walk_concern *items =
            arena_array(walk->context->arena, more, sizeof *items);
        long long *records =
            arena_array(walk->context->arena, more, sizeof *records);

        if (list->count > 0) {
            memcpy(items, list->items, list->count * sizeof *items);
            memcpy(records, list->records, list->count * sizeof *records);
        }
        list->items = items;
        list->records = records;
        list->capacity = more;
    }
    list->records[list->count] = record;
    return &list->items[list->count++];
}

static bool look_at(struct walk *walk, const struct walk_noted *noted,
    struct concerns *list, struct error *error)
{
    const struct conformance_watch *watch = noted->watch;
    const struct known_record *record;
    const char *message;
    const char *value;

    for (size_t i = 0; i < list->count; i++) {
        if (list->records[i] == noted->record &&
            list->items[i].rule == watch->rule)
            return true;
    }
    if (!known_record(walk->facts->known, noted->record, &record, error))
        return false;
    if (strcmp(record->since, walk->as_of) > 0)
        return true;
    if (!known_value(
            walk->facts->known, noted->record, watch->field, &value, error))
        return false;
    message = concern_message(walk, watch, record, value);
    if (message != NULL)
        *add_concern(walk, list, noted->record) = (struct walk_concern){
            .rule = watch->rule, .ref = record->ref, .message = message};
    return true;
}

static bool look_at_all(struct walk *walk, size_t place, struct concerns *found,
    struct error *error)
{
    for (const struct walk_noted *noted = walk->noted[place]; noted != NULL;
         noted = noted->next) {
        if (!look_at(walk, noted, found, error))
            return false;
    }
    return true;
}

static int by_number(const void *left, const void *right)
{
    const struct walk_concern *a = left;
    const struct walk_concern *b = right;
    size_t long_a = strlen(a->ref);
    size_t long_b = strlen(b->ref);

    if (a->rule != b->rule)
        return strcmp(a->rule->id, b->rule->id);
    /* audit:10 comes after audit:9 */
    return long_a != long_b ? (long_a < long_b ? -1 : 1)
                            : strcmp(a->ref, b->ref);
}

bool walk_read_concerns(struct walk *walk, size_t clause,
    struct walk_concern **concerns, size_t *count, struct error *error)
{
    struct concerns found = {.count = 0};
    size_t item = walk->plan->clauses[clause].item;

    if (!look_at_all(walk, clause, &found, error))
        return false;
    for (; item != PLAN_NOWHERE; item = walk->plan->clauses[item].next) {
        if (!look_at_all(walk, item, &found, error))
            return false;
    }
    if (found.count > 1)
        qsort(found.items, found.count, sizeof *found.items, by_number);
    *concerns = found.items;
    *count = found.count;
    return true;
}
