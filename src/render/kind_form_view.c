/* Inputs of kinds. */
#include "render/kind_form_view.h"

#include "domain/field.h"
#include "domain/kind_edit_field.h"
#include "domain/person.h"

enum { EMPTY_STATUSES = 2 };

static void add_line(struct input_form *form, const char *name,
    const char *label, const char *help, const char *demand, const char *value)
{
    input_form_add(form, &(struct input){.name = name,
                             .label = label,
                             .help = help,
                             .demand = demand,
                             .value = value});
}

static void add_short(struct input_form *form, const char *name,
    const char *label, const char *help, const char *value)
{
    input_form_add(form, &(struct input){.name = name,
                             .label = label,
                             .help = help,
                             .value = value,
                             .is_short = true});
}

static void add_options(struct input_form *form, const char *name,
    const char *label, const char *help, const char *value,
    enum input_control control, const struct input_option *options,
    size_t count)
{
    input_form_add(form, &(struct input){.name = name,
                             .label = label,
                             .help = help,
                             .value = value,
                             .control = control,
                             .is_short = control == INPUT_SELECT,
                             .options = options,
                             .option_count = count});
}

static void add_fixed(struct input_form *form, const char *name,
    const char *label, const char *help, const char *value)
{
    input_form_add(form, &(struct input){.name = name,
                             .label = label,
                             .help = help,
                             .value = value,
                             .control = INPUT_FIXED});
}

static void add_places(struct input_form *form, struct context *context,
    const struct kind_edit *edit)
{
    const struct kinds *kinds = context->site->kinds;
    struct input_option *options =
        arena_array(form->arena, kinds->count + 1, sizeof *options);
    size_t count = 0;

    options[count++] = (struct input_option){"", "At the head"};
    for (size_t i = 0; i < kinds->count; i++) {
        if (!string_equals(kinds->kinds[i].name, edit->name))
            options[count++] = (struct input_option){kinds->kinds[i].name,
                arena_format(form->arena, "After %s", kinds->kinds[i].plural)};
    }
    add_options(form, "after", "Place among the kinds",
        "Order of the registers.", edit->after, INPUT_SELECT, options, count);
}

static void add_roles(struct input_form *form, const struct kind_edit *edit)
{
    const char *const *roles = person_roles();
    struct input_option options[16];
    size_t count = 0;

    for (size_t i = 0; roles[i] != NULL && count < 16; i++) {
        unsigned may = person_role_permissions(roles[i]);

        if ((may & MAY_EDIT) != 0 && (may & MAY_ADMINISTER) == 0)
            options[count++] =
                (struct input_option){roles[i], person_role_label(roles[i])};
    }
    input_form_section(form, "Who may edit");
    add_options(form, "roles", "Roles that may add and change such records",
        "Tick none: all who may edit records. Administrators always may.",
        edit->roles, INPUT_CHECKS, options, count);
}

/* The fields that hold a date. */
static void add_dated(struct input_form *form, struct context *context,
    const struct kind_edit *edit)
{
    const struct kind *kind = kind_find(context->site, edit->name);
    size_t most = kind == NULL ? 0 : kind->field_count;
    struct input_option *options =
        arena_array(form->arena, most + 1, sizeof *options);
    size_t count = 0;

    for (size_t i = 0; i < most; i++) {
        enum field_control control = kind->fields[i].type->control;

        if (control == CONTROL_DATE || control == CONTROL_MOMENT)
            options[count++] = (struct input_option){
                kind->fields[i].name, kind->fields[i].label};
    }
    add_options(form, "dated", "Date as evidence",
        "The field whose date says how fresh it is.", edit->dated, INPUT_SELECT,
        options, count);
}

void kind_form_view_kind(struct input_form *form, struct context *context,
    const struct kind_edit *edit, bool made)
{
    input_form_section(form, "What it is called");
    if (made)
        add_line(form, "name", "Name",
            "In addresses and references, such as permit in permit:3. It "
            "cannot be changed later. Small letters, digits and dashes.",
            "required", edit->name);
    else
        add_fixed(form, "name", "Name", NULL, edit->name);
    add_line(form, "label", "Label", "One of them, such as Work permit.",
        "required", edit->label);
    add_line(form, "plural", "Heading of the list",
        "Many of them, such as Work permits.", "required", edit->plural);
    input_form_add(form,
        &(struct input){.name = "description",
            .label = "Description",
            .help = "One or two sentences that stand above the list: what is "
                    "recorded here, and when.",
            .value = edit->description,
            .control = INPUT_AREA});
    input_form_section(form, "Where it stands");
    add_short(form, "category", "Category",
        "Heading in the index of registers.", edit->category);
    add_short(form, "owner_label", "What the owner is called",
        "Owner, or such as Permit holder.", edit->owner_label);
    add_places(form, context, edit);
    if (!made)
        add_dated(form, context, edit);
    add_roles(form, edit);
}

