/* Pages and footnotes of records. */
#include "render/record_view.h"

#include "base/clock.h"
#include "render/chrome.h"
#include "render/linked_view.h"
#include "render/record_label.h"

#include <string.h>

/* Longer texts stand in the main column, not among the facts. */
enum { FACT_SIZE = 60 };

bool record_view_fill_ref(const struct place *place,
    struct template_dictionary *row, const char *text, struct error *error)
{
    struct context *context = place->context;
    struct target target;

    if (!resolve_text(context, text, &target, error))
        return false;
    reference_fill(place, template_include(row, "REF", "field_ref.tpl"),
        string_empty(target.ref) ? text : target.ref, target.kind,
        target.present ? reference_full_label(
                             context, target.ref, target.kind, target.title)
                       : text,
        target.status, target.present);
    return true;
}

static bool fill_refs(const struct place *place, const struct field *field,
    const char *value, struct template_dictionary *fact, struct error *error)
{
    struct text rest = text_of(value);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        if (word.size > 0 &&
            !record_view_fill_ref(place, template_row(fact, "FACT_REF"),
                record_label_reference(place->context->arena, field, word),
                error))
            return false;
    }
    return true;
}

static void fill_date(const struct place *place, const struct record *record,
    size_t i, struct template_dictionary *fact)
{
    struct context *context = place->context;
    struct template_dictionary *row = template_row(fact, "FACT_DATE");
    const char *words;
    bool late;

    chrome_set_date(context, row, "FACT_DAY", "FACT_SHOWN", record->values[i]);
    if ((int)i != record->kind->due)
        return;
    words = record_label_due(context, record->kind,
        record_value(record, record->kind->status), record->values[i], &late);
    if (words[0] != '\0')
        template_set(template_row(row, late ? "FACT_LATE" : "FACT_DUE"),
            "FACT_WORDS", words);
}

static bool fill_fact(const struct place *place, const struct record *record,
    size_t i, struct template_dictionary *facts, struct error *error)
{
    const struct field *field = &record->kind->fields[i];
    const char *value = record->values[i];
    struct template_dictionary *fact = template_row(facts, "FACT");
    const char *shown;

    template_set(fact, "FACT_LABEL", field->label);
    switch (field->type->control) {
    case CONTROL_PERSON:
    case CONTROL_REFERENCES:
        return fill_refs(place, field, value, fact, error);
    case CONTROL_DATE:
    case CONTROL_MOMENT:
        fill_date(place, record, i, fact);
        return true;
    case CONTROL_LINE:
    case CONTROL_AREA:
    case CONTROL_SELECT:
    case CONTROL_RADIO:
    default:
        if (!record_label_value(
                place->context, record->kind, field, value, &shown, error))
            return false;
        template_set(template_row(fact, "FACT_TEXT"), "FACT_VALUE", shown);
        return true;
    }
}

/* Title and status head the page, long texts have the main column, and
 * references stand under linked work. */
static bool is_fact(const struct record *record, size_t i)
{
    const struct field *field = &record->kind->fields[i];

    return record->values[i][0] != '\0' && (int)i != record->kind->title &&
           (int)i != record->kind->status && !field->type->markdown &&
           field->type->control != CONTROL_REFERENCES &&
           (field->type->control != CONTROL_LINE ||
               strlen(record->values[i]) <= FACT_SIZE);
}

static bool is_passage(const struct record *record, size_t i)
{
    const struct field *field = &record->kind->fields[i];

    return record->values[i][0] != '\0' && (int)i != record->kind->title &&
           (field->type->markdown ||
               (field->type->control == CONTROL_LINE &&
                   strlen(record->values[i]) > FACT_SIZE));
}

/* A long text: Markdown, or words as they are. */
static void fill_passage(const struct place *place, const struct record *record,
    size_t i, struct template_dictionary *page)
{
    struct context *context = place->context;
    struct place here = *place;
    struct error problem = error_create(context->arena);
    struct template_dictionary *row = template_row(page, "PASSAGE");
    const char *html;

    if ((int)i != record->kind->body || place->trail == NULL)
        template_set(template_row(row, "PASSAGE_HEAD"), "PASSAGE_LABEL",
            record->kind->fields[i].label);
    if (record->kind->fields[i].type->markdown &&
        markdown_render_text(context->arena, text_of(record->values[i]),
            reference_resolve_markdown, &here, &html, &problem))
        template_set(template_row(row, "PASSAGE_TEXT"), "HTML", html);
    else
        template_set(template_row(row, "PASSAGE_PLAIN"), "PASSAGE_WORDS",
            record->values[i]);
}

