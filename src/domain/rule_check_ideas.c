/* What calls for the ideas of the standards that the site works to. */
#include "domain/rule_running.h"

#include "domain/soa_driver.h"
#include "domain/soa_statement.h"

struct idea {
    const char *clause;
    const char *heading;
    long long first; /* its position, and that of its last item */
    long long last;
    bool driven; /* in the usual way */
    struct idea *next;
};

/* The ideas (controls) of one standard, in order. */
struct ideas {
    struct idea *first;
    struct idea **end;
};

static bool read_ideas(struct context *context, const char *standard,
    struct ideas *ideas, struct error *error)
{
    struct idea *idea = NULL;
    struct rows rows;

    ideas->first = NULL;
    ideas->end = &ideas->first;
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
    }
    return rows_end(&rows, error);
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

/* Does it apply, and neither statements nor anything else say why? */
static bool lacks_cause(const struct soa_drivers *drivers,
    const struct idea *idea, bool *lacks, struct error *error)
{
    const char *reason;
    bool excluded;
    bool exists;

    *lacks = false;
    if (!soa_statement_agreed(drivers->context, drivers->standard,
            drivers->as_of, idea->first, &excluded, &reason, error))
        return false;
    if (!soa_lacks_cause(!excluded, 0, reason))
        return true;
    if (!soa_driver_exists(drivers, idea->first, idea->last, &exists, error))
        return false;
    *lacks = !exists;
    return true;
}

static bool check_standard(struct rule_running *running, const char *standard,
    const char *number, struct error *error)
{
    struct arena *arena = running->context->arena;
    struct soa_drivers drivers;
    struct ideas ideas;

    if (!read_ideas(running->context, standard, &ideas, error) ||
        !soa_drivers_ask(
            &drivers, running->context, standard, running->as_of, error) ||
        !soa_driver_usual(&drivers, mark_driven, &ideas, error))
        return false;
    for (const struct idea *idea = ideas.first; idea != NULL;
         idea = idea->next) {
        bool lacks = false;

        if (!idea->driven && !lacks_cause(&drivers, idea, &lacks, error))
            return false;
        if (lacks)
            rule_add(running,
                arena_format(arena, "clause:%s/%s", standard, idea->clause),
                arena_format(arena,
                    "%s %s “%s” applies, but nothing that is recorded calls "
                    "for it, and no agreed statement says why.",
                    number, idea->clause, idea->heading));
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
