/* Handlers: read the form, let the domain decide, draw. */
#include "web/standard_admin_pages.h"

#include "domain/kind_change.h"
#include "domain/standard_edit.h"
#include "render/input_view.h"
#include "render/standard_view.h"
#include "web/call.h"

enum { HISTORY_SHOWN = 30, OWN_SHOWN = 500 };

static struct chrome chrome_with(
    struct call *call, const char *title, const char *last)
{
    struct chrome chrome = call_chrome(call, title);
    struct crumb *crumbs = arena_array(call->context->arena, 3, sizeof *crumbs);

    crumbs[0] = (struct crumb){"Administration", "/admin"};
    crumbs[1] =
        (struct crumb){"Standards", last == NULL ? NULL : "/admin/standards"};
    crumbs[2] = (struct crumb){last, NULL};
    chrome.crumbs = crumbs;
    chrome.crumb_count = last == NULL ? 2 : 3;
    return chrome;
}

static void fill_flash(struct call *call, struct template_dictionary *page)
{
    if (call_query(call, "saved")[0] != '\0')
        template_set(template_row(page, "FLASH"), "FLASH_WORDS",
            "Saved. It holds from now on, for everybody.");
}

static bool fill_history(struct call *call, long long clause,
    struct template_dictionary *page, struct error *error)
{
    struct standard_event *events;
    size_t count;

    if (!standard_history_list(
            call->context, clause, HISTORY_SHOWN, &events, &count, error))
        return false;
    standard_view_fill_history(call->context, events, count, clause == 0, page);
    return true;
}

/* ---- scope and editions */

struct list_form {
    struct call *call;
    struct standard *standards; /* as the form shows them */
    size_t count;
    const char *stamp;
    const char *why;
    const char *problem; /* NULL: none */
    bool stale;
};

static bool fill_list(
    void *user, struct template_dictionary *page, struct error *error)
{
    struct list_form *form = user;
    struct context *context = form->call->context;
    struct clause_expectation *own;
    size_t count;

    fill_flash(form->call, page);
    template_set(page, "STAMP", form->stamp);
    template_set(page, "WHY_TYPED", form->why);
    if (form->problem != NULL) {
        struct template_dictionary *row = template_row(page, "REFUSED");

        template_set(row, "REFUSED_WORDS", form->problem);
        if (form->stale)
            template_show(row, "STALE");
    }
    standard_view_fill_list(context, form->standards, form->count, page);
    return expectation_edit_list_own(context, OWN_SHOWN, &own, &count, error) &&
           standard_view_fill_own(context, own, count, page, error) &&
           fill_history(form->call, 0, page, error);
}

static bool show_list(struct list_form *form, struct error *error)
{
    struct chrome chrome = chrome_with(form->call, "Standards", NULL);

    return call_render(
        form->call, &chrome, "standards.tpl", fill_list, form, error);
}

static bool begin_list(
    struct call *call, struct list_form *form, struct error *error)
{
    *form = (struct list_form){.call = call, .why = ""};
    return standard_list(
               call->context, &form->standards, &form->count, error) &&
           standard_edit_stamp(call->context, &form->stamp, error);
}

static bool list_page(struct call *call, struct error *error)
{
    struct list_form form;

    return begin_list(call, &form, error) && show_list(&form, error);
}

static bool is_sent(
    const struct call *call, const char *name, const char *value)
{
    size_t position = 0;
    const char *sent;

    while ((sent = form_next(&call->request->form, name, &position)) != NULL) {
        if (string_equals(sent, value))
            return true;
    }
    return false;
}

/* What the form says of every standard there is. */
static struct standard_choice *read_choices(struct list_form *form)
{
    struct call *call = form->call;
    struct arena *arena = call->context->arena;
    struct standard_choice *choices =
        arena_array(arena, form->count + 1, sizeof *choices);

    for (size_t i = 0; i < form->count; i++) {
        const struct standard *standard = &form->standards[i];

        choices[i] = (struct standard_choice){.id = standard->id,
            .scope = is_sent(call, "scope", standard->id),
            .chosen = is_sent(call,
                arena_format(arena, "chosen-%s", standard->number),
                standard->id)};
    }
    return choices;
}

