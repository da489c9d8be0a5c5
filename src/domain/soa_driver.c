/* Every query gives the position of a clause with each row. */
#include "domain/soa_driver.h"

#include "domain/kind.h"

#include <limits.h>

/* What stands in `from` is looked up in that order: left to itself, the planner
 * takes longer to choose one than the query does. */
#define ALREADY                                                                \
    "cross join record where named.standard = $1 "                             \
    "and named.position between $3 and $4 "                                    \
    "and clause.standard = named.standard "                                    \
    "and clause.clause = case when named.kind = 'item' then named.parent "     \
    "else named.clause end and record.evidence_on <= $2 "

#define DRIVER                                                                 \
    "select clause.position, record.number, record.kind, record.title, "       \
    "record.status from clause named cross join clause cross join "

#define IN_ORDER "order by clause.position, record.kind, record.number"

const char *soa_way_words(enum soa_way way)
{
    static const char *const words[] = {
        [SOA_NAMED] = "names the idea",
        [SOA_MEASURE] = "calls for a measure that carries it out",
        [SOA_SECTION] = "rests on a section that claims it",
        [SOA_STORY] = "names it in its story",
        [SOA_STATED] = "named by the agreed statement",
    };

    return words[way];
}

/* The links of one role to what a query calls `named`, of the kinds that have
 * the role: `cross join` says that the kinds come first, so that of a clause
 * with very many records only these are looked at. */
#define OF_ROLE(role, link, word)                                              \
    "and " role ".role = '" word "' and " link ".target = named.id "           \
    "and " link ".kind = " role ".kind and " link ".role = " role ".field "
#define OF_MEASURE OF_ROLE("carries", "meant", "measure")
#define OF_APPLIED OF_ROLE("applied", "said", "applied")

/* The same of what a query calls `link`, of the role `soa_role`. */
#define OF_WAY(word, aim)                                                      \
    "and soa_role.role = '" word "' and link.target = " aim " "                \
    "and link.kind = soa_role.kind and link.role = soa_role.field "            \
    "and record.id = link.owner "

#define OF_STORY                                                               \
    "and story.target = named.id and story.kind = '' "                         \
    "and story.role = 'text' "
#define OF_CLAIM                                                               \
    "and claim.target = named.id and claim.kind = '' "                         \
    "and claim.role = 'meets' "
#define OF_DUTY                                                                \
    "and duty.owner = meant.owner and soa_role.role = 'duty' "                 \
    "and soa_role.kind = meant.kind and soa_role.field = duty.role "           \
    "and record.id = duty.target "
#define OF_STATEMENTS                                                          \
    "soa_role applied cross join link said "                                   \
    "cross join record statement cross join status agreed "                    \
    "cross join soa_role names cross join link "
#define OF_STATEMENT                                                           \
    "and statement.id = said.owner and agreed.kind = statement.kind "          \
    "and agreed.name = statement.status and agreed.live = 1 "                  \
    "and agreed.closed = 0 and names.role = 'drivers' "                        \
    "and names.kind = statement.kind and link.owner = statement.id "           \
    "and link.role = names.field and record.id = link.target "                 \
    "and statement.evidence_on <= $2 "

/* The positions of those that are called for: a link tells as much of the
 * record it stands in as this asks. */
#define CALLED(driver)                                                         \
    "select named.position, " driver ".kind, " driver                          \
    ".status from clause named cross join "
#define IN_RANGE(driver)                                                       \
    "where named.standard = $1 and named.position between $3 and $4 "          \
    "and " driver ".evidence_on <= $2 "
#define BY_LINK(word, aim)                                                     \
    IN_RANGE("link")                                                           \
    "and soa_role.role = '" word "' and link.target = " aim " "                \
    "and link.kind = soa_role.kind and link.role = soa_role.field "

/* The ways in which something calls for an idea; the first counts. */
static const struct {
    const char *all;
    const char *any;
    enum soa_way way;
} ways[] = {
    {DRIVER "soa_role cross join link " ALREADY OF_WAY("driver", "named.id")
            IN_ORDER,
        CALLED("link") "soa_role cross join link " BY_LINK(
            "driver", "named.id"),
        SOA_NAMED},
    {DRIVER "link story cross join soa_role cross join link " ALREADY OF_STORY
            OF_WAY("story", "story.source") IN_ORDER,
        CALLED("link") "link story cross join soa_role cross join "
                       "link " BY_LINK("story", "story.source") OF_STORY,
        SOA_STORY},
    {DRIVER "soa_role carries cross join link meant "
            "cross join soa_role cross join link " ALREADY OF_MEASURE OF_WAY(
                "control", "meant.owner") IN_ORDER,
        CALLED("link") "soa_role carries cross join link meant "
                       "cross join soa_role cross join link " BY_LINK(
                           "control", "meant.owner") OF_MEASURE,
        SOA_MEASURE},
    {DRIVER "soa_role carries cross join link meant cross join link duty "
            "cross join soa_role " ALREADY OF_MEASURE OF_DUTY IN_ORDER,
        CALLED("record") "soa_role carries cross join link meant cross join "
                         "link duty "
                         "cross join soa_role cross join record " IN_RANGE(
                             "record") OF_MEASURE OF_DUTY,
        SOA_MEASURE},
    {DRIVER "link claim cross join soa_role cross join link " ALREADY OF_CLAIM
            OF_WAY("control", "claim.source") IN_ORDER,
        CALLED("link") "link claim cross join soa_role cross join "
                       "link " BY_LINK("control", "claim.source") OF_CLAIM,
        SOA_SECTION},
    {DRIVER OF_STATEMENTS ALREADY OF_APPLIED OF_STATEMENT IN_ORDER,
        CALLED("record") OF_STATEMENTS "cross join record " IN_RANGE("record")
            OF_APPLIED OF_STATEMENT,
        SOA_STATED},
};

