/* Forms from fields. */
#include "render/form_view.h"

#include "base/crypto.h"
#include "domain/person.h"
#include "render/form_file_view.h"
#include "render/record_label.h"
#include "render/record_view.h"

#include <string.h>

/* As many references as a field takes. */
enum { CHIP_LIMIT = 500, ROLE_LIMIT = 32 };

/* One of the values a field may be set to. */
struct option {
    const char *value;
    const char *label;
};

struct options {
    struct option *items;
    size_t count;
};

const char *form_view_id(struct arena *arena, const struct field *field)
{
    return arena_format(arena, "f-%s", field->name);
}

static const struct field_problem *problem_of(
    const struct form_view *view, const struct field *field)
{
    if (view->problems == NULL)
        return NULL;
    for (size_t i = 0; i < view->problems->count; i++) {
        if (view->problems->problems[i].field == field)
            return &view->problems->problems[i];
    }
    return NULL;
}

static void fill_summary(
    const struct form_view *view, struct template_dictionary *page)
{
    struct arena *arena = view->place->context->arena;
    struct template_dictionary *summary;
    size_t count = view->problems == NULL ? 0 : view->problems->count;

    if (count == 0)
        return;
    summary = template_row(page, "SUMMARY");
    template_set(summary, "SUMMARY_WORDS",
        count == 1
            ? "one field needs another look"
            : arena_format(arena, "%zu fields need another look", count));
    for (size_t i = 0; i < count; i++) {
        const struct field_problem *problem = &view->problems->problems[i];
        struct template_dictionary *row = template_row(summary, "PROBLEM");

        template_set(row, "PROBLEM_ID", form_view_id(arena, problem->field));
        if (!string_begins(problem->message, problem->field->label))
            template_set(template_row(row, "PROBLEM_NAMED"), "PROBLEM_LABEL",
                problem->field->label);
        template_set(row, "PROBLEM_WORDS", problem->message);
    }
}

static void add_option(
    struct options *options, const char *value, const char *label)
{
    options->items[options->count].value = value;
    options->items[options->count++].label = label;
}

static bool has_option(const struct options *options, const char *value)
{
    for (size_t i = 0; i < options->count; i++) {
        if (string_equals(options->items[i].value, value))
            return true;
    }
    return false;
}

static bool add_people(
    struct context *context, struct options *options, struct error *error)
{
    struct person *people;
    size_t count;

    if (!person_list(context, &people, &count, error))
        return false;
    options->items =
        arena_array(context->arena, count + 2, sizeof *options->items);
    add_option(options, "", "Nobody");
    for (size_t i = 0; i < count; i++)
        add_option(options, people[i].login, people[i].name);
    return true;
}

/* What was typed, so that it is not lost. */
static void add_typed(struct options *options, const char *input)
{
    if (input[0] != '\0' && !has_option(options, input))
        add_option(options, input, input);
}

static void add_roles(struct options *options)
{
    const char *const *roles = person_roles();

    for (size_t i = 0; i < ROLE_LIMIT && roles[i] != NULL; i++)
        add_option(options, roles[i], person_role_label(roles[i]));
}

/* What is retired is offered where it is chosen, and nowhere else. */
static void add_statuses(
    const struct kind *kind, const char *input, struct options *options)
{
    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = &kind->statuses[i];

        if (!status->retired || string_equals(status->name, input))
            add_option(options, status->name, status->label);
    }
}

static void add_choices(
    const struct field *field, const char *input, struct options *options)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        const struct choice *choice = &field->choices[i];

        if (!choice->retired || words_have(input, choice->name))
            add_option(options, choice->name, choice->label);
    }
    if (string_equals(field->type->name, "yesno")) {
        add_option(options, "yes", "Yes");
        add_option(options, "no", "No");
    }
}

/* What may be chosen, and what was typed even if it may not. */
static bool read_options(const struct form_view *view, size_t place,
    struct options *options, struct error *error)
{
    struct context *context = view->place->context;
    const struct kind *kind = view->kind;
    const struct field *field = &kind->fields[place];
    enum field_control control = field->type->control;
    const char *input = view->inputs[place];

    *options = (struct options){.items = NULL};
    if (control == CONTROL_PERSON) {
        if (!add_people(context, options, error))
            return false;
        add_typed(options, input);
        return true;
    }
    options->items = arena_array(context->arena,
        size_add(kind->status_count, field->choice_count) + ROLE_LIMIT + 4,
        sizeof *options->items);
    if ((int)place == kind->status) {
        add_statuses(kind, input, options);
    } else {
        if (control == CONTROL_SELECT ||
            (control == CONTROL_RADIO && !field->always))
            add_option(options, "", "Not set");
        if (string_equals(field->type->name, "role"))
            add_roles(options);
        else
            add_choices(field, input, options);
    }
    if (control != CONTROL_CHECKS)
        add_typed(options, input);
    return true;
}

