/* Rows become records, saved as any record is. */
#include "domain/soa_save.h"

#include "base/crypto.h"
#include "domain/kind_parse.h"
#include "domain/person.h"
#include "domain/resolve.h"
#include "domain/soa_record.h"
#include "domain/standard.h"

#include <string.h>

enum { DIGEST_SIZE = 16 };

/* One transaction's work. */
struct saving {
    struct context *context;
    const char *standard;
    struct soa_form form;
    struct soa_statement *statements;
    size_t count;
};

/* Words with one space between them. */
static const char *words_of(struct arena *arena, const char *value)
{
    struct builder out = builder_create(arena);
    char *copy = arena_string(arena, value);
    struct text rest;
    struct text word;

    for (char *p = copy; *p != '\0'; p++) {
        if (strchr(",;\n\r\t", *p) != NULL)
            *p = ' ';
    }
    rest = text_of(copy);
    while (text_next(&rest, ' ', &word)) {
        if (word.size == 0)
            continue;
        if (out.size > 0)
            builder_byte(&out, ' ');
        builder_text(&out, word);
    }
    return builder_string(&out);
}

static const char *reason_of(struct arena *arena, const char *value)
{
    return text_string(
        arena, text_trim(text_of(text_unix(arena, text_of(value)))));
}

static const char *digest_of(struct arena *arena, const struct soa_row *row)
{
    const char *whole =
        arena_format(arena, "%s\n%s\n%s", row->applies ? "yes" : "no",
            words_of(arena, row->drivers), reason_of(arena, row->reason));

    return arena_copy(arena, crypto_sha256(arena, text_of(whole)), DIGEST_SIZE);
}

static bool same_row(
    struct arena *arena, const struct soa_row *a, const struct soa_row *b)
{
    return string_equals(digest_of(arena, a), digest_of(arena, b));
}

static struct soa_row said_by(const struct soa_statement *statement)
{
    if (statement == NULL)
        return (struct soa_row){.applies = true, .reason = "", .drivers = ""};
    return (struct soa_row){.applies = statement->applies,
        .reason = statement->reason,
        .drivers = statement->drivers};
}

struct soa_row soa_row_of(struct arena *arena,
    const struct soa_statement *agreed, const struct soa_statement *proposed)
{
    struct soa_row row = said_by(proposed != NULL ? proposed : agreed);

    row.stamp = arena_format(arena, "%lld@%lld-%lld@%lld~%s",
        agreed == NULL ? 0 : agreed->number,
        agreed == NULL ? 0 : agreed->revision,
        proposed == NULL ? 0 : proposed->number,
        proposed == NULL ? 0 : proposed->revision, digest_of(arena, &row));
    return row;
}

bool soa_entry_is_changed(struct arena *arena, const struct soa_entry *entry)
{
    const char *digest = strchr(entry->row.stamp, '~');

    return digest == NULL ||
           !string_equals(digest + 1, digest_of(arena, &entry->row));
}

static bool refuse(
    struct soa_entry *entry, const char *field, const char *problem)
{
    entry->field = field;
    entry->problem = problem;
    return true;
}

static const struct soa_statement *newest(
    const struct saving *saving, const char *id, bool live)
{
    const struct soa_statement *found = NULL;

    for (size_t i = 0; i < saving->count; i++) {
        if (saving->statements[i].live == live &&
            string_equals(saving->statements[i].clause, id))
            found = &saving->statements[i];
    }
    return found;
}

/* A new proposed statement with what forms begin with. */
static bool begin_record(
    const struct saving *saving, struct record *record, struct error *error)
{
    const struct kind *kind = saving->form.kind;

    *record = record_create(saving->context->arena, kind);
    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].initial[0] != '\0' && !kind->fields[i].retired)
            record->values[i] =
                kind_initial_value(saving->context, kind->fields[i].initial);
    }
    return soa_record_set_status(record, false, false, error);
}

/* Every driver is there. */
static bool check_drivers(
    struct saving *saving, struct soa_entry *entry, struct error *error)
{
    struct arena *arena = saving->context->arena;
    struct text rest = text_of(entry->row.drivers);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        struct target target;

        if (!resolve_text(
                saving->context, text_string(arena, word), &target, error))
            return false;
        if (!target.present)
            return refuse(entry, "drivers",
                arena_format(arena, "“%.*s” leads nowhere: %s.", (int)word.size,
                    word.data, target.reason));
    }
    return true;
}

static const char *row_field(const struct soa_form *form, const char *field)
{
    if (string_equals(field, form->drivers))
        return "drivers";
    return string_equals(field, form->reason) ? "reason" : "applies";
}

/* Put the row into the record and check it as a form's fields are. */
static bool fill_record(struct saving *saving, struct soa_entry *entry,
    const struct clause *clause, struct record *record, struct error *error)
{
    struct arena *arena = saving->context->arena;
    const struct soa_form *form = &saving->form;
    bool applies = entry->row.applies;
    struct record_problems problems;

    soa_record_set(record, "title",
        arena_format(arena, applies ? "%s %s applies" : "%s %s does not apply",
            clause->id, clause->heading));
    soa_record_set(record, form->applied, applies ? clause->ref : "");
    soa_record_set(record, form->excluded, applies ? "" : clause->ref);
    soa_record_set(record, form->reason, entry->row.reason);
    soa_record_set(record, form->drivers, entry->row.drivers);
    if (!record_check(saving->context, record,
            (const char *const *)record->values, &problems, error))
        return false;
    if (problems.count == 0)
        return true;
    return refuse(entry, row_field(form, problems.problems[0].field->name),
        problems.problems[0].message);
}

