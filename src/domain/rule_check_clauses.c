/* Checks of the standards that the site works to: what contradicts an
 * exclusion, and what nobody speaks of. */
#include "domain/rule_running.h"

#include "domain/kind.h"
#include "domain/search.h"
#include "domain/site.h"

static const char *spaced(struct arena *arena, const char *words)
{
    return arena_format(arena, " %s ", words);
}

/* The kinds whose records can exclude a clause, spaced. */
static const char *excluding(struct context *context)
{
    const struct kinds *kinds = context->site->kinds;
    struct builder names = builder_create(context->arena);

    builder_byte(&names, ' ');
    for (size_t i = 0; i < kinds->count; i++) {
        if (kind_field(&kinds->kinds[i], "excludes") >= 0)
            builder_format(&names, "%s ", kinds->kinds[i].name);
    }
    return builder_string(&names);
}

/* Which live records refer to a clause that a live statement excludes. The
 * statements come first: `cross join` says so to the planner, which would else
 * read all links. A record that refers to the clause many times is one. */
#define CONTRADICTING                                                          \
    "select distinct other.owner, standard.position as standing, "             \
    "clause.position, standard.number, clause.clause, statement.title "        \
    "from kind excluding cross join status agreed "                            \
    "cross join record statement cross join link cross join clause "           \
    "cross join standard cross join link other cross join status "             \
    "where $2 like '% ' || excluding.name || ' %' "                            \
    "and agreed.kind = excluding.name and agreed.live = 1 "                    \
    "and statement.kind = agreed.kind and statement.status = agreed.name "     \
    "and link.owner = statement.id and link.role = 'excludes' "                \
    "and clause.id = link.target and standard.id = clause.standard "           \
    "and standard.scope = 1 and other.target = clause.id "                     \
    "and other.role <> 'excludes' "                                            \
    "and $1 not like '% ' || other.kind || ' %' "                              \
    "and status.kind = other.kind and status.name = other.status "             \
    "and status.live = 1"

bool rule_check_contradicted(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct rows rows;

    if (!database_query(context->db,
            "select item.ref, kind.label, record.number, record.title, "
            "found.number, found.clause, found.title from (" CONTRADICTING
            ") found cross join record cross join kind cross join item "
            "where record.id = found.owner and kind.name = record.kind "
            "and item.id = record.id "
            "order by found.standing, found.position, item.ref, found.title "
            "limit $3",
            VALUES(value_text(spaced(
                       context->arena, running->check->parts[RULE_EXCEPT])),
                value_text(excluding(context)),
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

/* A clause of those that are asked for. */
struct asked {
    long long item;
    const char *shares; /* its place in the shared structure, or "" */
    struct mention *of;
    struct asked *next;
};

/* A standard that has one of them. */
struct mention {
    const char *name;
    const char *ref; /* of the first */
    long long position;
    bool found;
    struct mention *next;
};

struct mentions {
    struct mention *standards; /* in order */
    struct mention **end;
    struct asked *asked;
    size_t wanted; /* standards with nothing found yet */
};

/* The clause `id` of the standard, when it has one. */
static bool ask_clause(struct context *context, const char *standard,
    const char *id, struct mention *mention, struct mentions *mentions,
    struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select clause.id, clause.shares, clause.position, item.ref "
            "from clause join item on item.id = clause.id "
            "where clause.standard = $1 and clause.clause = $2",
            VALUES(value_text(standard), value_text(id)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct asked *asked = arena_alloc(context->arena, sizeof *asked);
        long long position = rows_number(&rows, 2);

        *asked = (struct asked){.item = rows_number(&rows, 0),
            .shares = rows_text(&rows, 1),
            .of = mention,
            .next = mentions->asked};
        mentions->asked = asked;
        if (mention->ref == NULL || position < mention->position) {
            mention->ref = rows_text(&rows, 3);
            mention->position = position;
        }
    }
    return rows_end(&rows, error);
}

static bool ask_standard(struct context *context, const char *standard,
    const char *name, const char *clauses, struct mentions *mentions,
    struct error *error)
{
    struct mention *mention = arena_alloc(context->arena, sizeof *mention);
    struct text rest = text_of(clauses);
    struct text id;

    mention->name = name;
    while (text_next(&rest, ' ', &id)) {
        if (!ask_clause(context, standard, text_string(context->arena, id),
                mention, mentions, error))
            return false;
    }
    if (mention->ref == NULL)
        return true;
    *mentions->end = mention;
    mentions->end = &mention->next;
    mentions->wanted++;
    return true;
}

static bool ask_all(struct context *context, const char *clauses,
    struct mentions *mentions, struct error *error)
{
    struct rows rows;
    bool fine = true;

    mentions->end = &mentions->standards;
    if (!database_query(context->db,
            "select id, name from standard where scope = 1 "
            "order by position, id",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = ask_standard(context, rows_text(&rows, 0), rows_text(&rows, 1),
            clauses, mentions, error);
    return rows_end(&rows, error) && fine;
}

/* It answers for the clause, and for those with the same place in the structure
 * that standards share. */
static bool take_clause(void *user, long long item, struct text shares)
{
    struct mentions *mentions = user;

    for (struct asked *asked = mentions->asked; asked != NULL;
         asked = asked->next) {
        if (asked->of->found ||
            (asked->item != item &&
                (shares.size == 0 || !text_equals(shares, asked->shares))))
            continue;
        asked->of->found = true;
        mentions->wanted--;
    }
    return mentions->wanted > 0;
}

bool rule_check_unmentioned(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    const char *clauses = running->check->parts[RULE_CLAUSES];
    const char *words = running->check->parts[RULE_WORDS];
    struct mentions mentions = {.standards = NULL};

    if (!ask_all(context, clauses, &mentions, error))
        return false;
    if (mentions.wanted > 0 &&
        !search_clauses(context, words, take_clause, &mentions, error))
        return false;
    for (const struct mention *mention = mentions.standards; mention != NULL;
         mention = mention->next) {
        if (!mention->found)
            rule_add(running, mention->ref,
                arena_format(context->arena,
                    "Nothing that meets or refers to %s %s mentions any of "
                    "these: %s.",
                    mention->name, clauses, words));
    }
    return true;
}