static void fill_options(const struct options *options, const char *input,
    bool several, struct template_dictionary *control)
{
    for (size_t i = 0; i < options->count; i++) {
        struct template_dictionary *row = template_row(control, "OPTION");

        template_set(row, "OPTION_VALUE", options->items[i].value);
        template_set(row, "OPTION_LABEL", options->items[i].label);
        if (i == 0)
            template_show(row, "OPTION_FIRST");
        if (several ? words_have(input, options->items[i].value)
                    : string_equals(options->items[i].value, input))
            template_show(row, "OPTION_CHOSEN");
    }
}

/* A word typed into a field of references as a whole reference. */
static const char *whole_reference(
    struct arena *arena, const struct field *field, struct text word)
{
    const char *string = text_string(arena, word);

    if (field->type->clauses && !string_begins(string, "clause:"))
        return arena_format(arena, "clause:%s", string);
    return string;
}

static bool fill_chips(const struct form_view *view, const struct field *field,
    const char *input, struct template_dictionary *control, struct error *error)
{
    struct arena *arena = view->place->context->arena;
    struct template_dictionary *chips = NULL;
    char *copy = arena_string(arena, input);
    struct text rest;
    struct text word;
    size_t count = 0;

    for (char *p = copy; *p != '\0'; p++) {
        if (*p == ',' || *p == ';' || *p == '\n' || *p == '\t')
            *p = ' ';
    }
    rest = text_of(copy);
    while (text_next(&rest, ' ', &word) && count < CHIP_LIMIT) {
        if (word.size == 0)
            continue;
        count++;
        if (chips == NULL)
            chips = template_row(control, "CHIPS");
        if (!record_view_fill_ref(view->place, template_row(chips, "CHIP"),
                whole_reference(arena, field, word), error))
            return false;
    }
    return true;
}

/* The type attribute; a date that is none must not be dropped by the browser,
 * so it goes back as text. */
static const char *input_type(const struct form_view *view, size_t place)
{
    struct context *context = view->place->context;
    const struct field *field = &view->kind->fields[place];
    struct error problem = error_create(context->arena);
    const char *value;

    if (field->type->control != CONTROL_DATE &&
        field->type->control != CONTROL_MOMENT)
        return "text";
    if (!field_check(
            context, view->kind, field, view->inputs[place], &value, &problem))
        return "text";
    return field->type->control == CONTROL_DATE ? "date" : "datetime-local";
}

/* The section of the template that draws the control. */
static const char *control_section(enum field_control control)
{
    switch (control) {
    case CONTROL_AREA:
        return "AREA";
    case CONTROL_SELECT:
    case CONTROL_PERSON:
        return "SELECT";
    case CONTROL_RADIO:
        return "RADIO";
    case CONTROL_CHECKS:
        return "CHECKS";
    case CONTROL_REFERENCES:
        return "REFERENCES";
    case CONTROL_FILE:
        return "FILE";
    case CONTROL_LINE:
    case CONTROL_DATE:
    case CONTROL_MOMENT:
    default:
        return "LINE";
    }
}

static bool fill_control(const struct form_view *view, size_t place,
    struct template_dictionary *row, struct error *error)
{
    const struct field *field = &view->kind->fields[place];
    const char *input = view->inputs[place];
    struct template_dictionary *control =
        template_row(row, control_section(field->type->control));
    struct options options;

    template_set(control, "VALUE", input);
    template_set(control, "SUGGEST_KINDS",
        field->type->clauses ? "clause" : field->kinds);
    if (string_ends(field->type->name, "s"))
        template_show(control, "SEVERAL");
    switch (field->type->control) {
    case CONTROL_SELECT:
    case CONTROL_RADIO:
    case CONTROL_CHECKS:
    case CONTROL_PERSON:
        if (!read_options(view, place, &options, error))
            return false;
        fill_options(
            &options, input, field->type->control == CONTROL_CHECKS, control);
        return true;
    case CONTROL_REFERENCES:
        return fill_chips(view, field, input, control, error);
    case CONTROL_FILE:
        return form_file_view_fill(view->place, input, control, error);
    case CONTROL_LINE:
    case CONTROL_AREA:
    case CONTROL_DATE:
    case CONTROL_MOMENT:
    default:
        template_set(control, "INPUT_TYPE", input_type(view, place));
        return true;
    }
}

