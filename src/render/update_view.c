/* Entries of feeds. */
#include "render/update_view.h"

#include "base/clock.h"
#include "base/escape.h"
#include "base/json.h"
#include "domain/markup_plain.h"
#include "domain/note.h"
#include "domain/resolve.h"
#include "render/address.h"
#include "render/chrome.h"
#include "render/link_view.h"

#include <string.h>

enum { EXCERPT_SIZE = 200 }; /* bytes of a note */

static bool is_note(const struct update *update)
{
    return string_begins(update->part, "note:");
}

/* The beginning of a text as plain words, cut between two of them. */
static const char *excerpt_of(struct arena *arena, const char *text)
{
    struct builder out = builder_create(arena);
    struct text rest = text_of(markup_plain(arena, text_of(text)));
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        if (out.size + word.size > EXCERPT_SIZE && out.size > 0) {
            builder_put(&out, " …");
            break;
        }
        if (out.size > 0)
            builder_byte(&out, ' ');
        builder_text(&out, word);
    }
    return builder_string(&out);
}

/* What a note says, unless it has been withdrawn since. */
static bool read_note(
    struct context *context, struct update_entry *entry, struct error *error)
{
    const struct update *update = entry->update;
    const char *number = update->part + strlen("note:");
    struct json_node *json;
    struct note note;
    long long id = 0;
    bool found = false;

    if (!json_node_parse(
            context->arena, text_of(update->snapshot), &json, error) ||
        (text_number(text_of(number), &id) &&
            !note_read(context, update->item, id, &note, &found, error)))
        return false;
    if (found && !note.withdrawn)
        entry->excerpt =
            excerpt_of(context->arena, json_node_text(json, "body"));
    entry->address = arena_format(context->arena, "%s#note-%s",
        address_main(context->arena, update->ref), number);
    if (string_equals(update->action, "noted"))
        entry->did = json_node_member(json, "answers") == NULL
                         ? "note written"
                         : "note answered";
    return true;
}

/* What a link made by hand led to. */
static bool read_link(
    struct context *context, struct update_entry *entry, struct error *error)
{
    struct json_node *json;
    struct target target;
    const char *ref;

    entry->address = address_links(context->arena, entry->update->ref);
    if (!json_node_parse(
            context->arena, text_of(entry->update->snapshot), &json, error))
        return false;
    ref = json_node_text(json, "target");
    if (ref[0] == '\0')
        return true;
    if (!resolve_text(context, ref, &target, error))
        return false;
    entry->excerpt = arena_format(context->arena, "%s: %s",
        link_view_heading(
            context, json_node_text(json, "role"), entry->update->kind, true),
        reference_full_label(context, ref, target.kind, target.title));
    return true;
}

/* What the site expects of a clause itself. */
static bool read_expectation(
    struct context *context, struct update_entry *entry, struct error *error)
{
    struct json_node *json;

    if (!json_node_parse(
            context->arena, text_of(entry->update->snapshot), &json, error))
        return false;
    entry->excerpt = json_node_text(json, "words");
    entry->did = string_equals(entry->update->action, "expected")
                     ? "expectation added"
                     : "expectation withdrawn";
    return true;
}

/* A record against its revision before. */
static bool read_record(struct context *context, const struct kind *kind,
    struct update_entry *entry, struct error *error)
{
    struct record before;
    struct record after;

    if (string_equals(entry->update->action, "created"))
        entry->did = "recorded";
    if (entry->update->before[0] == '\0')
        return true;
    return record_from_snapshot(
               context, kind, entry->update->before, &before, error) &&
           record_from_snapshot(
               context, kind, entry->update->snapshot, &after, error) &&
           record_change_list(context, &before, &after, &entry->changes,
               &entry->change_count, error);
}

/* What the revision is of, and what it says of that. */
static bool read_details(
    struct context *context, struct update_entry *entry, struct error *error)
{
    const struct update *update = entry->update;
    const struct kind *kind = kind_find(context->site, update->kind);

    if (is_note(update))
        return read_note(context, entry, error);
    if (string_begins(update->part, "expectation:"))
        return read_expectation(context, entry, error);
    if (update->part[0] != '\0')
        return read_link(context, entry, error);
    if (kind != NULL)
        return read_record(context, kind, entry, error);
    if (string_equals(update->action, "created"))
        entry->did = "written";
    entry->address = arena_format(context->arena,
        "%s?show=history&revision=%lld", entry->address, update->number);
    return true;
}

static struct update_entry begin_entry(
    struct context *context, const struct update *update)
{
    return (struct update_entry){.update = update,
        .did = update->action,
        .address = address_main(context->arena, update->ref),
        .excerpt = ""};
}

bool update_view_read(struct context *context, const struct update *update,
    struct update_entry *entry, struct error *error)
{
    struct error problem = error_create(context->arena);