/* The one that most are called for by: asked of all at once. */
enum { USUAL = 4 };

bool soa_drivers_ask(struct soa_drivers *drivers, struct context *context,
    const char *standard, const char *as_of, struct error *error)
{
    struct arena *arena = context->arena;
    struct rows rows;

    *drivers = (struct soa_drivers){.context = context,
        .standard = standard,
        .as_of = as_of,
        .idle = map_create(arena)};
    if (!database_query(context->db,
            "select kind, value from soa_role where role = 'idle'", NO_VALUES,
            &rows, error))
        return false;
    while (rows_next(&rows))
        map_set(drivers->idle, rows_keep(&rows, 0, arena),
            (void *)rows_keep(&rows, 1, arena));
    return rows_end(&rows, error);
}

/* A record calls for something while it is in force. */
static bool is_in_force(const struct soa_drivers *drivers,
    const char *kind_name, const char *status_name)
{
    const struct kind *kind = kind_find(drivers->context->site, kind_name);
    const struct status *status =
        kind == NULL ? NULL : kind_status(kind, status_name);
    const char *idle = map_get(drivers->idle, kind_name);

    return status != NULL && status->live && !status->closed &&
           (idle == NULL || !words_have(idle, status_name));
}

static bool query_way(const struct soa_drivers *drivers, const char *sql,
    long long first, long long last, struct rows *rows, struct error *error)
{
    return database_query(drivers->context->db, sql,
        VALUES(value_text(drivers->standard), value_text(drivers->as_of),
            value_number(first), value_number(last)),
        rows, error);
}

static bool each_of_way(const struct soa_drivers *drivers, size_t way,
    soa_driver_take *take, void *user, struct error *error)
{
    struct rows rows;

    if (!query_way(drivers, ways[way].all, 0, LLONG_MAX, &rows, error))
        return false;
    while (rows_next(&rows)) {
        const char *kind = rows_text(&rows, 2);
        const char *status = rows_text(&rows, 4);

        if (is_in_force(drivers, kind, status))
            take(user, rows_number(&rows, 0),
                &(struct soa_driver){
                    .ref = arena_format(drivers->context->arena, "%s:%lld",
                        kind, rows_number(&rows, 1)),
                    .kind = kind,
                    .title = rows_text(&rows, 3),
                    .status = status,
                    .way = ways[way].way});
    }
    return rows_end(&rows, error);
}

bool soa_driver_each(const struct soa_drivers *drivers, soa_driver_take *take,
    void *user, struct error *error)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!each_of_way(drivers, i, take, user, error))
            return false;
    }
    return true;
}

/* The next row of a driver in force. */
static bool next_called(const struct soa_drivers *drivers, struct rows *rows)
{
    while (rows_next(rows)) {
        if (is_in_force(drivers, rows_text(rows, 1), rows_text(rows, 2)))
            return true;
    }
    return false;
}

bool soa_driver_usual(const struct soa_drivers *drivers,
    soa_driver_called *called, void *user, struct error *error)
{
    struct rows rows;

    if (!query_way(drivers, ways[USUAL].any, 0, LLONG_MAX, &rows, error))
        return false;
    while (next_called(drivers, &rows))
        called(user, rows_number(&rows, 0));
    return rows_end(&rows, error);
}

bool soa_driver_exists(const struct soa_drivers *drivers, long long first,
    long long last, bool *exists, struct error *error)
{
    *exists = false;
    for (size_t i = 0; !*exists && i < sizeof ways / sizeof *ways; i++) {
        struct rows rows;

        if (!query_way(drivers, ways[i].any, first, last, &rows, error))
            return false;
        *exists = next_called(drivers, &rows);
        if (!rows_end(&rows, error))
            return false;
    }
    return true;
}

bool soa_lacks_cause(bool applies, size_t drivers, const char *reason)
{
    return applies && drivers == 0 && reason[0] == '\0';
}

bool soa_driver_rests_on(
    struct context *context, const char *kind, bool *rests, struct error *error)
{
    long long count = 0;

    *rests = false;
    if (!database_number(context->db,
            "select count(*) from soa_role left join field "
            "on field.kind = soa_role.kind and field.name = soa_role.field "
            "where soa_role.kind = $1 or (soa_role.role in ('drivers', 'duty') "
            "and (field.kinds = '' "
            "or ' ' || field.kinds || ' ' like '% ' || $1 || ' %'))",
            VALUES(value_text(kind)), &count, error))
        return false;
    *rests = count > 0;
    return true;
}
