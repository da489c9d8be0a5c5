/* What calls for the ideas of the standards that the site works to. */
#include "domain/rule_running.h"

#include "base/map.h"
#include "domain/soa_driver.h"

/* An idea, and what is known of why it applies. */
struct idea {
    const char *clause;
    const char *heading;
    long long first; /* its position, and that of its last item */
    long long last;
    bool excluded;
    bool driven;                        /* in the usual way */
    const struct soa_statement *agreed; /* the newest */
    struct idea *next;
};

/* The ideas (controls) of one standard, in order. */
struct ideas {
    struct idea *first;
    struct idea **end;
    struct map *by_clause;
};

static bool read_ideas(struct context *context, const char *standard,
    struct ideas *ideas, struct error *error)
{
    struct idea *idea = NULL;
    struct rows rows;

    ideas->first = NULL;
    ideas->end = &ideas->first;
    ideas->by_clause = map_create(context->arena);
    if (!database_query(context->db,
            "select clause.position, clause.clause, clause.parent, "
            "clause.kind, clause.heading from clause "
            "where clause.standard = $1 and clause.kind in ('control', 'item') "
            "order by clause.position",
            VALUES(value_text(standard)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        long long position = rows_number(&rows, 0);

        if (text_equals(rows_slice(&rows, 3), "item")) {
            if (idea != NULL && text_equals(rows_slice(&rows, 2), idea->clause))
                idea->last = position;
            continue;
        }
        idea = arena_alloc(context->arena, sizeof *idea);
        *idea = (struct idea){.clause = rows_text(&rows, 1),
            .heading = rows_text(&rows, 4),
            .first = position,
            .last = position};
        *ideas->end = idea;
        ideas->end = &idea->next;
        map_set(ideas->by_clause, idea->clause, idea);
    }
    return rows_end(&rows, error);
}

static bool read_statements(struct rule_running *running, const char *standard,
    struct ideas *ideas, struct error *error)
{
    struct soa_statement *statements;
    size_t count;

    if (!soa_statement_list(running->context, standard, running->as_of,
            &statements, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct idea *idea = map_get(ideas->by_clause, statements[i].clause);

        if (idea == NULL || !statements[i].live)
            continue;
        idea->agreed = &statements[i];
        idea->excluded = idea->excluded || !statements[i].applies;
    }
    return true;
}

static void mark_driven(void *user, long long position)
{
    struct ideas *ideas = user;

    for (struct idea *idea = ideas->first; idea != NULL; idea = idea->next) {
        if (position >= idea->first && position <= idea->last) {
            idea->driven = true;
            return;
        }
    }
}

/* Where the statements say enough, nobody asks what calls for it. */
static bool check_idea(struct rule_running *running, const char *standard,
    const char *number, const struct idea *idea, struct error *error)
{
    struct context *context = running->context;
    bool driven;

    if (idea->driven || !soa_lacks_cause(!idea->excluded, 0, idea->agreed))
        return true;
    if (!soa_driver_exists(context, standard, running->as_of, idea->first,
            idea->last, &driven, error))
        return false;
    if (!driven)
        rule_add(running,
            arena_format(
                context->arena, "clause:%s/%s", standard, idea->clause),
            arena_format(context->arena,
                "%s %s “%s” applies, but nothing that is recorded calls "
                "for it, and no agreed statement says why.",
                number, idea->clause, idea->heading));
    return true;
}

static bool check_standard(struct rule_running *running, const char *standard,
    const char *number, struct error *error)
{
    struct ideas ideas;

    if (!read_ideas(running->context, standard, &ideas, error) ||
        !read_statements(running, standard, &ideas, error) ||
        !soa_driver_usual(running->context, standard, running->as_of,
            mark_driven, &ideas, error))
        return false;
    for (const struct idea *idea = ideas.first; idea != NULL;
         idea = idea->next) {
        if (!check_idea(running, standard, number, idea, error))
            return false;
    }
    return true;
}

/* Ideas that apply without a cause, as the Statement of Applicability lists
 * them. Most standards have none: nothing of these is read. */
bool rule_check_undriven(struct rule_running *running, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(running->context->db,
            "select id, number from standard where scope = 1 and exists ("
            "select 1 from clause where clause.standard = standard.id "
            "and clause.kind = 'control') order by position",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = check_standard(
            running, rows_text(&rows, 0), rows_text(&rows, 1), error);
    return rows_end(&rows, error) && fine;
}
