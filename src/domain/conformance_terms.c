/* What a record must say to be evidence. */
#include "domain/conformance_walk.h"

#include "domain/computation.h"
#include "domain/evidence_file.h"
#include "domain/field_type.h"
#include "domain/record.h"

#include <string.h>

/* References to what is not there are none, nor is a file that is gone. */
static bool has_file(
    struct walk *walk, long long record, bool *has, struct error *error)
{
    struct rows rows;

    *has = false;
    if (!database_query(walk->context->db,
            "select file.hash, file.size from link "
            "join file on file.id = link.target where link.owner = $1",
            VALUES(value_number(record)), &rows, error))
        return false;
    while (!*has && rows_next(&rows))
        *has = evidence_file_is_there(
            walk->context, rows_text(&rows, 0), rows_number(&rows, 1));
    return rows_end(&rows, error);
}

/* Is there anything that the field refers to? */
static bool leads_somewhere(struct walk *walk, long long record,
    const char *field, bool *leads, struct error *error)
{
    long long count = 0;

    if (!database_number(walk->context->db,
            "select count(*) from link join item on item.id = link.target "
            "where link.owner = $1 and link.role = $2 and item.present = 1",
            VALUES(value_number(record), value_text(field)), &count, error))
        return false;
    *leads = count > 0;
    return true;
}

/* `with` a field that holds references asks for one that leads somewhere. */
static bool is_filled(struct walk *walk, const struct candidate *candidate,
    const char *field, const char *value, bool *filled, struct error *error)
{
    const struct kind *kind = candidate->class->of;
    int place = kind_field(kind, field);

    *filled = value[0] != '\0';
    return !*filled || place < 0 || !kind->fields[place].type->links ||
           leads_somewhere(walk, candidate->record, field, filled, error);
}

/* A value that depends on the day or on other records is worked out, as of the
 * day that is asked for. */
static bool live_value(struct walk *walk, const struct candidate *candidate,
    const char *field, const char **value, struct error *error)
{
    struct context then = *walk->context;
    const struct known_record *known;
    struct record record;
    const char *json;

    then.today = walk->as_of;
    if (!known_record(walk->facts->known, candidate->record, &known, error) ||
        !known_snapshot(walk->facts->known, candidate->record, &json, error) ||
        !record_from_snapshot(
            &then, candidate->class->of, json, &record, error))
        return false;
    record.id = known->id;
    record.number = known->number;
    if (!computation_fill_live(&then, &record, NULL, error))
        return false;
    *value = record_value_of(&record, field);
    return true;
}

static bool value_of(struct walk *walk, const struct candidate *candidate,
    const char *field, const char **value, struct error *error)
{
    const struct kind *kind = candidate->class->of;
    int place = kind_field(kind, field);

    *value = "";
    if (place < 0)
        return true;
    if (computation_is_live(&kind->fields[place]))
        return live_value(walk, candidate, field, value, error);
    return known_value(
        walk->facts->known, candidate->record, field, value, error);
}

/* Values may be several, space separated. */
static bool has_one_of(const char *values, const char *value)
{
    struct text rest = text_of(values);
    struct text each;

    while (text_next(&rest, ' ', &each)) {
        struct text held = text_of(value);
        struct text word;

        while (text_next(&held, ' ', &word)) {
            if (word.size == each.size &&
                memcmp(word.data, each.data, each.size) == 0)
                return true;
        }
    }
    return false;
}

bool walk_says_all(struct walk *walk, const struct expectation *expectation,
    const struct candidate *candidate, bool *says, struct error *error)
{
    *says = true;
    for (size_t i = 0; *says && i < expectation->term_count; i++) {
        const struct expectation_term *term = &expectation->terms[i];
        const char *value;

        if (term->file) {
            if (!has_file(walk, candidate->record, says, error))
                return false;
            continue;
        }
        if (!value_of(walk, candidate, term->field, &value, error))
            return false;
        *says = has_one_of(term->values, value);
        if (term->values[0] == '\0' &&
            !is_filled(walk, candidate, term->field, value, says, error))
            return false;
    }
    return true;
}

/* Does it follow from the record alone, not from the day or what else there
 * is? */
static bool follows_alone(
    const struct kind *kind, const struct expectation_term *term)
{
    int place = kind_field(kind, term->field);

    return !term->file && place >= 0 &&
           !computation_is_live(&kind->fields[place]) &&
           !kind->fields[place].type->links;
}

bool walk_says_alone(struct walk *walk, const struct expectation *expectation)
{
    struct text rest = text_of(expectation->kinds);
    struct text name;

    while (text_next(&rest, ' ', &name)) {
        const struct kind *kind = kind_find(
            walk->context->site, text_string(walk->context->arena, name));

        for (size_t i = 0; kind != NULL && i < expectation->term_count; i++) {
            if (!follows_alone(kind, &expectation->terms[i]))
                return false;
        }
    }
    return true;
}
