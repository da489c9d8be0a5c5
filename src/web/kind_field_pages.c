/* Fields of kinds. */
#include "web/kind_field_pages.h"

#include "domain/field.h"
#include "domain/kind_edit_field.h"
#include "domain/kind_parse.h"
#include "render/kind_form_view.h"
#include "render/kind_view.h"
#include "web/kind_call.h"
#include "web/record_call.h"

#include <string.h>

struct field_form {
    struct call *call;
    const struct kind *kind;
    struct field_edit edit; /* choices as they stand in the form */
    bool made;
    bool removable;
    struct kind_save save;
    struct kind_refusal refusal;
};

static struct field_form *form_create(
    struct call *call, bool made, struct error *error)
{
    struct field_form *form = arena_alloc(call->context->arena, sizeof *form);

    *form = (struct field_form){.call = call,
        .made = made,
        .save = {.context = call->context, .stamp = "", .why = ""}};
    return record_call_kind(call, call_value(call, "kind"), &form->kind, error)
               ? form
               : NULL;
}

static bool fill_form(
    void *user, struct template_dictionary *page, struct error *error)
{
    struct field_form *form = user;
    struct context *context = form->call->context;
    struct arena *arena = context->arena;
    const char *leave = kind_view_address(arena, form->kind->name, "");
    const char *action = arena_format(
        arena, "%s/fields/%s", leave, form->made ? "new" : form->edit.name);
    struct input_form inputs = input_form_begin(arena, page, &form->save);

    (void)error;
    template_set(page, "HEADING",
        form->made ? arena_format(arena, "New field: %s", form->kind->label)
                   : arena_format(
                         arena, "%s: %s", form->kind->label, form->edit.label));
    template_set(page, "INTRO",
        form->made ? "Records that exist already have nothing in it until "
                     "somebody fills it in."
                   : "What was recorded in it stays. Its name cannot be "
                     "changed, and its type only to one that all of it fits.");
    template_set(page, "ACTION", action);
    template_set(page, "LEAVE", leave);
    if (form->removable)
        template_set(template_row(page, "REMOVE"), "REMOVE_ACTION",
            arena_format(arena, "%s/remove", action));
    kind_form_view_field(&inputs, context, form->kind, &form->edit, form->made);
    kind_call_fill(form->call, &form->save, &form->refusal, page);
    return true;
}

static bool show_form(struct field_form *form, struct error *error)
{
    struct chrome chrome = kind_call_chrome(form->call,
        form->made ? "New field" : form->edit.label, form->kind,
        form->made ? "New field" : form->edit.label);

    return call_render(
        form->call, &chrome, "kind_form.tpl", fill_form, form, error);
}

bool kind_field_pages_new(struct call *call, struct error *error)
{
    struct field_form *form = form_create(call, true, error);
    const struct kind *kind;

    if (form == NULL)
        return false;
    kind = form->kind;
    form->edit = (struct field_edit){.name = "",
        .section = kind->field_count == 0
                       ? ""
                       : kind->fields[kind->field_count - 1].section,
        .label = "",
        .type = "text",
        .help = "",
        .required = "",
        .choices = "",
        .kinds = "",
        .differs = "",
        .listed = "0",
        .back = "",
        .initial = "",
        .bounds = "",
        .unit = "",
        .computed = "",
        .after = kind->field_count == 0
                     ? ""
                     : kind->fields[kind->field_count - 1].name};
    return kind_save_stamp(call->context, &form->save.stamp, error) &&
           show_form(form, error);
}

/* Choices stand one a line in the form. */
static const char *choices_as_lines(struct arena *arena, const char *choices)
{
    struct error ignored = error_create(arena);
    struct builder out = builder_create(arena);
    struct choice *list;
    size_t count;

    if (!kind_parse_choices(arena, choices, &list, &count, &ignored))
        return choices;
    for (size_t i = 0; i < count; i++)
        builder_format(&out, "%s%s", i > 0 ? "\n" : "",
            kind_write_choices(arena, &list[i], 1));
    return builder_string(&out);
}