/* "(required)", or when the status requires it. */
static void fill_required(const struct form_view *view,
    const struct field *field, struct template_dictionary *row)
{
    struct arena *arena = view->place->context->arena;
    struct builder words = builder_create(arena);
    const struct kind *kind = view->kind;
    const char *last = NULL;

    if (field->always) {
        template_show(row, "REQUIRED");
        template_set(template_row(row, "DEMAND"), "DEMAND_WORDS", "required");
        return;
    }
    for (size_t i = 0; i < kind->status_count; i++) {
        if (!words_have(field->required_in, kind->statuses[i].name))
            continue;
        if (last != NULL)
            builder_format(&words, "%s%s", words.size > 0 ? ", " : "", last);
        last = kind->statuses[i].label;
    }
    if (last != NULL)
        template_set(template_row(row, "DEMAND"), "DEMAND_WORDS",
            arena_format(arena, "required when %s%s%s", builder_string(&words),
                words.size > 0 ? " or " : "", last));
}

static bool fill_field(const struct form_view *view, size_t place,
    struct template_dictionary *group, struct error *error)
{
    struct arena *arena = view->place->context->arena;
    const struct field *field = &view->kind->fields[place];
    const struct field_problem *problem = problem_of(view, field);
    struct template_dictionary *row = template_row(group, "FIELD");
    const char *id = form_view_id(arena, field);
    struct builder described = builder_create(arena);

    template_set(row, "ID", id);
    template_set(row, "NAME", field->name);
    template_set(row, "LABEL", field->label);
    fill_required(view, field, row);
    if (field->help[0] != '\0') {
        template_set(template_row(row, "HELP"), "HELP_WORDS", field->help);
        builder_format(&described, "%s-h", id);
    }
    if (problem != NULL) {
        template_show(row, "WRONG");
        template_set(
            template_row(row, "ERROR"), "ERROR_WORDS", problem->message);
        builder_format(&described, "%s%s-e", described.size > 0 ? " " : "", id);
    }
    if (described.size > 0)
        template_set(template_row(row, "DESCRIBED"), "DESCRIBED_BY",
            builder_string(&described));
    return fill_control(view, place, row, error);
}

/* What follows from the others is shown, not asked. */
static bool fill_computed(const struct form_view *view, size_t place,
    struct template_dictionary *group, struct error *error)
{
    struct context *context = view->place->context;
    const struct field *field = &view->kind->fields[place];
    struct template_dictionary *row =
        template_row(template_row(group, "FIELD"), "COMPUTED");
    const char *shown;

    if (!record_label_value(
            context, view->kind, field, view->inputs[place], &shown, error))
        return false;
    template_set(row, "LABEL", field->label);
    template_set(row, "COMPUTED_HELP", field->help);
    template_set(row, "COMPUTED_WORDS",
        shown[0] == '\0' ? "Follows from the other fields" : shown);
    return true;
}

/* Short controls that follow one another stand side by side. */
static bool is_short(const struct field *field)
{
    enum field_control control = field->type->control;

    return field->computed[0] == '\0' &&
           (control == CONTROL_DATE || control == CONTROL_MOMENT ||
               control == CONTROL_SELECT || control == CONTROL_PERSON ||
               (control == CONTROL_LINE && field->type->amount != NULL));
}

static bool fill_fields(const struct form_view *view,
    struct template_dictionary *form, struct error *error)
{
    const struct kind *kind = view->kind;
    struct template_dictionary *set = NULL;
    struct template_dictionary *group = NULL;
    const struct field *last = NULL;

    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];
        bool begins =
            last == NULL || !string_equals(last->section, field->section);

        if (field->retired)
            continue;
        if (begins) {
            set = template_row(form, "FIELDSET");
            template_set(set, "LEGEND", field->section);
        }
        if (begins || !is_short(field) || !is_short(last)) {
            group = template_row(set, "GROUP");
            if (is_short(field))
                template_show(group, "IN_ROW");
        }
        if (field->computed[0] != '\0' ? !fill_computed(view, i, group, error)
                                       : !fill_field(view, i, group, error))
            return false;
        last = field;
    }
    return true;
}

bool form_view_fill(const struct form_view *view,
    struct template_dictionary *page, struct error *error)
{
    fill_summary(view, page);
    template_set(page, "ACTION", view->action);
    template_set(page, "LEAVE", view->leave);
    template_set(page, "WHY_TYPED", view->why);
    template_set(page, "OPENED", view->opened);
    if (form_file_view_takes(view->kind))
        template_show(page, "TAKES_FILES");
    if (view->revision > 0)
        template_set_number(
            template_row(page, "OPENED_ON"), "OPENED_REVISION", view->revision);
    else
        template_set(template_row(page, "FRESH"), "FORM_TOKEN",
            crypto_token(view->place->context->arena));
    return fill_fields(view, page, error);
}