static void fill_record_dates(const struct place *place,
    const struct record *record, struct template_dictionary *dictionary)
{
    struct context *context = place->context;

    chrome_set_date(context, dictionary, "CREATED_DAY", "CREATED_SHOWN",
        clock_date(context->arena, record->created_at));
    chrome_set_date(context, dictionary, "CHANGED_DAY", "CHANGED_SHOWN",
        clock_date(context->arena, record->changed_at));
}

static bool fill_facts(const struct place *place, const struct record *record,
    struct template_dictionary *facts, struct error *error)
{
    for (size_t i = 0; i < record->kind->field_count; i++) {
        if (is_fact(record, i) && !fill_fact(place, record, i, facts, error))
            return false;
    }
    fill_record_dates(place, record, facts);
    template_set(
        facts, "RECORD_REF", record_ref(place->context->arena, record));
    return true;
}

static void fill_head(const struct place *place, const struct record *record,
    struct template_dictionary *page)
{
    const struct kind *kind = record->kind;

    template_set(
        page, "RECORD_NAME", record_label(place->context->arena, record));
    template_set(page, "RECORD_TITLE", record_value(record, kind->title));
    record_label_fill_state(page, kind, record_value(record, kind->status));
}

static bool fill_status_line(const struct place *place,
    const struct record *record, struct template_dictionary *page,
    struct error *error)
{
    struct context *context = place->context;
    const struct kind *kind = record->kind;
    const char *owner = record_value(record, kind->owner);
    const char *due = record_value(record, kind->due);
    const char *words;
    bool late;

    if (owner[0] != '\0') {
        struct template_dictionary *row = template_row(page, "LINE_OWNER");

        template_set(row, "LINE_LABEL", kind->fields[kind->owner].label);
        if (!record_view_fill_ref(place, row,
                arena_format(context->arena, "person:%s", owner), error))
            return false;
    }
    words = record_label_due(
        context, kind, record_value(record, kind->status), due, &late);
    if (words[0] != '\0') {
        struct template_dictionary *row =
            template_row(page, late ? "LINE_LATE" : "LINE_DUE");

        template_set(row, "LINE_LABEL", kind->fields[kind->due].label);
        chrome_set_date(context, row, "LINE_DAY", "LINE_SHOWN", due);
        template_set(row, "LINE_WORDS", words);
    }
    template_set_number(page, "REVISION_NUMBER", record->revision);
    fill_record_dates(place, record, page);
    return true;
}

bool record_view_fill_page(const struct place *place,
    const struct record *record, struct template_dictionary *page,
    struct error *error)
{
    struct link_groups groups;

    fill_head(place, record, page);
    if (!fill_status_line(place, record, page, error) ||
        !linked_view_read(place->context, record, &groups, error))
        return false;
    for (size_t i = 0; i < record->kind->field_count; i++) {
        if (is_passage(record, i))
            fill_passage(place, record, i, page);
    }
    linked_view_fill(place, &groups, page);
    return fill_facts(place, record,
        template_include(page, "FACTS", "record_facts.tpl"), error);
}

/* In a footnote linked work is among the facts, but for mere mentions. */
static void fill_linked_facts(const struct place *place,
    const struct link_groups *groups, struct template_dictionary *facts)
{
    for (size_t i = 0; i < groups->count; i++) {
        const struct link_group *group = &groups->groups[i];
        struct template_dictionary *fact;

        if (group->mentions)
            continue;
        fact = template_row(facts, "FACT");
        template_set(fact, "FACT_LABEL", group->heading);
        for (size_t j = 0; j < group->count; j++)
            linked_view_fill_ref(
                place, template_row(fact, "FACT_REF"), group->links[j]);
    }
}

bool record_view_fill_note(const struct place *place,
    const struct record *record, struct template_dictionary *note,
    struct error *error)
{
    const struct kind *kind = record->kind;
    struct template_dictionary *facts;
    struct link_groups groups;

    fill_head(place, record, note);
    if (kind->body >= 0 && record_value(record, kind->body)[0] != '\0')
        fill_passage(place, record, (size_t)kind->body, note);
    for (size_t i = 0; i < kind->field_count; i++) {
        if ((int)i != kind->body && is_passage(record, i))
            fill_passage(place, record, i, note);
    }
    facts = template_include(note, "FACTS", "record_facts.tpl");
    if (!linked_view_read(place->context, record, &groups, error) ||
        !fill_facts(place, record, facts, error))
        return false;
    fill_linked_facts(place, &groups, facts);
    return true;
}