static void fill_options(struct template_dictionary *row, const char *section,
    const struct input_option *options, size_t count, const char *chosen)
{
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *option = template_row(row, section);

        template_set(option, "OPTION_VALUE", options[i].value);
        template_set(option, "OPTION_LABEL", options[i].label);
        if (string_equals(options[i].value, chosen))
            template_show(option, "OPTION_CHOSEN");
    }
}

static void fill_used(const struct status_row *row,
    const struct status_count *counts, size_t count,
    struct template_dictionary *dictionary)
{
    for (size_t i = 0; i < count; i++) {
        if (string_equals(counts[i].status->name, row->status.name))
            template_set_number(dictionary, "USED", counts[i].count);
    }
}

static void fill_status(struct context *context, const struct kind_save *save,
    const struct status_row *row, size_t number,
    struct template_dictionary *dictionary)
{
    static const struct input_option styles[] = {{"open", "Not begun"},
        {"active", "Under way"}, {"wait", "Waiting"}, {"done", "Finished"}};
    static const struct input_option states[] = {
        {"offered", "Offered"}, {"retired", "Retired"}, {"removed", "Remove"}};
    struct arena *arena = context->arena;
    bool own = row->known && row->status.own;

    template_set_number(dictionary, "N", (long long)number);
    template_set(dictionary, "PLACE", row->place);
    template_set(dictionary, "NAME", row->status.name);
    template_set(dictionary, "LABEL", row->status.label);
    template_show(dictionary, row->known ? "KNOWN" : "FRESH");
    if (row->status.live)
        template_show(dictionary, "LIVE");
    if (row->status.closed)
        template_show(dictionary, "CLOSED");
    if (row->status.approves)
        template_show(dictionary, "APPROVES");
    if (input_form_problem(
            save, arena_format(arena, "status-%zu-name", number)) != NULL)
        template_show(dictionary, "NAME_WRONG");
    if (input_form_problem(
            save, arena_format(arena, "status-%zu-label", number)) != NULL)
        template_show(dictionary, "LABEL_WRONG");
    fill_options(dictionary, "STYLE", styles, 4, row->status.style);
    fill_options(dictionary, "STATE_OPTION", states, own ? 3 : 2,
        row->removed          ? "removed"
        : row->status.retired ? "retired"
                              : "offered");
}

void kind_form_view_statuses(struct context *context,
    const struct kind_save *save, const struct status_row *rows, size_t count,
    const struct status_count *counts, size_t count_count,
    struct template_dictionary *page)
{
    static const struct status_row fresh = {
        .place = "", .status = {.name = "", .label = "", .style = "open"}};
    const char *wrong = input_form_problem(save, "statuses");

    if (wrong != NULL)
        template_set(
            template_row(page, "STATUSES_WRONG"), "ERROR_WORDS", wrong);
    for (size_t i = 0; i < count + EMPTY_STATUSES; i++) {
        const struct status_row *row = i < count ? &rows[i] : &fresh;
        struct template_dictionary *dictionary = template_row(page, "STATUS");

        fill_status(context, save, row, i + 1, dictionary);
        fill_used(row, counts, count_count, dictionary);
    }
}

static void add_types(struct input_form *form, const struct field_edit *edit)
{
    struct input_option options[64];
    const struct field_type *type = NULL;
    size_t count = 0;

    while ((type = field_type_next(type)) != NULL && count < 64) {
        if (!string_equals(type->name, "status"))
            options[count++] = (struct input_option){type->name, type->label};
    }
    add_options(form, "type", "Type", "What kind of value fits in it.",
        edit->type, INPUT_SELECT, options, count);
}

/* Other fields of the kind, with what comes before them. */
static const struct input_option *other_fields(struct arena *arena,
    const struct kind *kind, const char *name, const char *none,
    const char *before, size_t *count)
{
    struct input_option *options =
        arena_array(arena, kind->field_count + 1, sizeof *options);

    *count = 0;
    options[(*count)++] = (struct input_option){"", none};
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];

        if (!string_equals(field->name, name))
            options[(*count)++] = (struct input_option){
                field->name, arena_format(arena, "%s%s", before, field->label)};
    }
    return options;
}

