/* Every query gives the position of a clause with each row. */
#include "domain/soa_driver.h"

#include <limits.h>

/* A record calls for something while it is in force. What stands in `from` is
 * looked up in that order: left to itself, the planner takes longer to choose
 * one than the query does. */
#define IN_FORCE                                                               \
    "cross join record cross join status where named.standard = $1 "           \
    "and named.position between $3 and $4 "                                    \
    "and clause.standard = named.standard "                                    \
    "and clause.clause = case when named.kind = 'item' then named.parent "     \
    "else named.clause end and status.kind = record.kind "                     \
    "and status.name = record.status "                                         \
    "and status.live = 1 and status.closed = 0 "                               \
    "and not exists (select 1 from soa_role idle where idle.role = 'idle' "    \
    "and idle.kind = record.kind and idle.value = record.status) "             \
    "and record.evidence_on <= $2 "

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
#define CALLED "select named.position from clause named cross join "
#define STANDS(driver)                                                         \
    "cross join status where named.standard = $1 "                             \
    "and named.position between $3 and $4 "                                    \
    "and status.kind = " driver ".kind and status.name = " driver              \
    ".status and status.live = 1 and status.closed = 0 "                       \
    "and not exists (select 1 from soa_role idle where idle.role = 'idle' "    \
    "and idle.kind = " driver ".kind and idle.value = " driver                 \
    ".status) and " driver ".evidence_on <= $2 "
#define BY_LINK(word, aim)                                                     \
    STANDS("link")                                                             \
    "and soa_role.role = '" word "' and link.target = " aim " "                \
    "and link.kind = soa_role.kind and link.role = soa_role.field "

/* The ways in which something calls for an idea; the first counts. */
static const struct {
    const char *all;
    const char *any;
    enum soa_way way;
} ways[] = {
    {DRIVER "soa_role cross join link " IN_FORCE OF_WAY("driver", "named.id")
            IN_ORDER,
        CALLED "soa_role cross join link " BY_LINK("driver", "named.id"),
        SOA_NAMED},
    {DRIVER "link story cross join soa_role cross join link " IN_FORCE OF_STORY
            OF_WAY("story", "story.source") IN_ORDER,
        CALLED "link story cross join soa_role cross join link " BY_LINK(
            "story", "story.source") OF_STORY,
        SOA_STORY},
    {DRIVER "soa_role carries cross join link meant "
            "cross join soa_role cross join link " IN_FORCE OF_MEASURE OF_WAY(
                "control", "meant.owner") IN_ORDER,
        CALLED "soa_role carries cross join link meant "
               "cross join soa_role cross join link " BY_LINK(
                   "control", "meant.owner") OF_MEASURE,
        SOA_MEASURE},
    {DRIVER "soa_role carries cross join link meant cross join link duty "
            "cross join soa_role " IN_FORCE OF_MEASURE OF_DUTY IN_ORDER,
        CALLED "soa_role carries cross join link meant cross join link duty "
               "cross join soa_role cross join record " STANDS("record")
                   OF_MEASURE OF_DUTY,
        SOA_MEASURE},
    {DRIVER "link claim cross join soa_role cross join link " IN_FORCE OF_CLAIM
            OF_WAY("control", "claim.source") IN_ORDER,
        CALLED "link claim cross join soa_role cross join link " BY_LINK(
            "control", "claim.source") OF_CLAIM,
        SOA_SECTION},
    {DRIVER OF_STATEMENTS IN_FORCE OF_APPLIED OF_STATEMENT IN_ORDER,
        CALLED OF_STATEMENTS "cross join record " STANDS("record")
            OF_APPLIED OF_STATEMENT,
        SOA_STATED},
};

/* The one that most are called for by: asked of all at once. */
enum { USUAL = 4 };

static bool query_way(struct context *context, const char *sql,
    const char *standard, const char *as_of, long long first, long long last,
    struct rows *rows, struct error *error)
{
    return database_query(context->db, sql,
        VALUES(value_text(standard), value_text(as_of), value_number(first),
            value_number(last)),
        rows, error);
}

static bool each_of_way(struct context *context, size_t way,
    const char *standard, const char *as_of, soa_driver_take *take, void *user,
    struct error *error)
{
    struct rows rows;

    if (!query_way(context, ways[way].all, standard, as_of, 0, LLONG_MAX, &rows,
            error))
        return false;
    while (rows_next(&rows))
        take(user, rows_number(&rows, 0),
            &(struct soa_driver){
                .ref = arena_format(context->arena, "%s:%lld",
                    rows_text(&rows, 2), rows_number(&rows, 1)),
                .kind = rows_text(&rows, 2),
                .title = rows_text(&rows, 3),
                .status = rows_text(&rows, 4),
                .way = ways[way].way});
    return rows_end(&rows, error);
}

bool soa_driver_each(struct context *context, const char *standard,
    const char *as_of, soa_driver_take *take, void *user, struct error *error)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!each_of_way(context, i, standard, as_of, take, user, error))
            return false;
    }
    return true;
}

bool soa_driver_usual(struct context *context, const char *standard,
    const char *as_of, soa_driver_called *called, void *user,
    struct error *error)
{
    struct rows rows;

    if (!query_way(context, ways[USUAL].any, standard, as_of, 0, LLONG_MAX,
            &rows, error))
        return false;
    while (rows_next(&rows))
        called(user, rows_number(&rows, 0));
    return rows_end(&rows, error);
}

bool soa_driver_exists(struct context *context, const char *standard,
    const char *as_of, long long first, long long last, bool *exists,
    struct error *error)
{
    *exists = false;
    for (size_t i = 0; !*exists && i < sizeof ways / sizeof *ways; i++) {
        struct rows rows;

        if (!query_way(context, ways[i].any, standard, as_of, first, last,
                &rows, error))
            return false;
        *exists = rows_next(&rows);
        if (!rows_end(&rows, error))
            return false;
    }
    return true;
}

bool soa_lacks_cause(
    bool applies, size_t drivers, const struct soa_statement *agreed)
{
    return applies && drivers == 0 &&
           (agreed == NULL || agreed->reason[0] == '\0');
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
