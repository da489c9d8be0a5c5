/* Notes on records. */
#include "web/discussion_pages.h"

#include "base/crypto.h"
#include "domain/note.h"
#include "render/address.h"
#include "render/notes_view.h"
#include "render/record_label.h"
#include "web/record_call.h"

/* One form, or one page of notes. */
struct discussion {
    struct call *call;
    struct record record;
    struct note note;     /* that is changed, id 0 for a new one */
    struct note answered; /* id 0 for a note of its own */
    const char *typed;
    long long revision;  /* that the form was opened on */
    const char *problem; /* or NULL */
    long long before;
};

static struct arena *arena_of(const struct discussion *page)
{
    return page->call->context->arena;
}

static const char *notes_address(
    struct arena *arena, const struct record *record)
{
    return record_call_address(arena, record, "/notes");
}

bool discussion_pages_fill(struct call *call, const struct record *record,
    long long before, struct template_dictionary *page, struct error *error)
{
    struct arena *arena = call->context->arena;
    struct place place = call_place(call);
    const char *const pairs[] = {
        "next", record_call_address(arena, record, ""), NULL};
    struct notes_view view = {.place = &place,
        .item = record->id,
        .address = notes_address(arena, record),
        .person = call->person == NULL ? "" : call->person->login,
        .sign_in = address_query(arena, "/login", pairs),
        .before = before};

    return notes_view_fill(&view, page, error);
}

static bool fill_notes(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct discussion *page = user;
    struct arena *arena = arena_of(page);
    const struct record *record = &page->record;

    template_set(body, "RECORD_NAME", record_label(arena, record));
    template_set(
        body, "RECORD_TITLE", record_value(record, record->kind->title));
    template_set(body, "RECORD_HREF", record_call_address(arena, record, ""));
    if (page->before != 0)
        template_set(template_row(body, "NEWEST"), "NEWEST_HREF",
            notes_address(arena, record));
    return discussion_pages_fill(page->call, record, page->before, body, error);
}

static bool show_notes(struct call *call, struct error *error)
{
    struct discussion page = {.call = call};
    const char *before = call_query(call, "before");
    struct chrome chrome;

    if (!record_call_record(call, &page.record, error))
        return false;
    if (before[0] != '\0' &&
        (!text_number(text_of(before), &page.before) || page.before < 1))
        return error_at(error, ERROR_INVALID, "before",
            "before: “%s” is not the number of a note.", before);
    chrome = record_call_record_chrome(call, &page.record,
        arena_format(arena_of(&page), "Notes on %s",
            record_label_small(
                arena_of(&page), record_label(arena_of(&page), &page.record))),
        "Notes");
    return call_render(
        call, &chrome, "discussion.tpl", fill_notes, &page, error);
}

static const char *heading_of(const struct discussion *page)
{
    if (page->note.id != 0)
        return "Your note";
    return page->answered.id != 0 ? "Answer" : "A note";
}

static const char *action_of(const struct discussion *page)
{
    const char *notes = notes_address(arena_of(page), &page->record);

    return page->note.id == 0
               ? notes
               : arena_format(arena_of(page), "%s/%lld", notes, page->note.id);
}

static bool fill_form(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct discussion *page = user;
    struct arena *arena = arena_of(page);
    struct place place = call_place(page->call);

    (void)error;
    template_set(body, "RECORD_NAME", record_label(arena, &page->record));
    template_set(body, "RECORD_TITLE",
        record_value(&page->record, page->record.kind->title));
    template_set(body, "HEADING", heading_of(page));
    template_set(body, "LABEL",
        page->answered.id != 0 ? "Your answer" : "What you want to say");
    template_set(body, "ACTION", action_of(page));
    template_set(body, "TYPED", page->typed);
    template_set(
        body, "LEAVE", record_call_address(arena, &page->record, "#notes"));
    if (page->problem != NULL) {
        template_set(template_row(body, "WRONG"), "MESSAGE", page->problem);
        template_show(body, "FIELD_WRONG");
    }
    if (page->answered.id != 0) {
        template_set_number(
            template_row(body, "PARENT"), "PARENT_ID", page->answered.id);
        notes_view_fill_note(
            &place, &page->answered, NULL, template_row(body, "ANSWERED"));
    }
    if (page->note.id == 0) {
        template_set(
            template_row(body, "FRESH"), "FORM_TOKEN", crypto_token(arena));
    } else {
        if (page->call->response->status == 409)
            notes_view_fill_note(
                &place, &page->note, NULL, template_row(body, "STANDS"));
        template_set_number(template_row(body, "REVISION"), "REVISION_NUMBER",
            page->note.revision);
        template_show(body, "WITHDRAW");
    }
    return true;
}

static bool show_form(struct discussion *page, struct error *error)
{
    struct arena *arena = arena_of(page);
    const char *name =
        record_label_small(arena, record_label(arena, &page->record));
    struct chrome chrome = record_call_record_chrome(page->call, &page->record,
        arena_format(arena, "%s%s on %s",
            page->problem == NULL ? "" : "Not saved: ", heading_of(page), name),
        "Note");

    return call_render(
        page->call, &chrome, "note_form.tpl", fill_form, page, error);
}

