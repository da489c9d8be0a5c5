/* Every query gives the position of a clause with each row; what several ways
 * lead to is taken once. */
#include "domain/soa_read.h"

#include "base/map.h"

#include <string.h>

#define IN_ORDER "order by clause.position, record.kind, record.number"

/* For queries: the `clause` that is called for where it, or one of its lettered
 * items, is `named`. */
#define SOA_IDEAS                                                              \
    "join clause on clause.standard = named.standard "                         \
    "and clause.clause = case when named.kind = 'item' then named.parent "     \
    "else named.clause end "

struct reading {
    struct context *context;
    struct soa *soa;
    const char *standard;
    const char *as_of;
    struct soa_idea **places; /* by position of the clause, or NULL */
    size_t positions;
};

bool soa_is_undriven(const struct soa_idea *idea)
{
    return !idea->demanded &&
           soa_lacks_cause(idea->applies, idea->driver_count,
               idea->agreed == NULL ? "" : idea->agreed->reason);
}

bool soa_is_words_only(const struct soa_idea *idea)
{
    return idea->applies && !idea->demanded && idea->driver_count == 0 &&
           !soa_is_undriven(idea);
}

const struct soa_idea *soa_find(const struct soa *soa, const char *id)
{
    for (size_t i = 0; i < soa->count; i++) {
        if (string_equals(soa->ideas[i].clause->clause.id, id))
            return &soa->ideas[i];
    }
    return NULL;
}

static struct soa_idea *idea_at(const struct reading *reading, long long place)
{
    return place >= 0 && (size_t)place < reading->positions
               ? reading->places[place]
               : NULL;
}

/* "rtp:5", from the columns of its number and kind. */
static const char *ref_of(
    const struct reading *reading, struct rows *rows, int number, int kind)
{
    return arena_format(reading->context->arena, "%s:%lld",
        rows_text(rows, kind), rows_number(rows, number));
}

/* The ideas are the controls, or all clauses where there are none. */
static void place_ideas(struct reading *reading)
{
    struct soa *soa = reading->soa;
    const struct conformance *run = soa->run;
    struct arena *arena = reading->context->arena;

    for (size_t i = 0; i < run->clause_count; i++)
        soa->controls |= string_equals(run->clauses[i].clause.kind, "control");
    soa->ideas =
        arena_array(arena, size_add(run->clause_count, 1), sizeof *soa->ideas);
    if (run->clause_count > 0)
        reading->positions =
            (size_t)run->clauses[run->clause_count - 1].clause.position + 1;
    reading->places = arena_array(
        arena, size_add(reading->positions, 1), sizeof *reading->places);
    for (size_t i = 0; i < run->clause_count; i++) {
        const struct conformance_clause *clause = &run->clauses[i];
        struct soa_idea *idea = &soa->ideas[soa->count];

        if (soa->controls && !string_equals(clause->clause.kind, "control"))
            continue;
        idea->clause = clause;
        idea->demanded = !string_equals(clause->clause.kind, "control");
        idea->applies = clause->exclusion_count == 0;
        reading->places[clause->clause.position] = idea;
        soa->count++;
    }
}

static void add_driver(
    void *user, long long position, const struct soa_driver *driver)
{
    struct reading *reading = user;
    struct soa_idea *idea = idea_at(reading, position);
    struct soa_driver **end;

    if (idea == NULL)
        return;
    for (end = &idea->drivers; *end != NULL; end = &(*end)->next) {
        if (string_equals((*end)->ref, driver->ref))
            return;
    }
    *end = arena_alloc(reading->context->arena, sizeof **end);
    **end = *driver;
    idea->driver_count++;
}

