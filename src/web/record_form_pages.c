/* Forms of records. */
#include "web/record_form_pages.h"

#include "base/clock.h"
#include "domain/history.h"
#include "domain/kind_parse.h"
#include "domain/person.h"
#include "domain/record_approval.h"
#include "domain/record_sense.h"
#include "render/conflict_view.h"
#include "render/form_view.h"
#include "render/record_label.h"
#include "web/record_call.h"
#include "web/record_form_file.h"

#include <string.h>

enum { WHY_SIZE = 4000 }; /* bytes */

/* One form: what is saved, what was typed, and what is wrong with it. */
struct edit {
    struct call *call;
    const struct kind *kind;
    struct record saved; /* revision 0 for a new record */
    struct record typed; /* canonical where right, as typed where wrong */
    const char **inputs;
    const char **file_problems; /* for each field, of the file sent, or NULL */
    struct record_problems problems;
    const char *why;
};

static struct arena *edit_arena(const struct edit *edit)
{
    return edit->call->context->arena;
}

static bool is_new(const struct edit *edit)
{
    return edit->saved.revision == 0;
}

/* All values sent under the name, in one: lists of references may come as
 * several fields. */
static const char *all_values(
    struct arena *arena, const struct form *form, const char *name)
{
    struct builder list = builder_create(arena);
    size_t position = 0;
    const char *value;

    while ((value = form_next(form, name, &position)) != NULL) {
        if (list.size > 0 && value[0] != '\0')
            builder_byte(&list, ' ');
        builder_put(&list, value);
    }
    return builder_string(&list);
}

/* What stands in the fields: as sent, else as saved. */
static void read_inputs(struct edit *edit, const struct form *form)
{
    const struct kind *kind = edit->kind;

    edit->inputs = arena_array(
        edit_arena(edit), kind->field_count + 1, sizeof *edit->inputs);
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];

        /* Nobody types what is computed or no longer asked. */
        if (!form_has(form, field->name) || field->retired ||
            field->computed[0] != '\0')
            edit->inputs[i] = edit->saved.values[i];
        else if (field->type->control == CONTROL_REFERENCES ||
                 field->type->control == CONTROL_CHECKS)
            edit->inputs[i] = all_values(edit_arena(edit), form, field->name);
        else
            edit->inputs[i] = form_value(form, field->name);
    }
}

static bool fill_form(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct edit *edit = user;
    struct arena *arena = edit_arena(edit);
    struct place place = call_place(edit->call);
    const char *address = is_new(edit)
                              ? record_call_list_address(arena, edit->kind, "")
                              : record_call_address(arena, &edit->saved, "");
    struct form_view view = {.place = &place,
        .kind = edit->kind,
        .inputs = edit->inputs,
        .problems = &edit->problems,
        .why = edit->why,
        .action = address,
        .leave = address,
        .revision = edit->saved.revision,
        .opened = ""};

    if (is_new(edit)) {
        template_set(page, "HEADING",
            arena_format(
                arena, "New %s", record_label_small(arena, edit->kind->label)));
    } else {
        template_set(page, "HEADING",
            arena_format(arena, "Edit %s",
                record_label_small(arena, record_label(arena, &edit->saved))));
        view.opened = arena_format(arena, "Opened on revision %lld of %s",
            edit->saved.revision, clock_show(arena, edit->saved.changed_at));
    }
    return form_view_fill(&view, page, error);
}

static struct chrome new_chrome(
    const struct edit *edit, const char *title, struct crumb crumbs[3])
{
    struct chrome chrome = record_call_chrome(edit->call, title);

    crumbs[0] = (struct crumb){"Records", "/records"};
    crumbs[1] = (struct crumb){edit->kind->plural,
        record_call_list_address(edit_arena(edit), edit->kind, "")};
    crumbs[2] = (struct crumb){"New", NULL};
    chrome.crumbs = crumbs;
    chrome.crumb_count = 3;
    return chrome;
}

static bool show_form(struct edit *edit, struct error *error)
{
    struct arena *arena = edit_arena(edit);
    const char *not_saved = edit->problems.count == 0 ? "" : "Not saved: ";
    struct crumb crumbs[3];
    struct chrome chrome;

    if (edit->problems.count > 0)
        edit->call->response->status = 400;
    if (is_new(edit))
        chrome = new_chrome(edit,
            arena_format(arena, "%sNew %s", not_saved,
                record_label_small(arena, edit->kind->label)),
            crumbs);
    else
        chrome = record_call_record_chrome(edit->call, &edit->saved,
            arena_format(arena, "%sEdit %s", not_saved,
                record_label_small(arena, record_label(arena, &edit->saved))),
            "Edit");
    return call_render(
        edit->call, &chrome, "record_form.tpl", fill_form, edit, error);
}