/* The form once more: with what was chosen, or when somebody else was faster
 * with what is there now. */
static bool refuse_list(struct list_form *form,
    const struct standard_choice *choices, const struct error *problem,
    struct error *error)
{
    form->stale = problem->code == ERROR_CONFLICT;
    if (!form->stale && problem->code != ERROR_INVALID)
        return error_at(
            error, problem->code, problem->field, "%s", problem->message);
    form->problem = problem->message;
    form->call->response->status = form->stale ? 409 : 400;
    for (size_t i = 0; i < form->count && !form->stale; i++) {
        form->standards[i].scope = choices[i].scope;
        form->standards[i].chosen = choices[i].chosen;
    }
    return show_list(form, error);
}

static bool change_list(struct call *call, struct error *error)
{
    struct error problem = error_create(call->context->arena);
    struct standard_choice *choices;
    struct list_form form;
    const char *stamp = call_field(call, "stamp");

    if (!begin_list(call, &form, error))
        return false;
    form.why = call_field(call, "why");
    choices = read_choices(&form);
    /* Without a stamp nothing is known of what the form showed. */
    if (standard_edit_choose(call->context, stamp[0] == '\0' ? "none" : stamp,
            choices, form.count, form.why, &problem))
        return response_redirect(
            call->response, "/admin/standards?saved=1", error);
    return refuse_list(&form, choices, &problem, error);
}

/* ---- expectations of one clause */

struct clause_form {
    struct call *call;
    struct standard standard;
    struct clause clause;
    const char *words;     /* as typed */
    const char *preview;   /* in plain words, or NULL */
    struct kind_save save; /* what is wrong, and why */
};

static bool begin_clause(
    struct call *call, struct clause_form **form, struct error *error)
{
    const char *name = call_value(call, "standard");
    const char *id = call_value(call, "clause");
    struct clause_form *made = arena_alloc(call->context->arena, sizeof *made);
    bool found;

    *made = (struct clause_form){.call = call,
        .words = call_field(call, "words"),
        .save = {.context = call->context,
            .stamp = "",
            .why = call_field(call, "why")}};
    *form = made;
    if (!standard_find(call->context, name, &made->standard, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "There is no standard %s here.", name);
    if (!clause_read(
            call->context, made->standard.id, id, &made->clause, &found, error))
        return false;
    return found || error_set(error, ERROR_MISSING, "%s has no clause %s.",
                        made->standard.name, id);
}

static void fill_inputs(
    struct clause_form *form, struct template_dictionary *edit)
{
    struct input_form inputs =
        input_form_begin(form->call->context->arena, edit, &form->save);

    input_form_section(&inputs, "Expect more");
    input_form_add(&inputs,
        &(struct input){.name = "words",
            .label = "What must exist",
            .help = "In the words of expectations, such as: audit linked is "
                    "closed within 12 months",
            .demand = "required",
            .value = form->words,
            .control = INPUT_LINE});
    input_form_add(&inputs, &(struct input){.name = "why",
                                .label = "Why",
                                .demand = "goes into the history",
                                .value = form->save.why,
                                .control = INPUT_LINE});
}

static void fill_edit(
    struct clause_form *form, struct template_dictionary *page)
{
    struct template_dictionary *edit;

