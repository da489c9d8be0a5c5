/* Rows of origin `site`, behind those that were shipped. */
#include "domain/expectation_edit.h"

#include "domain/expectation_check.h"
#include "domain/site.h"
#include "domain/standard.h"
#include "domain/standard_build.h"
#include "domain/standard_history.h"
#include "domain/standard_load.h"

enum { WHY_LIMIT = 4000 };

static void read_row(struct rows *rows, struct clause_expectation *expectation)
{
    *expectation = (struct clause_expectation){.position = rows_number(rows, 0),
        .words = rows_text(rows, 1),
        .own = string_equals(rows_text(rows, 2), "site"),
        .standard = rows_text(rows, 3),
        .clause = rows_text(rows, 4)};
}

static bool read_rows(struct rows *rows, struct clause_expectation *list,
    size_t *count, struct error *error)
{
    while (rows_next(rows))
        read_row(rows, &list[(*count)++]);
    return rows_end(rows, error);
}

#define EXPECTATION_COLUMNS                                                    \
    "select expectation.position, words, expectation.origin, "                 \
    "clause.standard, clause.clause from expectation "                         \
    "join clause on clause.id = expectation.clause "

bool expectation_edit_list(struct context *context, long long clause,
    struct clause_expectation **list, size_t *count, struct error *error)
{
    const long long most = 2LL * STANDARD_EXPECTATION_LIMIT;
    struct rows rows;

    *count = 0;
    *list = arena_array(context->arena, (size_t)most, sizeof **list);
    return database_query(context->db,
               EXPECTATION_COLUMNS
               "where clause.id = $1 order by expectation.position limit $2",
               VALUES(value_number(clause), value_number(most)), &rows,
               error) &&
           read_rows(&rows, *list, count, error);
}

bool expectation_edit_list_own(struct context *context, long long limit,
    struct clause_expectation **list, size_t *count, struct error *error)
{
    struct rows rows;

    *count = 0;
    *list = arena_array(context->arena, (size_t)limit + 1, sizeof **list);
    return database_query(context->db,
               EXPECTATION_COLUMNS
               "join standard on standard.id = clause.standard "
               "where expectation.origin = 'site' "
               "order by standard.position, clause.position, "
               "expectation.position limit $1",
               VALUES(value_number(limit)), &rows, error) &&
           read_rows(&rows, *list, count, error);
}

bool expectation_edit_check(struct context *context, const char *words,
    struct expectation *expectation, struct error *error)
{
    struct error problem = error_create(error->arena);
    const char *unknown;

    if (text_trim(text_of(words)).size == 0)
        return error_at(
            error, ERROR_INVALID, "words", "This must be filled in.");
    if (!expectation_parse(
            context->arena, text_trim(text_of(words)), expectation, &problem))
        return error_at(error, ERROR_INVALID, "words", "%s", problem.message);
    unknown = expectation_problem(context->arena, context->site, expectation);
    return unknown == NULL ||
           error_at(error, ERROR_INVALID, "words", "%s", unknown);
}

static bool check_room(struct context *context, const struct clause *clause,
    const char *words, struct error *error)
{
    struct clause_expectation *list;
    size_t count;
    size_t own = 0;

    if (!standard_kind_asks(clause->kind))
        return error_at(error, ERROR_INVALID, "words",
            "%s asks for nothing itself, so nothing can be expected of it.",
            clause->id);
    if (!expectation_edit_list(context, clause->item, &list, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        own += list[i].own;
        if (string_equals(list[i].words, words))
            return error_at(error, ERROR_INVALID, "words",
                "Exactly this is expected there already.");
    }
    return own < STANDARD_EXPECTATION_LIMIT ||
           error_at(error, ERROR_INVALID, "words",
               "A site may add %d expectations to a clause.",
               STANDARD_EXPECTATION_LIMIT);
}

static bool check_why(const char *why, struct error *error)
{
    return text_of(why).size <= WHY_LIMIT ||
           error_at(error, ERROR_INVALID, "why",
               "This is too long: at most %d bytes fit here.", WHY_LIMIT);
}

static bool add_locked(struct context *context, const struct clause *clause,
    const char *words, const char *why, struct error *error)
{
    long long position = EXPECTATION_FIRST_OWN;

    return check_room(context, clause, words, error) &&
           database_number(context->db,
               "select max(position) + 1 from expectation where clause = $1 "
               "and origin = 'site' having count(*) > 0",
               VALUES(value_number(clause->item)), &position, error) &&
           database_run(context->db,
               "insert into expectation (clause, position, words, origin) "
               "values ($1, $2, $3, 'site')",
               VALUES(value_number(clause->item), value_number(position),
                   value_text(words)),
               error) &&
           standard_history_add_expectation(
               context, clause->item, position, "expected", why, words, error);
}

bool expectation_edit_add(struct context *context, const struct clause *clause,
    const char *words, const char *why, struct error *error)
{
    struct expectation expectation = {.words = ""};

    if (!check_why(why, error) ||
        !expectation_edit_check(context, words, &expectation, error) ||
        !site_begin(context, error))
        return false;
    if (add_locked(context, clause, expectation.words, why, error))
        return site_commit(context, error);
    site_rollback(context);
    return false;
}

static bool withdraw_locked(struct context *context,
    const struct clause *clause, long long position, const char *words,
    const char *why, struct error *error)
{
    long long found = 0;

    if (!database_number(context->db,
            "select count(*) from expectation where clause = $1 "
            "and position = $2 and words = $3 and origin = 'site'",
            VALUES(value_number(clause->item), value_number(position),
                value_text(words)),
            &found, error))
        return false;
    if (found == 0)
        return error_set(error, ERROR_MISSING,
            "The site expects that no longer. Load the page again to see what "
            "it does.");
    return database_run(context->db,
               "delete from expectation where clause = $1 and position = $2",
               VALUES(value_number(clause->item), value_number(position)),
               error) &&
           standard_history_add_expectation(
               context, clause->item, position, "withdrew", why, words, error);
}

bool expectation_edit_withdraw(struct context *context,
    const struct clause *clause, long long position, const char *words,
    const char *why, struct error *error)
{
    if (!check_why(why, error) || !site_begin(context, error))
        return false;
    if (withdraw_locked(context, clause, position, words, why, error))
        return site_commit(context, error);
    site_rollback(context);
    return false;
}
