/* What calls for the ideas of the standards that the site works to. */
#include "domain/rule_running.h"

#include "domain/soa_driver.h"
#include "domain/soa_statement.h"

/* Does it apply, and neither statements nor anything else say why? */
static bool lacks_cause(const struct soa_drivers *drivers, size_t place,
    bool *lacks, struct error *error)
{
    const char *reason;
    bool excluded;
    bool exists;

    *lacks = false;
    if (!soa_driver_exists(drivers, place, &exists, error))
        return false;
    if (exists)
        return true;
    if (!soa_statement_agreed(drivers->context, drivers->standard,
            drivers->as_of, soa_driver_clause(drivers, place)->position,
            &excluded, &reason, error))
        return false;
    *lacks = soa_lacks_cause(!excluded, 0, reason);
    return true;
}

static void add_idea(struct rule_running *running, const char *standard,
    const char *number, const struct soa_clause *idea)
{
    struct arena *arena = running->context->arena;

    rule_add(running, arena_format(arena, "clause:%s/%s", standard, idea->id),
        arena_format(arena,
            "%s %s “%s” applies, but nothing that is recorded calls for it, "
            "and no agreed statement says why.",
            number, idea->id, idea->heading));
}

static bool check_standard(struct rule_running *running, const char *standard,
    const char *number, struct error *error)
{
    struct soa_drivers drivers;

    if (!soa_drivers_ask(
            &drivers, running->context, standard, running->as_of, error))
        return false;
    for (size_t i = 0; i < drivers.count; i++) {
        const struct soa_clause *clause = soa_driver_clause(&drivers, i);
        bool lacks;

        if (!string_equals(clause->kind, "control"))
            continue;
        if (!lacks_cause(&drivers, i, &lacks, error))
            return false;
        if (lacks)
            add_idea(running, standard, number, clause);
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