    if (!standard_kind_asks(form->clause.kind)) {
        template_show(page, "ASKS_NOTHING");
        return;
    }
    edit = template_row(page, "EDIT");
    fill_inputs(form, edit);
    if (form->preview == NULL)
        template_show(edit, "FIRST");
    else
        template_set(
            template_row(edit, "PREVIEW"), "PREVIEW_WORDS", form->preview);
}

static bool fill_clause(
    void *user, struct template_dictionary *page, struct error *error)
{
    struct clause_form *form = user;
    struct context *context = form->call->context;
    struct arena *arena = context->arena;
    const struct clause *clause = &form->clause;
    const char *exclude =
        standard_view_exclude_address(context, &form->standard, clause);
    struct clause_expectation *list;
    size_t count;

    fill_flash(form->call, page);
    input_form_messages(page, &form->save);
    template_set(page, "STANDARD_NAME", form->standard.name);
    template_set(page, "CLAUSE_LABEL", clause_label(arena, clause->id));
    template_set(page, "HEADING", clause_heading(arena, clause->heading));
    template_set(page, "CLAUSE_HREF",
        arena_format(arena, "/conformance%s",
            standard_view_address(arena, clause->standard, clause->id) +
                strlen("/admin/standards")));
    template_set(page, "ACTION",
        standard_view_address(arena, clause->standard, clause->id));
    if (exclude != NULL && standard_kind_asks(clause->kind))
        template_set(template_row(page, "EXCLUDE"), "EXCLUDE_HREF", exclude);
    fill_edit(form, page);
    return expectation_edit_list(context, clause->item, &list, &count, error) &&
           standard_view_fill_expectations(context, list, count, page, error) &&
           fill_history(form->call, clause->item, page, error);
}

static bool show_clause(struct clause_form *form, struct error *error)
{
    struct arena *arena = form->call->context->arena;
    const char *label = arena_format(arena, "%s, %s", form->standard.name,
        clause_label(arena, form->clause.id));
    struct chrome chrome = chrome_with(
        form->call, arena_format(arena, "What is expected, %s", label), label);

    return call_render(
        form->call, &chrome, "standard_clause.tpl", fill_clause, form, error);
}

static bool clause_page(struct call *call, struct error *error)
{
    struct clause_form *form;

    return begin_clause(call, &form, error) && show_clause(form, error);
}

/* Back to the person who wrote it, with the sentence at the field. */
static bool refuse_clause(
    struct clause_form *form, const struct error *problem, struct error *error)
{
    if (problem->code != ERROR_INVALID || problem->field == NULL)
        return error_at(
            error, problem->code, problem->field, "%s", problem->message);
    kind_change_problem(&form->save, problem->field, "%s", problem->message);
    form->call->response->status = 400;
    return show_clause(form, error);
}

static bool saved(struct clause_form *form, struct error *error)
{
    struct arena *arena = form->call->context->arena;

    return response_redirect(form->call->response,
        arena_format(arena, "%s?saved=1",
            standard_view_address(
                arena, form->clause.standard, form->clause.id)),
        error);
}

static bool preview(struct clause_form *form, struct error *error)
{
    struct error problem = error_create(form->call->context->arena);
    struct expectation expectation;

    if (!expectation_edit_check(
            form->call->context, form->words, &expectation, &problem))
        return refuse_clause(form, &problem, error);
    form->preview = standard_explain(form->call->context, &expectation);
    return show_clause(form, error);
}

static bool change_clause(struct call *call, struct error *error)
{
    struct error problem = error_create(call->context->arena);
    const char *step = call_field(call, "step");
    struct clause_form *form;
    long long position = 0;

    if (!begin_clause(call, &form, error))
        return false;
    if (string_equals(step, "add"))
        return expectation_edit_add(call->context, &form->clause, form->words,
                   form->save.why, &problem)
                   ? saved(form, error)
                   : refuse_clause(form, &problem, error);
    if (!string_equals(step, "withdraw"))
        return preview(form, error);
    if (!text_number(text_of(call_field(call, "position")), &position))
        position = 0;
    return expectation_edit_withdraw(call->context, &form->clause, position,
               form->words, form->save.why, error) &&
           saved(form, error);
}

const struct route standard_admin_routes[] = {
    {GET, "/admin/standards", list_page, ROUTE_ADMINISTER},
    {POST, "/admin/standards", change_list, ROUTE_ADMINISTER},
    {GET, "/admin/standards/:standard/*clause", clause_page, ROUTE_ADMINISTER},
    {POST, "/admin/standards/:standard/*clause", change_clause,
        ROUTE_ADMINISTER},
    {GET, NULL, NULL, 0},
};