/* What a new record's form begins with. */
static void read_initial(struct edit *edit)
{
    const struct kind *kind = edit->kind;
    const char **values = edit->saved.values;

    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].initial[0] != '\0' && !kind->fields[i].retired)
            values[i] = kind_initial_value(
                edit->call->context, kind->fields[i].initial);
    }
    if (kind->owner >= 0 && values[kind->owner][0] == '\0' &&
        edit->call->person != NULL)
        values[kind->owner] = edit->call->person->login;
}

bool record_form_pages_new(struct call *call, struct error *error)
{
    struct edit edit = {.call = call, .why = ""};

    if (!record_call_kind(call, call_value(call, "kind"), &edit.kind, error))
        return false;
    edit.saved = record_create(call->context->arena, edit.kind);
    read_initial(&edit);
    read_inputs(&edit, &call->request->query);
    return show_form(&edit, error);
}

bool record_form_pages_edit(struct call *call, struct error *error)
{
    struct edit edit = {.call = call, .why = ""};

    if (!record_call_record(call, &edit.saved, error))
        return false;
    edit.kind = edit.saved.kind;
    edit.inputs = edit.saved.values;
    return show_form(&edit, error);
}

/* Keep what was sent for fields that hold a file, at once: should another
 * field be wrong, it need not be sent again. */
static bool read_files(struct edit *edit, struct error *error)
{
    const struct kind *kind = edit->kind;

    edit->file_problems = arena_array(
        edit_arena(edit), kind->field_count + 1, sizeof *edit->file_problems);
    if (!record_form_file_check(edit->call, kind, error))
        return false;
    for (size_t i = 0; i < kind->field_count; i++) {
        if (record_form_file_is(&kind->fields[i]) &&
            !record_form_file_read(edit->call, &kind->fields[i],
                &edit->inputs[i], &edit->file_problems[i], error))
            return false;
    }
    return true;
}

/* One problem a field: this one, whatever else is wrong with it. */
static void put_problem(
    struct edit *edit, const struct field *field, const char *message)
{
    struct record_problems *problems = &edit->problems;
    size_t at = 0;

    while (at < problems->count && problems->problems[at].field != field)
        at++;
    if (at == problems->count)
        problems->count++;
    problems->problems[at] = (struct field_problem){field, message};
}

/* What is wrong with a file comes before what is wrong without it. */
static void add_file_problems(struct edit *edit)
{
    for (size_t i = 0; i < edit->kind->field_count; i++) {
        if (edit->file_problems[i] != NULL)
            put_problem(edit, &edit->kind->fields[i], edit->file_problems[i]);
    }
}

/* Nobody gives a word that is not theirs to give. */
static void check_approval(struct edit *edit)
{
    const char *problem;

    if (call_may(edit->call, MAY_APPROVE))
        return;
    problem =
        record_approval_problem(edit_arena(edit), &edit->saved, &edit->typed);
    if (problem != NULL)
        put_problem(edit, &edit->kind->fields[edit->kind->status], problem);
}

/* Read what was posted and check it; what is wrong is in edit->problems. */
static bool read_post(struct edit *edit, struct error *error)
{
    struct call *call = edit->call;

    edit->why = call_field(call, "why");
    if (strlen(edit->why) > WHY_SIZE)
        return error_at(error, ERROR_INVALID, "why",
            "why: too long, at most %d bytes fit here. Go back and shorten "
            "it.",
            WHY_SIZE);
    read_inputs(edit, &call->request->form);
    if (!read_files(edit, error))
        return false;
    edit->typed = edit->saved;
    edit->typed.values = arena_array(call->context->arena,
        edit->kind->field_count + 1, sizeof *edit->typed.values);
    if (!record_check(call->context, &edit->typed, edit->inputs,
            &edit->problems, error) ||
        !record_sense_check(
            call->context, &edit->typed, &edit->problems, error))
        return false;
    add_file_problems(edit);
    check_approval(edit);
    return true;
}

/* To the record, which says what came of it. */
static bool redirect(
    const struct edit *edit, const char *saved, struct error *error)
{
    return response_redirect(edit->call->response,
        record_call_address(edit_arena(edit), &edit->typed,
            arena_format(edit_arena(edit), "?saved=%s", saved)),
        error);
}

