/* Checks of the standards that the site works to: what calls for their ideas,
 * what contradicts an exclusion, and what nobody speaks of. */
#include "domain/rule_running.h"

#include "domain/search.h"
#include "domain/standard.h"

static const char *spaced(struct arena *arena, const char *words)
{
    return arena_format(arena, " %s ", words);
}

/* The kinds whose records can exclude a clause. */
#define EXCLUDING                                                              \
    "with excluding as materialized (select kind from field where name = "     \
    "'excludes') "

/* What leads to an idea: a driver that names it; a record that carries it out
 * and is linked with a driver; a driver that names the section where the idea
 * is claimed or spoken of. Kinds come first, so that of a clause
 * with very many records only a few are looked at. */
#define KINDS_OF_IDEAS                                                         \
    EXCLUDING ", driving as materialized (select name from kind "              \
              "where $1 like '% ' || name || ' %'), "                          \
              "carrying as materialized (select name from kind "               \
              "where $2 like '% ' || name || ' %') "
#define NOT_DRIVEN                                                             \
    "and not exists (select 1 from driving cross join link "                   \
    "where link.target = clause.id and link.kind = driving.name "              \
    "and link.role <> 'excludes') "                                            \
    "and not exists (select 1 from carrying cross join link "                  \
    "cross join link second join record driver on driver.id = second.target "  \
    "where link.target = clause.id and link.kind = carrying.name "             \
    "and second.owner = link.owner "                                           \
    "and $1 like '% ' || driver.kind || ' %') "                                \
    "and not exists (select 1 from carrying cross join link "                  \
    "cross join driving cross join link second "                               \
    "where link.target = clause.id and link.kind = carrying.name "             \
    "and second.target = link.owner and second.kind = driving.name) "          \
    "and not exists (select 1 from link "                                      \
    "join page on page.id = link.owner and page.present = 1 "                  \
    "cross join driving cross join link second "                               \
    "where link.target = clause.id and link.kind = '' "                        \
    "and second.target = link.source "                                         \
    "and second.kind = driving.name) "

/* Ideas (controls) with a provision and no exclusion to which nothing leads. */
bool rule_check_undriven(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    const struct rule_check *check = running->check;
    struct rows rows;

    if (!database_query(context->db,
            KINDS_OF_IDEAS
            "select item.ref, standard.number, clause.clause, clause.heading "
            "from standard cross join clause join item on item.id = clause.id "
            "where standard.scope = 1 and clause.standard = standard.id "
            "and clause.kind = 'control' "
            "and exists (select 1 from link join page on page.id = link.owner "
            "where link.target = clause.id and link.kind = '' "
            "and link.role = 'meets' and page.present = 1) "
            "and not exists (select 1 from excluding cross join link "
            "join status on status.kind = link.kind "
            "and status.name = link.status where link.target = clause.id "
            "and link.kind = excluding.kind "
            "and link.role = 'excludes' and status.live = 1) " NOT_DRIVEN
            "order by standard.position, clause.position",
            VALUES(value_text(spaced(context->arena, check->parts[RULE_KINDS])),
                value_text(spaced(context->arena, check->parts[RULE_THROUGH]))),
            &rows, error))
        return false;
    while (rows_next(&rows))
        rule_add(running, rows_text(&rows, 0),
            arena_format(context->arena,
                "%s %s “%s” is applied, but nothing that is recorded calls for "
                "it.",
                rows_text(&rows, 1), rows_text(&rows, 2), rows_text(&rows, 3)));
    return rows_end(&rows, error);
}

/* Live records that refer to a clause which a live statement excludes. Clauses
 * come first: `cross join` says so to the planner, which would else read all
 * links. */
bool rule_check_contradicted(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct rows rows;

    if (!database_query(context->db,
            EXCLUDING
            "select distinct item.ref, kind.label, record.number, "
            "record.title, standard.number, clause.clause, "
            "statement.title, standard.position, clause.position "
            "from standard cross join clause cross join excluding "
            "cross join link join status agreed on agreed.kind = link.kind "
            "and agreed.name = link.status and agreed.live = 1 "
            "join record statement on statement.id = link.owner "
            "cross join link other cross join kind cross join status "
            "cross join record cross join item where standard.scope = 1 "
            "and kind.name = other.kind and status.kind = other.kind "
            "and status.name = other.status and status.live = 1 "
            "and record.id = other.owner and item.id = record.id "
            "and clause.standard = standard.id and link.target = clause.id "
            "and link.kind = excluding.kind "
            "and link.role = 'excludes' and other.target = clause.id "
            "and other.role <> 'excludes' "
            "and $1 not like '% ' || other.kind || ' %' "
            "order by standard.position, clause.position, item.ref limit $2",
            VALUES(value_text(spaced(
                       context->arena, running->check->parts[RULE_EXCEPT])),
                value_number(RULE_COUNTED_LIMIT)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        bool told = rule_is_told(running);

        rule_add(running, told ? rows_text(&rows, 0) : NULL,
            !told ? NULL
                  : arena_format(context->arena,
                        "%s %lld “%s” refers to %s %s, which “%s” says does "
                        "not apply.",
                        rows_text(&rows, 1), rows_number(&rows, 2),
                        rows_text(&rows, 3), rows_text(&rows, 4),
                        rows_text(&rows, 5), rows_text(&rows, 6)));
    }
    return rows_end(&rows, error);
}

/* The first of the clauses that the standard has, or "". */
static bool first_clause(struct context *context, const char *standard,
    const char *clauses, const char **ref, struct error *error)
{
    *ref = "";
    return database_text(context->db,
        "select item.ref from clause join item on item.id = clause.id "
        "where clause.standard = $1 "
        "and $2 like '% ' || clause.clause || ' %' "
        "order by clause.position limit 1",
        VALUES(
            value_text(standard), value_text(spaced(context->arena, clauses))),
        ref, error);
}

static bool add_unmentioned(struct rule_running *running, const char *standard,
    const char *name, struct error *error)
{
    struct context *context = running->context;
    const char *clauses = running->check->parts[RULE_CLAUSES];
    const char *words = running->check->parts[RULE_WORDS];
    const char *ref;
    bool found;

    if (!first_clause(context, standard, clauses, &ref, error))
        return false;
    if (ref[0] == '\0')
        return true;
    if (!search_clause_says(context, standard, clauses, words, &found, error))
        return false;
    if (!found)
        rule_add(running, ref,
            arena_format(context->arena,
                "Nothing that meets or refers to %s %s mentions any of these: "
                "%s.",
                name, clauses, words));
    return true;
}

bool rule_check_unmentioned(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct rows rows;
    bool fine = true;

    if (!database_query(context->db,
            "select id, name from standard where scope = 1 "
            "order by position, id",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = add_unmentioned(
            running, rows_text(&rows, 0), rows_text(&rows, 1), error);
    return rows_end(&rows, error) && fine;
}
