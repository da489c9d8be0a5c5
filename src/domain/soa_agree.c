/* What was proposed becomes what counts. */
#include "domain/resolve.h"
#include "domain/soa_record.h"
#include "domain/soa_save.h"

/* One transaction's work. */
struct agreeing {
    struct context *context;
    struct soa_form form;
};

/* Other statements that count and speak of the idea. */
static bool supersede(struct agreeing *agreeing, const struct record *record,
    const char *clause, struct error *error)
{
    struct context *context = agreeing->context;
    struct builder others = builder_create(context->arena);
    struct text rest;
    struct text word;
    struct rows rows;

    if (!database_query(context->db,
            "select distinct record.number from item "
            "join link on link.target = item.id "
            "join record on record.id = link.owner "
            "join soa_role on soa_role.role in ('applied', 'excluded') "
            "and soa_role.kind = record.kind and soa_role.field = link.role "
            "join status on status.kind = record.kind "
            "and status.name = record.status "
            "where item.ref = $1 and record.id <> $2 and status.live = 1 "
            "and status.closed = 0 order by record.number",
            VALUES(value_text(clause), value_number(record->id)), &rows, error))
        return false;
    while (rows_next(&rows))
        builder_format(&others, "%s%lld", others.size > 0 ? " " : "",
            rows_number(&rows, 0));
    if (!rows_end(&rows, error))
        return false;
    rest = text_of(builder_string(&others));
    while (text_next(&rest, ' ', &word)) {
        long long number;

        if (text_number(word, &number) &&
            !soa_record_detach(context, &agreeing->form, number, clause,
                arena_format(context->arena, "In its place: %s",
                    record_ref(context->arena, record)),
                error))
            return false;
    }
    return true;
}

static bool supersede_all(struct agreeing *agreeing,
    const struct record *record, const char *field, struct error *error)
{
    struct text rest = text_of(record_value_of(record, field));
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        if (word.size > 0 &&
            !supersede(agreeing, record,
                text_string(agreeing->context->arena, word), error))
            return false;
    }
    return true;
}

/* Before it counts, a statement says why. */
static bool check_agreed(
    struct agreeing *agreeing, struct record *record, struct error *error)
{
    struct record_problems problems;

    if (record_value_of(record, agreeing->form.excluded)[0] != '\0' &&
        record_value_of(record, agreeing->form.reason)[0] == '\0')
        return error_set(error, ERROR_INVALID,
            "“%s” gives no reason why it does not apply, so it cannot be "
            "agreed.",
            record_value(record, record->kind->title));
    if (!record_check(agreeing->context, record,
            (const char *const *)record->values, &problems, error))
        return false;
    return problems.count == 0 ||
           error_set(error, ERROR_INVALID, "“%s” cannot be agreed: %s",
               record_value(record, record->kind->title),
               problems.problems[0].message);
}

static bool agree_record(
    struct agreeing *agreeing, struct record *record, struct error *error)
{
    const struct kind *kind = record->kind;
    const struct status *status = record_status(record);

    if (status != NULL && status->closed)
        return error_set(error, ERROR_CONFLICT, "“%s” was withdrawn meanwhile.",
            record_value(record, kind->title));
    if (!soa_record_set_status(record, true, false, error))
        return false;
    soa_record_set(record, kind->dated, agreeing->context->today);
    soa_record_set(record, agreeing->form.agreed_by, agreeing->context->person);
    return check_agreed(agreeing, record, error) &&
           record_save(agreeing->context, record,
               "Agreed in the Statement of Applicability", error) &&
           supersede_all(agreeing, record, agreeing->form.excluded, error) &&
           supersede_all(agreeing, record, agreeing->form.applied, error);
}

static bool agree_one(
    struct agreeing *agreeing, const char *statement, struct error *error)
{
    struct text rest = text_of(statement);
    struct text part;
    long long number = 0;
    long long revision = 0;
    struct record record;

    if (!text_next(&rest, '@', &part) || !text_number(part, &number) ||
        !text_number(rest, &revision) || number < 1)
        return error_at(error, ERROR_INVALID, "statement",
            "statement: “%s” is not the number of a statement with its "
            "revision, such as 9@2.",
            statement);
    if (!soa_record_read(
            agreeing->context, agreeing->form.kind, number, &record, error))
        return false;
    if (record.revision != revision)
        return error_set(error, ERROR_CONFLICT,
            "Somebody changed “%s” meanwhile, so nothing was agreed. Look at "
            "the row again.",
            record_value(&record, record.kind->title));
    return agree_record(agreeing, &record, error);
}

bool soa_agree(struct context *context, const char *const *statements,
    size_t count, struct error *error)
{
    struct agreeing agreeing = {.context = context};
    bool fine;

    if (!site_begin(context, error))
        return false;
    fine = soa_record_begin(context, &agreeing.form, error);
    for (size_t i = 0; fine && i < count; i++)
        fine = agree_one(&agreeing, statements[i], error);
    if (fine)
        return site_commit(context, error);
    site_rollback(context);
    return false;
}
