/* Equal reasons are gathered, then sorted by how much they matter. */
#include "render/conformance_first.h"

#include "base/map.h"

#include <stdlib.h>

enum { FIRST_LIMIT = 8, NAMED_LIMIT = 3, MENDED_LIMIT = 20 };

struct reason {
    const struct conformance_finding *finding;
    const struct conformance_clause *clause; /* the first it stands against */
    const struct conformance_clause *named[NAMED_LIMIT];
    struct builder refs; /* of at most MENDED_LIMIT clauses */
    size_t count;
    size_t order;
};

static int severity_rank(const char *severity)
{
    return string_equals(severity, "error")     ? 0
           : string_equals(severity, "warning") ? 1
                                                : 2;
}

static int verdict_rank(enum verdict verdict)
{
    static const int ranks[VERDICT_COUNT] = {
        [VERDICT_MISSING] = 0,
        [VERDICT_ASSERTED] = 1,
        [VERDICT_STALE] = 2,
        [VERDICT_EVIDENCED] = 3,
        [VERDICT_EXCLUDED] = 4,
    };

    return ranks[verdict];
}

static int compare(const void *left, const void *right)
{
    const struct reason *const *a = left;
    const struct reason *const *b = right;
    int order = severity_rank((*a)->finding->severity) -
                severity_rank((*b)->finding->severity);

    if (order == 0)
        order = verdict_rank((*a)->clause->verdict) -
                verdict_rank((*b)->clause->verdict);
    if (order == 0 && (*a)->count != (*b)->count)
        order = (*a)->count > (*b)->count ? -1 : 1;
    return order != 0 ? order : ((*a)->order < (*b)->order ? -1 : 1);
}

static void add_clause(
    struct reason *reason, const struct conformance_clause *clause)
{
    if (reason->count < NAMED_LIMIT)
        reason->named[reason->count] = clause;
    if (reason->count < MENDED_LIMIT) {
        if (reason->count > 0)
            builder_byte(&reason->refs, ' ');
        builder_put(&reason->refs, clause->clause.ref);
    }
    reason->count++;
}

static size_t gather(struct arena *arena, const struct conformance *run,
    struct map *known, struct reason **list, size_t count)
{
    for (size_t i = 0; i < run->clause_count; i++) {
        const struct conformance_clause *clause = &run->clauses[i];

        for (size_t j = 0; j < clause->finding_count; j++) {
            const struct conformance_finding *finding = &clause->findings[j];
            const char *key =
                arena_format(arena, "%s\n%s", finding->rule, finding->message);
            struct reason *reason = map_get(known, key);

            if (reason == NULL) {
                reason = arena_alloc(arena, sizeof *reason);
                reason->finding = finding;
                reason->clause = clause;
                reason->refs = builder_create(arena);
                reason->order = count;
                list[count++] = reason;
                map_set(known, key, reason);
            }
            add_clause(reason, clause);
        }
    }
    return count;
}

/* "27001 A.8.30, A.8.33 and 5 more" */
static void fill_clauses(const struct scene *scene, const struct reason *reason,
    struct template_dictionary *row)
{
    size_t named = reason->count < NAMED_LIMIT ? reason->count : NAMED_LIMIT;
    const char *standard = "";

    for (size_t i = 0; i < named; i++) {
        const struct clause *clause = &reason->named[i]->clause;
        struct template_dictionary *each = template_row(row, "CLAUSE");

        template_set(each, "ID", clause->id);
        template_set(each, "HREF",
            scene_clause_address(scene, clause->standard, clause->id));
        if (!string_equals(standard, clause->standard)) {
            struct text rest = text_of(clause->standard);
            struct text number;

            text_next(&rest, ':', &number);
            template_set(template_row(each, "OF_STANDARD"), "NUMBER",
                text_string(scene->place.context->arena, number));
        }
        standard = clause->standard;
        if (i > 0)
            template_show(each, "LATER");
    }
    if (reason->count > named)
        template_set_number(template_row(row, "AND_MORE"), "COUNT",
            (long long)(reason->count - named));
}

static void fill_reason(const struct scene *scene, const struct reason *reason,
    struct template_dictionary *list)
{
    struct template_dictionary *row = template_row(list, "FIRST");
    struct mending mending = scene_mending(
        scene, reason->clause, reason->finding, builder_string(&reason->refs));

    scene_set_verdict(row, reason->clause->verdict);
    scene_fill_finding(scene, row, reason->finding);
    fill_clauses(scene, reason, row);
    template_set(row, "MEND_HREF", mending.href);
    template_set(row, "MEND_LABEL", mending.label);
}

void conformance_first_fill(const struct scene *scene,
    const struct conformance *const *runs, size_t count,
    struct template_dictionary *page)
{
    struct arena *arena = scene->place.context->arena;
    struct map *known = map_create(arena);
    struct template_dictionary *list;
    struct reason **reasons;
    size_t capacity = 1;
    size_t found = 0;

    for (size_t i = 0; i < count; i++)
        capacity = size_add(capacity, runs[i]->finding_count);
    reasons = arena_array(arena, capacity, sizeof *reasons);
    for (size_t i = 0; i < count; i++)
        found = gather(arena, runs[i], known, reasons, found);
    if (found == 0) {
        template_show(page, "FIRST_NONE");
        return;
    }
    qsort(reasons, found, sizeof *reasons, compare);
    list = template_row(page, "FIRST_LIST");
    for (size_t i = 0; i < found && i < FIRST_LIMIT; i++)
        fill_reason(scene, reasons[i], list);
    if (found > FIRST_LIMIT)
        template_set_number(template_row(list, "FIRST_MORE"), "COUNT",
            (long long)(found - FIRST_LIMIT));
}
