/* Rows of lists. */
#include "render/record_list_view.h"

#include "base/map.h"
#include "domain/record_index.h"
#include "render/address.h"
#include "render/record_label.h"

#include <string.h>

const char *record_list_view_order(const struct kind *kind, size_t field)
{
    if ((int)field == kind->status)
        return "status";
    if ((int)field == kind->owner)
        return "owner";
    if ((int)field == kind->due)
        return "due";
    return record_index_has(kind, field) ? kind->fields[field].name : "";
}

/* What every row needs, found once for the table. */
struct table {
    const struct record_list_view *view;
    struct map *names;    /* of people, by login */
    struct map *css;      /* of references, by status */
    const char *note;     /* where the records' footnotes are, less number */
    const char *main;     /* and the records themselves */
    const size_t *listed; /* the fields with a column of their own */
    size_t listed_count;
    const size_t *below; /* those named below the title */
    size_t below_count;
};

static bool is_column(const struct kind *kind, size_t field)
{
    return kind->fields[field].listed && (int)field != kind->title;
}

const bool *record_list_view_fields(
    struct arena *arena, const struct kind *kind)
{
    bool *fields = arena_array(arena, kind->field_count, sizeof *fields);

    for (size_t i = 0; i < kind->field_count; i++)
        fields[i] = is_column(kind, i) || kind->fields[i].below ||
                    (int)i == kind->title || (int)i == kind->status;
    return fields;
}

static struct table table_of(const struct record_list_view *view)
{
    struct arena *arena = view->place->context->arena;
    const struct kind *kind = view->kind;
    size_t *listed = arena_array(arena, kind->field_count, sizeof *listed);
    size_t *below = arena_array(arena, kind->field_count, sizeof *below);
    const char *ref = arena_format(arena, "%s:", kind->name);
    struct table table = {.view = view,
        .names = map_create(arena),
        .css = map_create(arena),
        .note = reference_href(view->place, ref),
        .main = address_main(arena, ref),
        .listed = listed,
        .below = below};

    for (size_t i = 0; i < view->people_count; i++)
        map_set(table.names, view->people[i].login,
            arena_string(arena, view->people[i].name));
    for (size_t i = 0; i < kind->field_count; i++) {
        if (is_column(kind, i))
            listed[table.listed_count++] = i;
        else if (kind->fields[i].below)
            below[table.below_count++] = i;
    }
    return table;
}

static const char *numbered(
    struct arena *arena, const char *prefix, const struct record *record)
{
    struct builder out = builder_create(arena);

    builder_put(&out, prefix);
    builder_number(&out, record->number);
    return builder_string(&out);
}

static const char *css_of(const struct table *table, const char *status)
{
    struct context *context = table->view->place->context;
    const char *css = map_get(table->css, status);

    if (css == NULL) {
        css = reference_css(context, table->view->kind->name, status, true);
        map_set(table->css, status, arena_string(context->arena, css));
    }
    return css;
}

/* How late it is, below the date it was due. */
static void fill_late(const struct record_list_view *view,
    const struct record *record, const char *due,
    struct template_dictionary *cell)
{
    bool late;
    const char *words = record_label_due(view->place->context, view->kind,
        record_value(record, view->kind->status), due, &late);

    if (late)
        template_set(template_row(cell, "CELL_LATE"), "LATE_WORDS", words);
}

static bool words_of(const struct table *table, const struct field *field,
    const char *value, const char **words, struct error *error)
{
    const struct record_list_view *view = table->view;

    *words = field->type->control == CONTROL_PERSON
                 ? map_get(table->names, value)
                 : NULL;
    return *words != NULL || record_label_value(view->place->context,
                                 view->kind, field, value, words, error);
}

