/* Every query joins the clauses of one standard and comes back in their
 * order; what several links say twice is taken once. */
#include "domain/conformance_read.h"

#include "base/clock.h"
#include "base/json.h"
#include "domain/conformance_evidence.h"
#include "domain/resolve.h"
#include "domain/rule.h"

#include <string.h>

static bool read_clauses(struct walk *walk, struct error *error)
{
    if (!clause_list(walk->context, walk->result->standard.id, &walk->clauses,
            &walk->clause_count, error))
        return false;
    if (walk->clause_count > 0)
        walk->positions =
            (size_t)walk->clauses[walk->clause_count - 1].position + 1;
    return true;
}

static void read_provision(struct walk *walk, struct rows *rows,
    struct conformance_provision *provision)
{
    struct arena *arena = walk->context->arena;
    const char *approved = rows_text(rows, 8);

    provision->ref = rows_text(rows, 1);
    provision->title = rows_text(rows, 2);
    provision->page_ref = rows_text(rows, 3);
    provision->page_title = rows_text(rows, 4);
    provision->page_reference = rows_text(rows, 5);
    provision->page_owner = rows_text(rows, 6);
    provision->approval = approved[0] == '\0' ? APPROVAL_NEVER
                          : string_equals(approved, rows_text(rows, 7))
                              ? APPROVAL_STANDS
                              : APPROVAL_CHANGED;
    provision->approved_at = clock_date(arena, rows_text(rows, 9));
    provision->approved_version = rows_text(rows, 10);
    provision->changed_at = clock_date(arena, rows_text(rows, 11));
    provision->next_review = rows_text(rows, 12);
    provision->review_late =
        provision->next_review[0] != '\0' &&
        strcmp(provision->next_review, walk->result->as_of) < 0;
}