static bool write_entry(struct saving *saving, struct soa_entry *entry,
    const struct clause *clause, const struct soa_statement *proposed,
    struct error *error)
{
    struct context *context = saving->context;
    struct record record;

    if (proposed != NULL && proposed->ideas == 1) {
        if (!soa_record_read(
                context, saving->form.kind, proposed->number, &record, error))
            return false;
    } else if (!begin_record(saving, &record, error)) {
        return false;
    }
    if (!fill_record(saving, entry, clause, &record, error))
        return false;
    if (entry->problem != NULL)
        return true;
    entry->saved = true;
    return (proposed == NULL || proposed->ideas == 1 ||
               soa_record_detach(context, &saving->form, proposed->number,
                   clause->ref, "Proposed by itself", error)) &&
           record_save(context, &record,
               "Proposed in the Statement of Applicability", error);
}

/* Who saved it, and what: both stand there, and nothing is lost. */
static bool refuse_stale(struct saving *saving, struct soa_entry *entry,
    const struct soa_row *now, const struct soa_statement *statement,
    struct error *error)
{
    struct arena *arena = saving->context->arena;
    struct person person = {.name = ""};
    bool found = false;

    if (statement == NULL)
        return refuse(entry, "applies",
            "Somebody withdrew what this row said while you were writing. "
            "Save again to put yours in its place.");
    if (!person_read(
            saving->context, statement->changed_by, &person, &found, error))
        return false;
    return refuse(entry, "applies",
        arena_format(arena,
            "%s saved this row while you were writing: %s%s%s%s%s. Save again "
            "to put yours in its place.",
            found ? person.name : "Somebody",
            now->applies ? "applies" : "does not apply",
            now->drivers[0] == '\0' ? "" : ", called for by ", now->drivers,
            now->reason[0] == '\0' ? "" : ", because: ", now->reason));
}

/* Are both stamps of the same statements, whatever they say? */
static bool same_stamp(const char *a, const char *b)
{
    size_t size = strcspn(a, "~");

    return size == strcspn(b, "~") && strncmp(a, b, size) == 0;
}

static bool read_clause(struct saving *saving, const char *id,
    struct clause *clause, struct error *error)
{
    bool found;

    if (!clause_read(
            saving->context, saving->standard, id, clause, &found, error))
        return false;
    return found || error_at(error, ERROR_INVALID, "idea",
                        "idea: %s has no clause %s.", saving->standard, id);
}

static bool save_entry(
    struct saving *saving, struct soa_entry *entry, struct error *error)
{
    struct arena *arena = saving->context->arena;
    const struct soa_statement *agreed = newest(saving, entry->id, true);
    const struct soa_statement *proposed = newest(saving, entry->id, false);
    struct soa_row now = soa_row_of(arena, agreed, proposed);
    struct soa_row before = said_by(agreed);
    struct clause clause;

    entry->row.reason = reason_of(arena, entry->row.reason);
    entry->row.drivers = words_of(arena, entry->row.drivers);
    entry->changed = soa_entry_is_changed(arena, entry);
    if (!read_clause(saving, entry->id, &clause, error))
        return false;
    if (!entry->changed || same_row(arena, &entry->row, &now))
        return true;
    if (!same_stamp(entry->row.stamp, now.stamp))
        return refuse_stale(
            saving, entry, &now, proposed != NULL ? proposed : agreed, error);
    if (!entry->row.applies && entry->row.reason[0] == '\0')
        return refuse(entry, "reason",
            "Say why it does not apply, so that an auditor need not ask.");
    if (!check_drivers(saving, entry, error))
        return false;
    if (entry->problem != NULL)
        return true;
    if (proposed == NULL || !same_row(arena, &entry->row, &before))
        return write_entry(saving, entry, &clause, proposed, error);
    entry->saved = true;
    return soa_record_detach(saving->context, &saving->form, proposed->number,
        clause.ref, "Withdrawn: as agreed before", error);
}

static bool save_all(struct saving *saving, struct soa_entry *entries,
    size_t count, size_t *saved, struct error *error)
{
    bool refused = false;

    *saved = 0;
    for (size_t i = 0; i < count; i++) {
        if (!save_entry(saving, &entries[i], error))
            return false;
        refused |= entries[i].problem != NULL;
        *saved += entries[i].saved;
    }
    if (refused)
        *saved = 0;
    for (size_t i = 0; refused && i < count; i++)
        entries[i].saved = false;
    return true;
}

bool soa_save(struct context *context, const char *standard,
    struct soa_entry *entries, size_t count, size_t *saved, struct error *error)
{
    struct saving saving = {.context = context, .standard = standard};

    *saved = 0;
    if (!site_begin(context, error))
        return false;
    if (!soa_record_begin(context, &saving.form, error) ||
        !soa_statement_list(context, standard, context->today,
            &saving.statements, &saving.count, error) ||
        !save_all(&saving, entries, count, saved, error)) {
        site_rollback(context);
        return false;
    }
    if (*saved > 0)
        return site_commit(context, error);
    site_rollback(context);
    return true;
}
