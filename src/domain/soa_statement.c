/* What is said of ideas. */
#include "domain/soa_statement.h"

#include "domain/soa_role.h"

static void set_field(
    struct soa_form *form, const char *role, const char *field)
{
    struct {
        const char *role;
        const char **field;
    } const places[] = {
        {"applied", &form->applied},
        {"excluded", &form->excluded},
        {"reason", &form->reason},
        {"drivers", &form->drivers},
        {"agreed-by", &form->agreed_by},
    };

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (string_equals(places[i].role, role))
            *places[i].field = field;
    }
}

/* The first kind that can exclude states. */
bool soa_form_read(
    struct context *context, struct soa_form *form, struct error *error)
{
    const char *kind = NULL;
    struct soa_role *roles;
    size_t count;

    *form = (struct soa_form){.applied = "",
        .excluded = "",
        .reason = "",
        .drivers = "",
        .agreed_by = ""};
    if (!soa_role_list(context, &roles, &count, error))
        return false;
    for (size_t i = 0; kind == NULL && i < count; i++) {
        if (string_equals(roles[i].role, "excluded"))
            kind = roles[i].kind;
    }
    if (kind == NULL)
        return true;
    for (size_t i = 0; i < count; i++) {
        if (string_equals(roles[i].kind, kind))
            set_field(form, roles[i].role, roles[i].field);
    }
    form->kind = kind_find(context->site, kind);
    return true;
}

static void read_statement(
    struct arena *arena, struct rows *rows, struct soa_statement *statement)
{
    *statement = (struct soa_statement){.clause = rows_text(rows, 0),
        .ref = arena_format(
            arena, "%s:%lld", rows_text(rows, 1), rows_number(rows, 2)),
        .number = rows_number(rows, 2),
        .revision = rows_number(rows, 3),
        .title = rows_text(rows, 4),
        .status = rows_text(rows, 5),
        .live = rows_number(rows, 6) != 0,
        .applies = string_equals(rows_text(rows, 7), "applied"),
        .reason = rows_text(rows, 8),
        .drivers = rows_text(rows, 9),
        .agreed_by = rows_text(rows, 10),
        .date = rows_text(rows, 11),
        .changed_by = rows_text(rows, 12),
        .ideas = rows_number(rows, 13)};
}

/* What is said of clauses, and not withdrawn, up to a day. Kinds come before
 * links, so that of a clause with very many records only statements are looked
 * at; with the plus they are all compared, else both words would be put into a
 * table first. */
#define SAID_ON                                                                \
    "case when status.live = 1 then coalesce(nullif(record.dated, ''), "       \
    "substr(record.changed_at, 1, 10)) "                                       \
    "else substr(record.created_at, 1, 10) end"
#define SAID                                                                   \
    "from clause cross join soa_role said cross join link "                    \
    "cross join record cross join status "
#define UP_TO                                                                  \
    "where clause.standard = $1 "                                              \
    "and +said.role in ('applied', 'excluded') and link.target = clause.id "   \
    "and link.kind = said.kind and link.role = said.field "                    \
    "and record.id = link.owner and status.kind = record.kind "                \
    "and status.name = record.status and status.closed = 0 "                   \
    "and " SAID_ON " <= $2 "
#define IN_ORDER "order by clause.position, record.id, link.id"

bool soa_statement_list(struct context *context, const char *standard,
    const char *as_of, struct soa_statement **statements, size_t *count,
    struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    *count = 0;
    *statements = NULL;
    if (!database_query(context->db,
            "select clause.clause, record.kind, record.number, "
            "record.revision, "
            "record.title, status.label, status.live, said.role, "
            "coalesce(record.value ->> reason.field, ''), "
            "coalesce(record.value ->> drivers.field, ''), "
            "coalesce(record.value ->> agreed.field, ''), " SAID_ON
            ", record.changed_by, "
            "(select count(*) from link other join soa_role of_other "
            "on of_other.kind = record.kind and of_other.field = other.role "
            "and of_other.role in ('applied', 'excluded') "
            "where other.owner = record.id) " SAID
            "left join soa_role reason on reason.role = 'reason' "
            "and reason.kind = record.kind "
            "left join soa_role drivers on drivers.role = 'drivers' "
            "and drivers.kind = record.kind "
            "left join soa_role agreed on agreed.role = 'agreed-by' "
            "and agreed.kind = record.kind " UP_TO IN_ORDER,
            VALUES(value_text(standard), value_text(as_of)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        *statements = arena_widen(context->arena, *statements, *count,
            &capacity, sizeof **statements);
        read_statement(context->arena, &rows, &(*statements)[(*count)++]);
    }
    return rows_end(&rows, error);
}

bool soa_statement_agreed(struct context *context, const char *standard,
    const char *as_of, long long position, bool *excluded, const char **reason,
    struct error *error)
{
    struct rows rows;

    *excluded = false;
    *reason = "";
    if (!database_query(context->db,
            "select said.role, coalesce(record.value ->> (select field "
            "from soa_role reason where reason.role = 'reason' "
            "and reason.kind = record.kind), '') " SAID UP_TO
            "and clause.position = $3 and status.live = 1 " IN_ORDER,
            VALUES(value_text(standard), value_text(as_of),
                value_number(position)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        *excluded = *excluded || text_equals(rows_slice(&rows, 0), "excluded");
        *reason = rows_text(&rows, 1);
    }
    return rows_end(&rows, error);
}

/* Statements about ideas of the standard that were agreed up to the day; those
 * that others took the place of keep what they said. */
#define AGREED                                                                 \
    "from clause join link on link.target = clause.id "                        \
    "join record on record.id = link.owner "                                   \
    "join soa_role on soa_role.role in ('applied', 'excluded') "               \
    "and soa_role.kind = record.kind and soa_role.field = link.role "          \
    "join status on status.kind = record.kind "                                \
    "and status.name = record.status "                                         \
    "where clause.standard = $1 and record.dated > '' "                        \
    "and record.dated <= $2 and (status.live = 1 or status.closed = 1) "

bool soa_version_read(struct context *context, const struct soa_form *form,
    const char *standard, const char *as_of, struct soa_version *version,
    struct error *error)
{
    struct rows rows;

    *version = (struct soa_version){.date = "", .agreed_by = ""};
    if (!database_number(context->db,
            "select count(distinct record.id) " AGREED,
            VALUES(value_text(standard), value_text(as_of)), &version->changes,
            error) ||
        !database_query(context->db,
            "select record.dated, "
            "coalesce(record.value ->> $3, '') " AGREED
            "order by record.dated desc, record.number desc limit 1",
            VALUES(value_text(standard), value_text(as_of),
                value_text(form->agreed_by)),
            &rows, error))
        return false;
    if (rows_next(&rows)) {
        version->date = rows_text(&rows, 0);
        version->agreed_by = rows_text(&rows, 1);
    }
    return rows_end(&rows, error);
}