static bool read_provisions(struct walk *walk, struct error *error)
{
    struct rows rows;
    long long last_position = -1;
    long long last_source = -1;

    walk->provisions =
        walk_list_create(walk, sizeof(struct conformance_provision));
    if (!database_query(walk->context->db,
            "select clause.position, source.ref, source.title, owner.ref, "
            "page.title, page.reference, page.owner, page.hash, "
            "page.approved_hash, page.approved_at, page.approved_version, "
            "page.changed_at, page.next_review, link.source from clause "
            "join link on link.target = clause.id and link.role = 'meets' "
            "join page on page.id = link.owner "
            "join item owner on owner.id = page.id "
            "join item source on source.id = link.source "
            "where clause.standard = $1 and page.present = 1 "
            "order by clause.position, page.name, link.line, link.id",
            VALUES(value_text(walk->result->standard.id)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        long long position = rows_number(&rows, 0);
        long long source = rows_number(&rows, 13);
        struct conformance_provision *provision;

        if (position == last_position && source == last_source)
            continue;
        last_position = position;
        last_source = source;
        provision = walk_list_add(walk, &walk->provisions, position);
        if (provision != NULL)
            read_provision(walk, &rows, provision);
    }
    walk_list_end(walk, &walk->provisions);
    return rows_end(&rows, error);
}

/* The value of a field in the record's JSON, trimmed. */
static bool field_of(struct walk *walk, const char *json, const char *field,
    const char **value, struct error *error)
{
    struct arena *arena = walk->context->arena;
    struct json_flat flat = json_flat_begin(text_of(json));
    struct json_node *node;
    struct text key;

    while (json_flat_next(&flat, &key)) {
        if (text_equals(key, field)) {
            *value = json_flat_value(&flat, arena);
            if (*value == NULL)
                break;
            *value = text_string(arena, text_trim(text_of(*value)));
            return true;
        }
    }
    if (flat.fine) {
        *value = "";
        return true;
    }
    if (!json_node_parse(arena, text_of(json), &node, error))
        return false;
    *value =
        text_string(arena, text_trim(text_of(json_node_text(node, field))));
    return true;
}

/* One record may take out many clauses: its reason is read once. */
static bool reason_of(struct walk *walk, struct map *reasons, struct rows *rows,
    const char *ref, const char **reason, struct error *error)
{
    const char **kept = map_get(reasons, ref);

    if (kept == NULL) {
        kept = arena_alloc(walk->context->arena, sizeof *kept);
        if (!field_of(walk, rows_text(rows, 4), "body", kept, error))
            return false;
        map_set(reasons, ref, kept);
    }
    *reason = *kept;
    return true;
}

static bool read_exclusions(struct walk *walk, struct error *error)
{
    struct map *reasons = map_create(walk->context->arena);
    struct rows rows;
    bool fine = true;

    walk->exclusions =
        walk_list_create(walk, sizeof(struct conformance_exclusion));
    if (!database_query(walk->context->db,
            "select clause.position, item.ref, record.title, " WALK_RECORD_DATE
            ", record.value from clause "
            "join link on link.target = clause.id and link.role = 'excludes' "
            "join record on record.id = link.owner "
            "join item on item.id = record.id "
            "join status on status.kind = record.kind "
            "and status.name = record.status "
            "where clause.standard = $1 and status.live = 1 "
            "and " WALK_RECORD_DATE " <= $2 "
            "order by clause.position, record.id, link.id",
            VALUES(value_text(walk->result->standard.id),
                value_text(walk->result->as_of)),
            &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        struct conformance_exclusion *exclusion =
            walk_list_add(walk, &walk->exclusions, rows_number(&rows, 0));

        if (exclusion == NULL)
            continue;
        exclusion->ref = rows_text(&rows, 1);
        exclusion->title = rows_text(&rows, 2);
        exclusion->date = rows_text(&rows, 3);
        fine = reason_of(
            walk, reasons, &rows, exclusion->ref, &exclusion->reason, error);
    }
    walk_list_end(walk, &walk->exclusions);
    return rows_end(&rows, error) && fine;
}

/* NULL when the reference does lead somewhere by now. */
static bool reason_broken(struct walk *walk, const char *path,
    const char *written, const char **reason, struct error *error)
{
    struct page_link link;

    if (!resolve_link(walk->context, path, written, &link, error))
        return false;
    *reason = link.sort == LINK_BROKEN ? link.reason : NULL;
    return true;
}

static bool read_broken(struct walk *walk, struct error *error)
{
    struct rows rows;
    long long last_position = -1;
    long long last_link = -1;
    bool fine = true;

    walk->broken = walk_list_create(walk, sizeof(struct walk_broken));
    if (!database_query(walk->context->db,
            "select clause.position, link.id, source.ref, link.written, "
            "link.line, page.path from clause "
            "join link claim on claim.target = clause.id "
            "and claim.role = 'meets' "
            "join page on page.id = claim.owner "
            "join item source on source.id = claim.source "
            "join link on link.source = claim.source "
            "join item on item.id = link.target "
            "where clause.standard = $1 and page.present = 1 "
            "and item.present = 0 "
            "order by clause.position, page.name, link.line, link.id",
            VALUES(value_text(walk->result->standard.id)), &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        long long position = rows_number(&rows, 0);
        long long id = rows_number(&rows, 1);
        const char *written = rows_text(&rows, 3);
        const char *reason;
        struct walk_broken *broken;

        if (position == last_position && id == last_link)
            continue;
        last_position = position;
        last_link = id;
        fine =
            reason_broken(walk, rows_text(&rows, 5), written, &reason, error);
        if (!fine || reason == NULL)
            continue;
        broken = walk_list_add(walk, &walk->broken, position);
        if (broken != NULL)
            *broken = (struct walk_broken){.id = id,
                .section = rows_text(&rows, 2),
                .written = written,
                .reason = reason,
                .line = rows_number(&rows, 4)};
    }
    walk_list_end(walk, &walk->broken);
    return rows_end(&rows, error) && fine;
}

/* The words for a record that stands against a clause; NULL when it does not,
 * because its field has another value or its date has not passed. */
static const char *concern_message(struct walk *walk, struct rows *rows,
    const struct conformance_watch *watch, const char *value)
{
    struct arena *arena = walk->context->arena;
    const struct kind *kind = kind_find(walk->context->site, watch->kind);
    int field = kind == NULL ? -1 : kind_field(kind, watch->field);
    bool passed = watch->values[0] == '\0';
    const char *title = rows_text(rows, 2);
    const char *status = rows_text(rows, 4);

    if (field < 0 || value[0] == '\0')
        return NULL;
    if (passed && strcmp(value, walk->result->as_of) < 0)
        return arena_format(arena,
            "%s %lld “%s” was due on %s and has the status %s.", kind->label,
            rows_number(rows, 3), title, clock_show(arena, value), status);
    if (!passed && words_have(watch->values, value))
        return arena_format(arena, "%s %lld “%s” (%s) has the status %s.",
            kind->label, rows_number(rows, 3), title,
            field_choice_label(&kind->fields[field], value), status);
    return NULL;
}

static bool add_concern(struct walk *walk, struct walk_list *list,
    const struct conformance_watch *watch, struct rows *rows,
    struct error *error)
{
    struct walk_concern *concern;
    const char *message;
    const char *value;

    if (!field_of(walk, rows_text(rows, 5), watch->field, &value, error))
        return false;
    message = concern_message(walk, rows, watch, value);
    if (message == NULL)
        return true;
    concern = walk_list_add(walk, list, rows_number(rows, 0));
    if (concern != NULL)
        *concern = (struct walk_concern){
            .rule = watch->rule, .ref = rows_text(rows, 1), .message = message};
    return true;
}

static bool read_watch(struct walk *walk, struct walk_list *list,
    const struct conformance_watch *watch, struct error *error)
{
    struct rows rows;
    long long last_position = -1;
    long long last_number = -1;
    bool fine = true;

    *list = walk_list_create(walk, sizeof(struct walk_concern));
    if (!database_query(walk->context->db,
            "select clause.position, item.ref, record.title, record.number, "
            "status.label, record.value from clause "
            "join link on link.target = clause.id "
            "join record on record.id = link.owner and record.kind = $2 "
            "join item on item.id = record.id "
            "join status on status.kind = record.kind "
            "and status.name = record.status "
            "where clause.standard = $1 and status.closed = 0 "
            "and link.role <> 'excludes' and "
            "coalesce(nullif(record.dated, ''), "
            "substr(record.created_at, 1, 10)) <= $3 "
            "order by clause.position, record.number, link.id",
            VALUES(value_text(walk->result->standard.id),
                value_text(watch->kind), value_text(walk->result->as_of)),
            &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        long long position = rows_number(&rows, 0);
        long long number = rows_number(&rows, 3);

        if (position == last_position && number == last_number)
            continue;
        last_position = position;
        last_number = number;
        fine = add_concern(walk, list, watch, &rows, error);
    }
    walk_list_end(walk, list);
    return rows_end(&rows, error) && fine;
}

static bool read_watches(struct walk *walk, struct error *error)
{
    size_t count;
    const struct conformance_watch *watches;

    if (!rule_watches(walk->context, &watches, &count, error))
        return false;
    walk->concern_count = count;
    walk->concerns =
        arena_array(walk->context->arena, count, sizeof *walk->concerns);
    for (size_t i = 0; i < count; i++) {
        if (!read_watch(walk, &walk->concerns[i], &watches[i], error))
            return false;
    }
    return true;
}

bool conformance_read(struct walk *walk, struct error *error)
{
    return read_clauses(walk, error) && read_provisions(walk, error) &&
           conformance_read_evidence(walk, error) &&
           read_exclusions(walk, error) && read_broken(walk, error) &&
           read_watches(walk, error);
}
