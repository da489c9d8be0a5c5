/* Rows of lists. */
#include "render/record_list_view.h"

#include "render/address.h"
#include "render/chrome.h"
#include "render/record_label.h"

#include <string.h>

const char *record_list_view_order(const struct kind *kind, size_t field)
{
    if ((int)field == kind->status)
        return "status";
    if ((int)field == kind->owner)
        return "owner";
    return (int)field == kind->due ? "due" : "";
}

static const char *name_of(
    const struct record_list_view *view, const char *login)
{
    for (size_t i = 0; i < view->people_count; i++) {
        if (string_equals(view->people[i].login, login))
            return view->people[i].name;
    }
    return NULL;
}

static void fill_date(const struct record_list_view *view,
    const struct record *record, size_t field, struct template_dictionary *cell)
{
    struct context *context = view->place->context;
    const struct kind *kind = view->kind;
    const char *value = record->values[field];
    struct template_dictionary *row = template_row(cell, "CELL_DATE");
    const char *words;
    bool late;

    chrome_set_date(context, row, "CELL_DAY", "CELL_SHOWN", value);
    words = record_label_due(
        context, kind, record_value(record, kind->status), value, &late);
    if ((int)field == kind->due && late)
        template_set(template_row(row, "CELL_LATE"), "LATE_WORDS", words);
}

static bool fill_cell(const struct record_list_view *view,
    const struct record *record, size_t i, struct template_dictionary *row,
    struct error *error)
{
    const struct field *field = &view->kind->fields[i];
    const char *value = record->values[i];
    enum field_control control = field->type->control;
    struct template_dictionary *cell = template_row(row, "CELL");
    const char *shown;

    template_set(cell, "CELL_LABEL", field->label);
    if (value[0] == '\0')
        return true;
    if ((int)i == view->kind->status) {
        record_label_fill_state(cell, view->kind, value);
        return true;
    }
    if (control == CONTROL_DATE || control == CONTROL_MOMENT) {
        fill_date(view, record, i, cell);
        return true;
    }
    shown = control == CONTROL_PERSON ? name_of(view, value) : NULL;
    if (shown == NULL && !record_label_value(view->place->context, view->kind,
                             field, value, &shown, error))
        return false;
    template_set(template_row(cell, "CELL_TEXT"), "CELL_WORDS", shown);
    return true;
}

/* "raised by Finding 8", for the first reference to a record; "" when there
 * is none. No need to look it up: the reference says it all. */
static const char *origin_of(
    struct context *context, const struct record *record)
{
    for (size_t i = 0; i < record->kind->field_count; i++) {
        const struct field *field = &record->kind->fields[i];
        struct text rest = text_of(record->values[i]);
        struct text word;
        struct text number;
        struct text scheme;
        const struct kind *kind;

        if (field->type->control != CONTROL_REFERENCES || field->listed ||
            !text_next(&rest, ' ', &word))
            continue;
        number = word;
        text_next(&number, ':', &scheme);
        kind = kind_find(context->site, text_string(context->arena, scheme));
        if (kind == NULL)
            continue;
        return arena_format(context->arena, "%s %s %.*s",
            record_label_small(context->arena, field->label),
            record_label_small(context->arena, kind->label), (int)number.size,
            number.data);
    }
    return "";
}

/* What is said below the title: the choices the kind always wants and does
 * not list, and where the record comes from. */
static const char *sub_of(struct context *context, const struct record *record)
{
    struct builder words = builder_create(context->arena);
    const char *origin = origin_of(context, record);

    for (size_t i = 0; i < record->kind->field_count; i++) {
        const struct field *field = &record->kind->fields[i];

        if (field->choice_count == 0 || field->listed || !field->always ||
            record->values[i][0] == '\0')
            continue;
        if (words.size > 0)
            builder_put(&words, ", ");
        builder_put(&words, field_choice_label(field, record->values[i]));
    }
    if (words.size > 0 && origin[0] != '\0')
        builder_put(&words, ", ");
    builder_put(&words, origin);
    return builder_string(&words);
}

static bool fill_row(const struct record_list_view *view,
    const struct record *record, struct template_dictionary *row,
    struct error *error)
{
    struct context *context = view->place->context;
    const struct kind *kind = view->kind;
    const char *ref = record_ref(context->arena, record);
    const char *sub = sub_of(context, record);

    reference_fill(view->place, row, ref, kind->name, "",
        record_value(record, kind->status), true);
    template_set(row, "KIND_LABEL", kind->label);
    template_set_number(row, "NUMBER", record->number);
    template_set(row, "ROW_HREF", address_main(context->arena, ref));
    template_set(row, "ROW_TITLE", record_value(record, kind->title));
    if (sub[0] != '\0')
        template_set(template_row(row, "ROW_SUB"), "SUB_WORDS", sub);
    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].listed && (int)i != kind->title &&
            !fill_cell(view, record, i, row, error))
            return false;
    }
    return true;
}

bool record_list_view_fill(const struct record_list_view *view,
    struct template_dictionary *table, struct error *error)
{
    for (size_t i = 0; i < view->count; i++) {
        if (!fill_row(
                view, &view->records[i], template_row(table, "ROW"), error))
            return false;
    }
    return true;
}