static bool fill_cell(const struct table *table, const struct record *record,
    size_t i, struct template_dictionary *row, struct error *error)
{
    const struct kind *kind = table->view->kind;
    const char *value = record->values[i];
    struct template_dictionary *cell = template_row(row, "CELL");
    const char *words = "";
    const char *css;

    if (value[0] == '\0')
        return true;
    if (!words_of(table, &kind->fields[i], value, &words, error))
        return false;
    template_set(cell, "CELL_WORDS", words);
    css = (int)i == kind->status
              ? record_label_state_css(kind, value)
              : record_label_level_css(table->view->place->context->arena,
                    &kind->fields[i], value);
    if (css[0] != '\0')
        template_set(template_row(cell, "CELL_STATE"), "STATE_CSS", css);
    else if ((int)i == kind->due)
        fill_late(table->view, record, value, cell);
    return true;
}

/* The kind of a reference to a record, "finding:8", and its number. */
static const struct kind *kind_of_reference(
    const struct site *site, struct text word, struct text *number)
{
    struct text scheme;

    *number = word;
    if (!text_next(number, ':', &scheme) || number->data == NULL)
        return NULL;
    for (size_t i = 0; i < site->kinds->count; i++) {
        if (text_equals(scheme, site->kinds->kinds[i].name))
            return &site->kinds->kinds[i];
    }
    return NULL;
}

/* "raised by Finding 8", for the first reference to a record. No need to look
 * it up: the reference says it all. */
static void put_origin(struct builder *words, const struct table *table,
    const struct record *record)
{
    struct context *context = table->view->place->context;

    for (size_t i = 0; i < table->below_count; i++) {
        const struct field *field = &record->kind->fields[table->below[i]];
        struct text rest = text_of(record->values[table->below[i]]);
        struct text word;
        struct text number;
        const struct kind *kind;

        if (field->type->control != CONTROL_REFERENCES ||
            !text_next(&rest, ' ', &word))
            continue;
        kind = kind_of_reference(context->site, word, &number);
        if (kind == NULL)
            continue;
        builder_put(words, words->size > 0 ? ", " : "");
        builder_put(words, record_label_small(context->arena, field->label));
        builder_byte(words, ' ');
        builder_put(words, record_label_small(context->arena, kind->label));
        builder_byte(words, ' ');
        builder_text(words, number);
        return;
    }
}

/* What is said below the title: the choices the kind always wants and does
 * not list, and where the record comes from. */
static const char *sub_of(
    const struct table *table, const struct record *record)
{
    struct builder words = builder_create(table->view->place->context->arena);

    for (size_t i = 0; i < table->below_count; i++) {
        const struct field *field = &record->kind->fields[table->below[i]];
        const char *value = record->values[table->below[i]];

        if (field->choice_count == 0 || value[0] == '\0')
            continue;
        builder_put(&words, words.size > 0 ? ", " : "");
        builder_put(&words, field_choice_label(field, value));
    }
    put_origin(&words, table, record);
    return builder_string(&words);
}

static bool fill_row(const struct table *table, const struct record *record,
    struct template_dictionary *row, struct error *error)
{
    struct arena *arena = table->view->place->context->arena;
    const struct kind *kind = table->view->kind;
    const char *sub = sub_of(table, record);

    template_set(row, "REF_HREF", numbered(arena, table->note, record));
    template_set(
        row, "REF_CSS", css_of(table, record_value(record, kind->status)));
    template_set_number(row, "NUMBER", record->number);
    template_set(row, "ROW_HREF", numbered(arena, table->main, record));
    template_set(row, "ROW_TITLE", record_value(record, kind->title));
    if (sub[0] != '\0')
        template_set(template_row(row, "ROW_SUB"), "SUB_WORDS", sub);
    for (size_t i = 0; i < table->listed_count; i++) {
        if (!fill_cell(table, record, table->listed[i], row, error))
            return false;
    }
    return true;
}

bool record_list_view_fill(const struct record_list_view *view,
    struct template_dictionary *dictionary, struct error *error)
{
    struct table table = table_of(view);

    for (size_t i = 0; i < view->count; i++) {
        if (!fill_row(&table, &view->records[i],
                template_row(dictionary, "ROW"), error))
            return false;
    }
    return true;
}
