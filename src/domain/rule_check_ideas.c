/* What calls for the ideas of the standards that the site works to. */
#include "domain/rule_running.h"

#include "base/map.h"
#include "domain/soa_driver.h"

/* An idea, and what is known of why it applies. */
struct idea {
    const char *ref;
    const char *clause;
    const char *heading;
    size_t drivers;
    bool excluded;
    const struct soa_statement *agreed; /* the newest */
};

/* The ideas (controls) of one standard. */
struct ideas {
    struct idea **places; /* by position of the clause, or NULL */
    long long positions;
    struct map *by_clause;
};

static bool read_ideas(struct context *context, const char *standard,
    struct ideas *ideas, struct error *error)
{
    struct rows rows;

    *ideas = (struct ideas){.by_clause = map_create(context->arena)};
    if (!database_number(context->db,
            "select coalesce(max(position) + 1, 0) from clause "
            "where standard = $1 and kind = 'control'",
            VALUES(value_text(standard)), &ideas->positions, error) ||
        !database_query(context->db,
            "select clause.position, item.ref, clause.clause, clause.heading "
            "from clause join item on item.id = clause.id "
            "where clause.standard = $1 and clause.kind = 'control'",
            VALUES(value_text(standard)), &rows, error))
        return false;
    ideas->places = arena_array(context->arena,
        size_add((size_t)ideas->positions, 1), sizeof *ideas->places);
    while (rows_next(&rows)) {
        struct idea *idea = arena_alloc(context->arena, sizeof *idea);

        *idea = (struct idea){.ref = rows_text(&rows, 1),
            .clause = rows_text(&rows, 2),
            .heading = rows_text(&rows, 3)};
        ideas->places[rows_number(&rows, 0)] = idea;
        map_set(ideas->by_clause, idea->clause, idea);
    }
    return rows_end(&rows, error);
}

static void count_driver(
    void *user, long long position, const struct soa_driver *driver)
{
    struct ideas *ideas = user;

    (void)driver;
    if (position < ideas->positions && ideas->places[position] != NULL)
        ideas->places[position]->drivers++;
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

static bool check_standard(struct rule_running *running, const char *standard,
    const char *number, struct error *error)
{
    struct context *context = running->context;
    struct ideas ideas;

    if (!read_ideas(context, standard, &ideas, error))
        return false;
    if (ideas.positions == 0)
        return true;
    if (!soa_driver_each(
            context, standard, running->as_of, count_driver, &ideas, error) ||
        !read_statements(running, standard, &ideas, error))
        return false;
    for (long long i = 0; i < ideas.positions; i++) {
        const struct idea *idea = ideas.places[i];

        if (idea != NULL &&
            soa_lacks_cause(!idea->excluded, idea->drivers, idea->agreed))
            rule_add(running, idea->ref,
                arena_format(context->arena,
                    "%s %s “%s” applies, but nothing that is recorded calls "
                    "for it, and no agreed statement says why.",
                    number, idea->clause, idea->heading));
    }
    return true;
}

/* Ideas that apply without a cause, as the Statement of Applicability lists
 * them. */
bool rule_check_undriven(struct rule_running *running, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(running->context->db,
            "select id, number from standard where scope = 1 order by position",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = check_standard(
            running, rows_text(&rows, 0), rows_text(&rows, 1), error);
    return rows_end(&rows, error) && fine;
}
