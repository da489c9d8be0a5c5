/* Every query gives the position of a clause with each row. */
#include "domain/soa_driver.h"

/* A record calls for something while it is in force. */
#define IN_FORCE                                                               \
    SOA_IDEAS                                                                  \
    "join status on status.kind = record.kind "                                \
    "and status.name = record.status "                                         \
    "where named.standard = $1 and status.live = 1 and status.closed = 0 "     \
    "and not exists (select 1 from soa_role idle where idle.role = 'idle' "    \
    "and idle.kind = record.kind and idle.value = record.status) "             \
    "and coalesce(nullif(record.dated, ''), "                                  \
    "substr(record.changed_at, 1, 10)) <= $2 "

#define DRIVER                                                                 \
    "select clause.position, record.number, record.kind, record.title, "       \
    "record.status from clause named "

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
#define OF_DRIVER OF_ROLE("soa_role", "link", "driver")
#define OF_MEASURE OF_ROLE("carries", "meant", "measure")
#define OF_APPLIED OF_ROLE("applied", "said", "applied")

/* The ways in which something calls for an idea; the first counts. */
static const struct {
    const char *sql;
    enum soa_way way;
} ways[] = {
    {DRIVER
        "cross join soa_role cross join link "
        "join record on record.id = link.owner " IN_FORCE OF_DRIVER IN_ORDER,
        SOA_NAMED},
    {DRIVER "join link story on story.target = named.id "
            "and story.kind = '' and story.role = 'text' "
            "join link on link.target = story.source "
            "join record on record.id = link.owner "
            "join soa_role on soa_role.role = 'story' "
            "and soa_role.kind = record.kind "
            "and soa_role.field = link.role " IN_FORCE IN_ORDER,
        SOA_STORY},
    {DRIVER "cross join soa_role carries cross join link meant "
            "cross join soa_role cross join link "
            "join record on record.id = link.owner " IN_FORCE OF_MEASURE
            "and soa_role.role = 'control' "
            "and link.target = meant.owner "
            "and link.kind = soa_role.kind "
            "and link.role = soa_role.field " IN_ORDER,
        SOA_MEASURE},
    {DRIVER
        "cross join soa_role carries cross join link meant "
        "join link duty on duty.owner = meant.owner "
        "join soa_role on soa_role.role = 'duty' "
        "and soa_role.kind = meant.kind "
        "and soa_role.field = duty.role "
        "join record on record.id = duty.target " IN_FORCE OF_MEASURE IN_ORDER,
        SOA_MEASURE},
    {DRIVER "join link claim on claim.target = named.id "
            "and claim.kind = '' and claim.role = 'meets' "
            "join link on link.target = claim.source "
            "join record on record.id = link.owner "
            "join soa_role on soa_role.role = 'control' "
            "and soa_role.kind = record.kind "
            "and soa_role.field = link.role " IN_FORCE IN_ORDER,
        SOA_SECTION},
    {DRIVER "cross join soa_role applied cross join link said "
            "join record statement on statement.id = said.owner "
            "join status agreed on agreed.kind = statement.kind "
            "and agreed.name = statement.status and agreed.live = 1 "
            "and agreed.closed = 0 "
            "join soa_role names on names.role = 'drivers' "
            "and names.kind = statement.kind "
            "join link on link.owner = statement.id "
            "and link.role = names.field "
            "join record on record.id = link.target " IN_FORCE OF_APPLIED
            "and coalesce(nullif(statement.dated, ''), "
            "substr(statement.changed_at, 1, 10)) <= $2 " IN_ORDER,
        SOA_STATED},
};

static bool each_of_way(struct context *context, size_t way,
    const char *standard, const char *as_of, soa_driver_take *take, void *user,
    struct error *error)
{
    struct rows rows;

    if (!database_query(context->db, ways[way].sql,
            VALUES(value_text(standard), value_text(as_of)), &rows, error))
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