bool record_form_pages_create(struct call *call, struct error *error)
{
    struct edit edit = {.call = call};

    if (!record_call_kind(call, call_value(call, "kind"), &edit.kind, error))
        return false;
    edit.saved = record_create(call->context->arena, edit.kind);
    if (!read_post(&edit, error))
        return false;
    if (edit.problems.count > 0)
        return show_form(&edit, error);
    return record_save(call->context, &edit.typed, edit.why, error) &&
           redirect(&edit, edit.typed.revision == 0 ? "before" : "1", error);
}

/* What the page of two versions shows. */
struct conflict {
    const struct edit *edit;
    long long began;
    struct record base;
    bool has_base;
    const char *their_name;
};

static bool fill_conflict(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct conflict *conflict = user;
    const struct edit *edit = conflict->edit;
    struct arena *arena = edit_arena(edit);
    const char *address = record_call_address(arena, &edit->saved, "");
    struct conflict_view view = {.context = edit->call->context,
        .base = conflict->has_base ? &conflict->base : NULL,
        .theirs = &edit->saved,
        .mine = &edit->typed,
        .began = arena_format(arena, "%lld", conflict->began),
        .their_name = conflict->their_name,
        .my_name = edit->call->person == NULL ? "" : edit->call->person->name,
        .why = edit->why,
        .action = address,
        .leave = address};

    return conflict_view_fill(&view, page, error);
}

static bool read_base(struct conflict *conflict, struct error *error)
{
    struct context *context = conflict->edit->call->context;
    const struct record *saved = &conflict->edit->saved;
    struct revision revision;
    bool found;

    conflict->their_name = saved->changed_by;
    if (!history_read(
            context, saved->id, saved->revision, &revision, &found, error))
        return false;
    if (found && revision.by_name[0] != '\0')
        conflict->their_name = revision.by_name;
    if (!history_read(context, saved->id, conflict->began, &revision,
            &conflict->has_base, error))
        return false;
    return !conflict->has_base ||
           record_from_snapshot(
               context, saved->kind, revision.snapshot, &conflict->base, error);
}

/* Both versions side by side; nothing to choose when they say the same. */
static bool show_conflict(
    struct edit *edit, long long began, struct error *error)
{
    struct conflict conflict = {.edit = edit, .began = began};
    struct chrome chrome;

    if (record_equal(&edit->saved, &edit->typed))
        return redirect(edit, "0", error);
    if (!read_base(&conflict, error))
        return false;
    edit->call->response->status = 409;
    chrome = record_call_record_chrome(edit->call, &edit->saved,
        arena_format(edit_arena(edit), "%s, two versions",
            record_label(edit_arena(edit), &edit->saved)),
        "Two versions");
    return call_render(edit->call, &chrome, "record_conflict.tpl",
        fill_conflict, &conflict, error);
}

/* The revision the form was opened on. */
static bool read_revision(
    const struct call *call, long long *revision, struct error *error)
{
    const char *text = call_field(call, "revision");

    if (text[0] == '\0')
        return error_at(error, ERROR_INVALID, "revision",
            "revision: is missing. Send the number of the revision that you "
            "changed.");
    if (!text_number(text_of(text), revision) || *revision < 1)
        return error_at(error, ERROR_INVALID, "revision",
            "revision: “%s” is not the number of a revision.", text);
    return true;
}

/* Save; somebody may still come in between reading and saving. */
static bool save_change(struct edit *edit, struct error *error)
{
    struct call *call = edit->call;
    struct error problem = error_create(call->context->arena);
    long long began = edit->saved.revision;

    if (record_save(call->context, &edit->typed, edit->why, &problem))
        return redirect(edit, edit->typed.revision == began ? "0" : "1", error);
    if (problem.code != ERROR_CONFLICT)
        return error_at(
            error, problem.code, problem.field, "%s", problem.message);
    return record_call_record(call, &edit->saved, error) &&
           show_conflict(edit, began, error);
}

bool record_form_pages_change(struct call *call, struct error *error)
{
    struct edit edit = {.call = call};
    long long revision = 0;

    if (!record_call_record(call, &edit.saved, error) ||
        !read_revision(call, &revision, error))
        return false;
    edit.kind = edit.saved.kind;
    if (!read_post(&edit, error))
        return false;
    if (revision != edit.saved.revision)
        return show_conflict(&edit, revision, error);
    if (edit.problems.count > 0)
        return show_form(&edit, error);
    return save_change(&edit, error);
}