/* The note of that number on this record. */
static bool read_note(const struct discussion *page, const char *number,
    struct note *note, struct error *error)
{
    long long id = 0;
    bool found = false;

    if (number[0] != '0' && text_number(text_of(number), &id) &&
        !note_read(
            page->call->context, page->record.id, id, note, &found, error))
        return false;
    return found ||
           error_set(error, ERROR_MISSING, "There is no note %s on %s.", number,
               record_label_small(arena_of(page),
                   record_label(arena_of(page), &page->record)));
}

/* The note of the address, which only who wrote it may change. */
static bool read_own(struct discussion *page, struct error *error)
{
    const struct call *call = page->call;

    if (!record_call_record(call, &page->record, error) ||
        !read_note(page, call_value(call, "note"), &page->note, error))
        return false;
    if (page->note.withdrawn)
        return error_set(error, ERROR_MISSING,
            "This note has been withdrawn and can no longer be changed.");
    if (call->person == NULL ||
        !string_equals(call->person->login, page->note.by))
        return error_set(error, ERROR_FORBIDDEN,
            "Only %s, who wrote this note, may change or withdraw it. You can "
            "answer it.",
            page->note.by_name);
    return true;
}

static bool show_change(struct call *call, struct error *error)
{
    struct discussion page = {.call = call};

    if (!read_own(&page, error))
        return false;
    page.typed = page.note.body;
    return show_form(&page, error);
}

static bool show_answer(struct call *call, struct error *error)
{
    struct discussion page = {.call = call, .typed = ""};

    if (!record_call_record(call, &page.record, error) ||
        !read_note(&page, call_value(call, "note"), &page.answered, error))
        return false;
    if (page.answered.withdrawn)
        return error_set(error, ERROR_MISSING,
            "This note has been withdrawn, so that it cannot be answered.");
    return show_form(&page, error);
}

/* To the note on the record's page. */
static bool redirect(
    const struct discussion *page, long long id, struct error *error)
{
    return response_redirect(page->call->response,
        record_call_address(arena_of(page), &page->record,
            arena_format(arena_of(page), "#note-%lld", id)),
        error);
}

/* What can be put right is shown above what was typed; the rest goes up. */
static bool show_again(
    struct discussion *page, const struct error *problem, struct error *error)
{
    if (problem->code != ERROR_INVALID && problem->code != ERROR_CONFLICT)
        return error_at(
            error, problem->code, problem->field, "%s", problem->message);
    page->call->response->status = problem->code == ERROR_CONFLICT ? 409 : 400;
    page->problem = problem->message;
    return show_form(page, error);
}

static bool post_note(struct call *call, struct error *error)
{
    struct discussion page = {.call = call, .typed = call_field(call, "body")};
    struct error problem = error_create(call->context->arena);
    const char *parent = call_field(call, "parent");
    long long id;

    if (!record_call_record(call, &page.record, error) ||
        (parent[0] != '\0' && !read_note(&page, parent, &page.answered, error)))
        return false;
    if (!note_add(call->context, page.record.id, page.answered.id, page.typed,
            &id, &problem))
        return show_again(&page, &problem, error);
    return redirect(&page, id, error);
}

static bool withdraw(struct discussion *page, struct error *error)
{
    return note_withdraw(page->call->context, &page->note, error) &&
           redirect(page, page->note.id, error);
}

static bool post_change(struct call *call, struct error *error)
{
    struct discussion page = {.call = call, .typed = call_field(call, "body")};
    struct error problem = error_create(call->context->arena);
    const char *revision = call_field(call, "revision");

    if (!read_own(&page, error))
        return false;
    if (string_equals(call_field(call, "withdraw"), "yes"))
        return withdraw(&page, error);
    if (!text_number(text_of(revision), &page.revision) || page.revision < 1)
        return error_at(error, ERROR_INVALID, "revision",
            "revision: “%s” is not the number of a revision.", revision);
    if (!note_change(
            call->context, &page.note, page.revision, page.typed, &problem))
        return show_again(&page, &problem, error);
    return redirect(&page, page.note.id, error);
}

/* Who may read and is signed in may write: no more is asked. */
enum { ROUTE_WRITE = ROUTE_READ | ROUTE_SIGNED_IN };

const struct route discussion_routes[] = {
    {GET, "/records/:kind/:number/notes", show_notes,
        ROUTE_READ | ROUTE_CACHED},
    {POST, "/records/:kind/:number/notes", post_note, ROUTE_WRITE},
    {GET, "/records/:kind/:number/notes/:note", show_change, ROUTE_WRITE},
    {POST, "/records/:kind/:number/notes/:note", post_change, ROUTE_WRITE},
    {GET, "/records/:kind/:number/notes/:note/answer", show_answer,
        ROUTE_WRITE},
    {GET, NULL, NULL, 0},
};