static void add_measure(
    const struct reading *reading, struct soa_idea *idea, struct rows *rows)
{
    struct soa_measure **end = &idea->measures;
    const char *ref = ref_of(reading, rows, 1, 2);
    const char *dated = rows_text(rows, 6);
    const char *due = rows_text(rows, 7);
    const char *result = rows_text(rows, 9);

    for (; *end != NULL; end = &(*end)->next) {
        if (string_equals((*end)->ref, ref))
            return;
    }
    *end = arena_alloc(reading->context->arena, sizeof **end);
    **end = (struct soa_measure){.ref = ref,
        .kind = rows_text(rows, 2),
        .title = rows_text(rows, 3),
        .status = rows_text(rows, 4),
        .status_label = rows_text(rows, 11),
        .in_place = rows_number(rows, 5) != 0,
        .has_test = rows_text(rows, 8)[0] != '\0',
        .failing = result[0] != '\0' && words_have(rows_text(rows, 10), result),
        .checked = strcmp(dated, reading->as_of) <= 0 ? dated : "",
        .overdue = due[0] != '\0' && strcmp(due, reading->as_of) < 0};
}

static bool read_measures(struct reading *reading, struct error *error)
{
    struct rows rows;

    if (!database_query(reading->context->db,
            "select clause.position, record.number, record.kind, record.title, "
            "record.status, status.live, record.dated, record.due, "
            "coalesce(record.value ->> (select field from soa_role test "
            "where test.role = 'test' and test.kind = record.kind), ''), "
            "coalesce(record.value ->> (select field from soa_role fails "
            "where fails.role = 'fails' and fails.kind = record.kind), ''), "
            "coalesce((select value from soa_role fails "
            "where fails.role = 'fails' and fails.kind = record.kind), ''), "
            "status.label "
            "from clause named " SOA_IDEAS
            "join link on link.target = named.id "
            "join record on record.id = link.owner "
            "join soa_role on soa_role.role = 'measure' "
            "and soa_role.kind = record.kind and soa_role.field = link.role "
            "join status on status.kind = record.kind "
            "and status.name = record.status "
            "where named.standard = $1 and status.closed = 0 "
            "and substr(record.created_at, 1, 10) <= $2 " IN_ORDER,
            VALUES(value_text(reading->standard), value_text(reading->as_of)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct soa_idea *idea = idea_at(reading, rows_number(&rows, 0));

        if (idea != NULL)
            add_measure(reading, idea, &rows);
    }
    return rows_end(&rows, error);
}

/* Of several statements the newest stands. */
static bool read_statements(struct reading *reading, struct error *error)
{
    struct map *ideas = map_create(reading->context->arena);
    struct soa *soa = reading->soa;
    struct soa_statement *statements;
    size_t count;

    for (size_t i = 0; i < soa->count; i++)
        map_set(ideas, soa->ideas[i].clause->clause.id, &soa->ideas[i]);
    if (!soa_statement_list(reading->context, reading->standard, reading->as_of,
            &statements, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct soa_idea *idea = map_get(ideas, statements[i].clause);

        if (idea != NULL && statements[i].live)
            idea->agreed = &statements[i];
        else if (idea != NULL)
            idea->proposed = &statements[i];
    }
    return true;
}

/* Risks that are open, with no control, no plan and no acceptance that
 * holds: one that has begun and is not over. */
#define ALONE                                                                  \
    "from soa_role accepted cross join record "                                \
    "left join soa_role until on until.role = 'until' "                        \
    "and until.kind = record.kind where accepted.role = 'accepted' "           \
    "and record.kind = accepted.kind and record.closed = 0 "                   \
    "and substr(record.created_at, 1, 10) <= $1 "                              \
    "and (coalesce(record.value ->> accepted.field, '') = '' "                 \
    "or record.value ->> accepted.field > $1 "                                 \
    "or coalesce(nullif(record.value ->> until.field, ''), $1) < $1) "         \
    "and not exists (select 1 from link join soa_role control "                \
    "on control.role = 'control' and control.kind = record.kind "              \
    "and control.field = link.role join item at on at.id = link.target "       \
    "where link.owner = record.id and at.present = 1) "                        \
    "and not exists (select 1 from link join record plan "                     \
    "on plan.id = link.owner join soa_role treats "                            \
    "on treats.role = 'treats' and treats.kind = plan.kind "                   \
    "and treats.field = link.role where link.target = record.id "              \
    "and plan.closed = 0) "

static bool read_risks(struct reading *reading, struct error *error)
{
    struct database *db = reading->context->db;
    struct soa *soa = reading->soa;
    struct rows rows;

    soa->risks = arena_array(
        reading->context->arena, SOA_RISK_LIMIT, sizeof *soa->risks);
    if (!database_number(db,
            "select count(*) from soa_role accepted cross join record "
            "where accepted.role = 'accepted' "
            "and record.kind = accepted.kind and record.closed = 0 "
            "and substr(record.created_at, 1, 10) <= $1",
            VALUES(value_text(reading->as_of)), &soa->risks_open, error) ||
        !database_number(db, "select count(*) " ALONE,
            VALUES(value_text(reading->as_of)), &soa->risks_alone, error))
        return false;
    if (soa->risks_alone == 0)
        return true;
    if (!database_query(db,
            "select record.number, record.kind, record.title, "
            "record.status " ALONE
            "order by record.kind, record.number limit $2",
            VALUES(value_text(reading->as_of), value_number(SOA_RISK_LIMIT)),
            &rows, error))
        return false;
    while (rows_next(&rows))
        soa->risks[soa->risk_count++] =
            (struct soa_risk){.ref = ref_of(reading, &rows, 0, 1),
                .kind = rows_text(&rows, 1),
                .title = rows_text(&rows, 2),
                .status = rows_text(&rows, 3)};
    return rows_end(&rows, error);
}

static void count_measures(struct soa_idea *idea)
{
    struct soa_facts *facts = &idea->facts;

    for (const struct soa_measure *each = idea->measures; each != NULL;
         each = each->next) {
        facts->measures++;
        if (!each->in_place)
            continue;
        facts->in_place++;
        facts->failing += each->failing;
        if (!each->has_test)
            continue;
        facts->tests++;
        facts->tested += each->checked[0] != '\0';
        facts->fresh += each->checked[0] != '\0' && !each->overdue;
    }
}

static void judge(struct soa *soa, struct soa_idea *idea)
{
    const struct conformance_clause *clause = idea->clause;
    struct soa_facts *facts = &idea->facts;

    facts->excluded = !idea->applies;
    facts->provisions = clause->provision_count;
    for (size_t i = 0; i < clause->provision_count; i++)
        facts->approved += clause->provisions[i].approval != APPROVAL_NEVER;
    facts->tests = clause->expectation_count;
    for (size_t i = 0; i < clause->expectation_count; i++) {
        facts->tested += clause->expectations[i].total > 0;
        facts->fresh += clause->expectations[i].state == EXPECTATION_MET;
    }
    count_measures(idea);
    idea->state = soa_state(facts);
    soa->states[idea->state]++;
    soa->applying += idea->applies;
    soa->undriven += soa_is_undriven(idea);
    soa->words_only += soa_is_words_only(idea);
    soa->proposed += idea->proposed != NULL;
}

bool soa_read(struct context *context, const struct conformance *run,
    struct soa *soa, struct error *error)
{
    struct reading reading = {.context = context,
        .soa = soa,
        .standard = run->standard.id,
        .as_of = run->as_of};
    struct soa_drivers drivers;

    *soa = (struct soa){.run = run};
    place_ideas(&reading);
    if (!soa_form_read(context, &soa->form, error) ||
        !soa_version_read(context, &soa->form, reading.standard, run->as_of,
            &soa->version, error) ||
        !read_statements(&reading, error) ||
        !soa_drivers_ask(
            &drivers, context, reading.standard, reading.as_of, error) ||
        !soa_driver_each(&drivers, add_driver, &reading, error) ||
        !read_measures(&reading, error) || !read_risks(&reading, error))
        return false;
    for (size_t i = 0; i < soa->count; i++)
        judge(soa, &soa->ideas[i]);
    return true;
}