static void add_required(struct input_form *form, const struct kind *kind,
    const struct field_edit *edit)
{
    struct input_option *options =
        arena_array(form->arena, kind->status_count + 1, sizeof *options);

    options[0] = (struct input_option){"always", "Always"};
    for (size_t i = 0; i < kind->status_count; i++)
        options[i + 1] = (struct input_option){kind->statuses[i].name,
            arena_format(form->arena, "When %s", kind->statuses[i].label)};
    add_options(form, "required", "Required",
        "Tick none: it may always stay empty.", edit->required, INPUT_CHECKS,
        options, kind->status_count + 1);
}

static void add_targets(struct input_form *form, struct context *context,
    const struct field_edit *edit)
{
    static const struct input_option others[] = {{"page", "Pages"},
        {"section", "Sections"}, {"clause", "Clauses"}, {"person", "People"},
        {"file", "Files"}};
    const struct kinds *kinds = context->site->kinds;
    struct input_option *options =
        arena_array(form->arena, kinds->count + 5, sizeof *options);

    for (size_t i = 0; i < kinds->count; i++)
        options[i] =
            (struct input_option){kinds->kinds[i].name, kinds->kinds[i].plural};
    for (size_t i = 0; i < 5; i++)
        options[kinds->count + i] = others[i];
    add_options(form, "kinds", "What it may refer to",
        "For references only. Tick none: anything.", edit->kinds, INPUT_CHECKS,
        options, kinds->count + 5);
}

static void add_filling(struct input_form *form, struct context *context,
    const struct kind *kind, const struct field_edit *edit)
{
    const struct input_option *options;
    size_t count;

    input_form_section(form, "Filling it in");
    add_required(form, kind, edit);
    input_form_add(form,
        &(struct input){.name = "choices",
            .label = "Choices",
            .help = "For choices and levels, one a line: high=High. A level "
                    "can have a colour (#green #yellow #orange #red #grey "
                    "#blue) and, when computed, where it begins: high=High "
                    "#red >=12. A dash before the name retires a choice: "
                    "-old=No longer offered.",
            .value = edit->choices,
            .control = INPUT_AREA});
    add_short(form, "initial", "Initial value",
        "A value, today, today+30, now, me.", edit->initial);
    add_short(form, "bounds", "Bounds", "Of numbers: 0..100, 0.. or ..5",
        edit->bounds);
    add_short(form, "unit", "Unit", "Or the usual currency: EUR", edit->unit);
    add_targets(form, context, edit);
    options =
        other_fields(form->arena, kind, edit->name, "Nothing", "", &count);
    add_options(form, "differs", "Must differ from",
        "Such as the checker from the owner.", edit->differs, INPUT_SELECT,
        options, count);
    add_line(form, "computed", "Computed",
        "Instead of being typed: such as product likelihood impact, level "
        "likelihood impact, days_open raised_on closed_on, overdue. The help "
        "lists them all.",
        NULL, edit->computed);
}

static void add_showing(
    struct input_form *form, const struct field_edit *edit, bool made)
{
    static const struct input_option listed[] = {
        {"0", "No"}, {"1", "A column"}, {"2", "Below the title"}};
    static const struct input_option retired[] = {
        {"", "Asked"}, {"1", "Retired"}};

    input_form_section(form, "Where it shows");
    add_options(form, "listed", "In the list", "How the list shows it.",
        edit->listed, INPUT_SELECT, listed, 3);
    add_short(form, "back", "Heading at the other end",
        "Where it refers to: Led to.", edit->back);
    if (!made)
        add_options(form, "retired", "State",
            "Retired: shown, no longer asked.", edit->retired ? "1" : "",
            INPUT_SELECT, retired, 2);
}

void kind_form_view_field(struct input_form *form, struct context *context,
    const struct kind *kind, const struct field_edit *edit, bool made)
{
    const struct input_option *options;
    size_t count;

    input_form_section(form, "What it is called");
    if (made)
        add_line(form, "name", "Name",
            "In data for other programs, such as valid_until. It cannot be "
            "changed later. Small letters, digits and _.",
            "required", edit->name);
    else
        add_fixed(form, "name", "Name", NULL, edit->name);
    add_line(form, "label", "Label", "As it stands in the form and the view.",
        "required", edit->label);
    add_line(form, "help", "Help",
        "One sentence below the label: what to write, and why.", NULL,
        edit->help);
    if (kind_edit_fixed_type(edit->name)[0] == '\0')
        add_types(form, edit);
    else
        add_fixed(form, "type", "Type", "Every kind has it so.", edit->type);
    add_short(
        form, "section", "Section", "Heading it stands under.", edit->section);
    options = other_fields(
        form->arena, kind, edit->name, "At the head", "After ", &count);
    add_options(form, "after", "Place", "Where it stands in the form.",
        edit->after, INPUT_SELECT, options, count);
    add_filling(form, context, kind, edit);
    add_showing(form, edit, made);
}