    *entry = begin_entry(context, update);
    if (read_details(context, entry, &problem))
        return true;
    if (problem.code != ERROR_INVALID)
        return error_set(error, problem.code, "%s", problem.message);
    /* One that cannot be read is told without its words: the others stay. */
    *entry = begin_entry(context, update);
    entry->excerpt = "What was kept of this cannot be read.";
    return true;
}

static void fill_change(
    const struct record_change *change, struct template_dictionary *row)
{
    template_set(row, "CHANGE_LABEL", change->field->label);
    if (!record_change_is_brief(change)) {
        template_set(template_row(row, "NAMED"), "NAMED_VERB",
            record_change_verb(change));
        return;
    }
    if (change->before[0] != '\0')
        template_set(template_row(row, "OLD"), "WORDS", change->before);
    if (change->after[0] != '\0')
        template_set(template_row(row, "NEW"), "WORDS", change->after);
    else
        template_show(row, "EMPTIED");
}

static bool fill_update(const struct place *place, const struct update *update,
    struct template_dictionary *row, struct error *error)
{
    struct context *context = place->context;
    const char *label =
        reference_label(context, update->ref, update->kind, update->title);
    struct update_entry entry;

    if (!update_view_read(context, update, &entry, error))
        return false;
    reference_fill(place, template_include(row, "REF", "field_ref.tpl"),
        update->ref, update->kind, label, update->status, update->present);
    if (!string_equals(label, update->title))
        template_set(
            template_row(row, "TITLED"), "UPDATE_TITLE", update->title);
    template_set(row, "DID", entry.did);
    template_set(row, "UPDATE_HREF", entry.address);
    for (size_t i = 0; i < entry.change_count; i++)
        fill_change(&entry.changes[i], template_row(row, "CHANGE"));
    if (entry.excerpt[0] != '\0')
        template_set(
            template_row(row, "EXCERPT"), "EXCERPT_WORDS", entry.excerpt);
    if (update->why[0] != '\0')
        template_set(template_row(row, "WHY"), "WHY_WORDS", update->why);
    template_set(row, "BY_NAME",
        update->by_name[0] == '\0' ? "The program" : update->by_name);
    template_set(row, "UPDATE_AT", update->at);
    template_set(row, "UPDATE_TIME",
        strlen(update->at) < 16
            ? ""
            : arena_copy(context->arena, update->at + 11, 5));
    return true;
}

bool update_view_fill(const struct place *place, const struct update *updates,
    size_t count, struct template_dictionary *page, struct error *error)
{
    struct context *context = place->context;
    struct template_dictionary *group = NULL;
    const char *day = "";

    for (size_t i = 0; i < count; i++) {
        const char *date = clock_date(context->arena, updates[i].at);

        if (group == NULL || !string_equals(day, date)) {
            group = template_row(page, "DAY");
            chrome_set_date(context, group, "DAY_DATE", "DAY_SHOWN", date);
            if (string_equals(date, context->today))
                template_show(group, "DAY_TODAY");
            day = date;
        }
        if (!fill_update(
                place, &updates[i], template_row(group, "UPDATE"), error))
            return false;
    }
    return true;
}

static void put_member(struct builder *out, const char *before,
    const char *name, const char *value)
{
    builder_put(out, before);
    escape_json(out, text_of(name));
    builder_byte(out, ':');
    escape_json(out, text_of(value));
}

static void put_changes(struct builder *out, const struct update_entry *entry)
{
    builder_put(out, ",\"changes\":[");
    for (size_t i = 0; i < entry->change_count; i++) {
        const struct record_change *change = &entry->changes[i];

        put_member(out, i == 0 ? "{" : ",{", "field", change->field->name);
        put_member(out, ",", "label", change->field->label);
        put_member(out, ",", "before", change->before);
        put_member(out, ",", "after", change->after);
        builder_byte(out, '}');
    }
    builder_byte(out, ']');
}

static void put_entry(struct builder *out, const struct update_entry *entry)
{
    const struct update *update = entry->update;

    builder_format(out, "{\"id\":%lld", update->id);
    put_member(out, ",", "at", update->at);
    put_member(out, ",", "by", update->by);
    put_member(out, ",", "name", update->by_name);
    put_member(out, ",", "ref", update->ref);
    put_member(out, ",", "title", update->title);
    put_member(out, ",", "part", update->part);
    builder_format(out, ",\"revision\":%lld", update->number);
    put_member(out, ",", "action", update->action);
    put_member(out, ",", "why", update->why);
    put_member(out, ",", "text", entry->excerpt);
    put_member(out, ",", "address", entry->address);
    put_changes(out, entry);
    builder_byte(out, '}');
}

bool update_view_json(struct context *context, const struct update *updates,
    size_t count, struct builder *out, struct error *error)
{
    builder_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        struct update_entry entry;

        if (!update_view_read(context, &updates[i], &entry, error))
            return false;
        if (i > 0)
            builder_byte(out, ',');
        put_entry(out, &entry);
    }
    builder_byte(out, ']');
    return true;
}
