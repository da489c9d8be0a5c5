/* Inputs. */
#include "render/input_view.h"

/* What inputs are called in the summary, where their labels do not stand. */
static const struct label {
    const char *name;
    const char *words;
} labels[] = {
    {"name", "Name"},
    {"label", "Label"},
    {"plural", "Heading of the list"},
    {"description", "Description"},
    {"category", "Category"},
    {"owner_label", "What the owner is called"},
    {"dated", "Date as evidence"},
    {"after", "Place"},
    {"roles", "Roles"},
    {"statuses", "Statuses"},
    {"section", "Section"},
    {"type", "Type"},
    {"help", "Help"},
    {"required", "Required"},
    {"choices", "Choices"},
    {"kinds", "What it may refer to"},
    {"differs", "Must differ from"},
    {"listed", "In the list"},
    {"back", "Heading at the other end"},
    {"initial", "Initial value"},
    {"bounds", "Bounds"},
    {"unit", "Unit"},
    {"computed", "Computed"},
    {"retired", "State"},
    {"words", "What must exist"},
    {"why", "Why"},
};

static const char *label_of(const char *name)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (string_equals(labels[i].name, name))
            return labels[i].words;
    }
    return string_begins(name, "status-") ? "Status" : NULL;
}

struct input_form input_form_begin(struct arena *arena,
    struct template_dictionary *page, const struct kind_save *save)
{
    return (struct input_form){
        .arena = arena,
        .inputs = template_include(page, "INPUTS", "inputs.tpl"),
        .save = save,
    };
}

void input_form_section(struct input_form *form, const char *legend)
{
    form->set = template_row(form->inputs, "FIELDSET");
    form->group = NULL;
    template_set(form->set, "LEGEND", legend);
}

const char *input_form_problem(const struct kind_save *save, const char *name)
{
    for (size_t i = 0; i < save->problem_count; i++) {
        if (string_equals(save->problems[i].input, name))
            return save->problems[i].message;
    }
    return NULL;
}

static const char *section_of(enum input_control control)
{
    switch (control) {
    case INPUT_AREA:
        return "AREA";
    case INPUT_SELECT:
        return "SELECT";
    case INPUT_CHECKS:
        return "CHECKS";
    case INPUT_FIXED:
        return "FIXED";
    case INPUT_LINE:
    default:
        return "LINE";
    }
}

static void fill_options(
    const struct input *input, struct template_dictionary *control)
{
    bool known = input->control == INPUT_CHECKS || input->value[0] == '\0';

    for (size_t i = 0; i < input->option_count; i++) {
        const struct input_option *option = &input->options[i];
        struct template_dictionary *row = template_row(control, "OPTION");
        bool chosen = input->control == INPUT_CHECKS
                          ? words_have(input->value, option->value)
                          : string_equals(input->value, option->value);

        template_set(row, "OPTION_VALUE", option->value);
        template_set(row, "OPTION_LABEL", option->label);
        if (i == 0)
            template_show(row, "OPTION_FIRST");
        if (chosen)
            template_show(row, "OPTION_CHOSEN");
        known = known || chosen;
    }
    if (!known && input->control == INPUT_SELECT) {
        struct template_dictionary *row = template_row(control, "OPTION");

        template_set(row, "OPTION_VALUE", input->value);
        template_set(row, "OPTION_LABEL", input->value);
        template_show(row, "OPTION_CHOSEN");
    }
}

/* What stands around every control. */
static void fill_frame(const struct input_form *form, const struct input *input,
    struct template_dictionary *row)
{
    const char *id = arena_format(form->arena, "f-%s", input->name);
    const char *wrong = input_form_problem(form->save, input->name);
    struct builder described = builder_create(form->arena);

    template_set(row, "ID", id);
    template_set(row, "NAME", input->name);
    template_set(row, "LABEL", input->label);
    template_set(row, "VALUE", input->value);
    if (input->demand != NULL)
        template_set(
            template_row(row, "DEMAND"), "DEMAND_WORDS", input->demand);
    if (input->help != NULL) {
        template_set(template_row(row, "HELP"), "HELP_WORDS", input->help);
        builder_format(&described, "%s-h", id);
    }
    if (wrong != NULL) {
        template_show(row, "WRONG");
        template_set(template_row(row, "ERROR"), "ERROR_WORDS", wrong);
        builder_format(&described, "%s%s-e", described.size > 0 ? " " : "", id);
    }
    if (described.size > 0)
        template_set(template_row(row, "DESCRIBED"), "DESCRIBED_BY",
            builder_string(&described));
}

void input_form_add(struct input_form *form, const struct input *input)
{
    struct template_dictionary *row;

    if (form->group == NULL || !input->is_short || !form->in_row) {
        form->group = template_row(form->set, "GROUP");
        form->in_row = input->is_short;
        if (input->is_short)
            template_show(form->group, "IN_ROW");
    }
    row = template_row(form->group, "FIELD");
    fill_frame(form, input, row);
    fill_options(input, template_row(row, section_of(input->control)));
}

struct template_dictionary *input_form_messages(
    struct template_dictionary *page, const struct kind_save *save)
{
    struct template_dictionary *messages =
        template_include(page, "MESSAGES", "messages.tpl");
    struct template_dictionary *summary;

    if (save->problem_count == 0)
        return messages;
    summary = template_row(messages, "SUMMARY");
    template_set(summary, "SUMMARY_WORDS",
        save->problem_count == 1
            ? "one thing needs another look"
            : arena_format(save->context->arena, "%zu things need another look",
                  save->problem_count));
    for (size_t i = 0; i < save->problem_count; i++) {
        struct template_dictionary *row = template_row(summary, "PROBLEM");

        template_set(row, "PROBLEM_ID",
            save->problems[i].input[0] == '\0'
                ? "content"
                : arena_format(
                      save->context->arena, "f-%s", save->problems[i].input));
        if (label_of(save->problems[i].input) != NULL)
            template_set(template_row(row, "PROBLEM_NAMED"), "PROBLEM_LABEL",
                label_of(save->problems[i].input));
        template_set(row, "PROBLEM_WORDS", save->problems[i].message);
    }
    return messages;
}