static const char *choices_of_lines(struct arena *arena, const char *lines)
{
    struct builder out = builder_create(arena);
    struct text rest = text_of(lines);
    struct text line;

    while (text_next(&rest, '\n', &line)) {
        line = text_trim(line);
        if (line.size == 0)
            continue;
        if (out.size > 0)
            builder_put(&out, "; ");
        builder_text(&out, line);
    }
    return builder_string(&out);
}

/* The field of the address. */
static bool read_saved(
    struct field_form *form, struct field_edit *edit, struct error *error)
{
    const char *name = call_value(form->call, "field");
    bool found;

    if (!kind_edit_read_field(
            form->call->context, form->kind->name, name, edit, &found, error))
        return false;
    return found || error_set(error, ERROR_MISSING,
                        "There is no field %s of this kind.", name);
}

bool kind_field_pages_show(struct call *call, struct error *error)
{
    struct field_form *form = form_create(call, false, error);

    if (form == NULL || !read_saved(form, &form->edit, error))
        return false;
    form->edit.choices =
        choices_as_lines(call->context->arena, form->edit.choices);
    form->removable =
        form->edit.own && kind_edit_fixed_type(form->edit.name)[0] == '\0';
    return kind_save_stamp(call->context, &form->save.stamp, error) &&
           show_form(form, error);
}

static void read_edit(struct field_form *form, const char *name)
{
    struct call *call = form->call;
    const char *required = kind_call_words(call, "required");

    form->edit = (struct field_edit){.name = name,
        .section = call_field(call, "section"),
        .label = call_field(call, "label"),
        .type = call_field(call, "type"),
        .help = call_field(call, "help"),
        .required = words_have(required, "always") ? "always" : required,
        .choices = call_field(call, "choices"),
        .kinds = kind_call_words(call, "kinds"),
        .differs = call_field(call, "differs"),
        .listed = call_field(call, "listed"),
        .back = call_field(call, "back"),
        .initial = call_field(call, "initial"),
        .bounds = call_field(call, "bounds"),
        .unit = call_field(call, "unit"),
        .computed = call_field(call, "computed"),
        .after = call_field(call, "after"),
        .retired = call_field(call, "retired")[0] != '\0'};
}

/* Save what was posted; the form again when it is refused. */
static bool save_form(struct field_form *form, struct error *error)
{
    struct call *call = form->call;
    struct arena *arena = call->context->arena;
    struct error problem = error_create(arena);
    const char *kind = arena_string(arena, form->kind->name);
    struct field_edit edit = form->edit;

    edit.choices = choices_of_lines(arena, edit.choices);
    if (kind_edit_field(&form->save, kind, &edit, form->made, &problem))
        return response_redirect(
            call->response, kind_view_address(arena, kind, "?saved=1"), error);
    return kind_call_refused(
               call, &form->save, &problem, &form->refusal, error) &&
           show_form(form, error);
}

bool kind_field_pages_create(struct call *call, struct error *error)
{
    struct field_form *form = form_create(call, true, error);

    if (form == NULL || !kind_call_save(call, &form->save, error))
        return false;
    read_edit(form, call_field(call, "name"));
    return save_form(form, error);
}

bool kind_field_pages_change(struct call *call, struct error *error)
{
    struct field_form *form = form_create(call, false, error);
    struct field_edit saved;

    if (form == NULL || !read_saved(form, &saved, error) ||
        !kind_call_save(call, &form->save, error))
        return false;
    read_edit(form, saved.name);
    return save_form(form, error);
}

bool kind_field_pages_remove(struct call *call, struct error *error)
{
    struct field_form *form = form_create(call, false, error);
    struct arena *arena = call->context->arena;
    struct error problem = error_create(arena);
    const char *kind;

    if (form == NULL || !read_saved(form, &form->edit, error) ||
        !kind_call_save(call, &form->save, error))
        return false;
    kind = arena_string(arena, form->kind->name);
    if (kind_edit_remove_field(&form->save, kind, form->edit.name, &problem))
        return response_redirect(
            call->response, kind_view_address(arena, kind, "?saved=1"), error);
    form->edit.choices = choices_as_lines(arena, form->edit.choices);
    return kind_call_refused(
               call, &form->save, &problem, &form->refusal, error) &&
           show_form(form, error);
}
