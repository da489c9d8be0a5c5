/* Threads. */
#include "render/notes_view.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "render/chrome.h"

/* Notes on one page; earlier ones are one link away. */
enum { NOTES_SHOWN = 100 };

static void fill_body(const struct place *place, const struct note *note,
    struct template_dictionary *row)
{
    struct context *context = place->context;
    struct place here = *place;
    struct error problem = error_create(context->arena);
    const char *html;

    if (note->withdrawn)
        template_show(row, "WITHDRAWN");
    else if (markdown_render_text(context->arena, text_of(note->body),
                 reference_resolve_markdown, &here, &html, &problem))
        template_set(template_row(row, "TEXT"), "HTML", html);
    else
        template_set(template_row(row, "PLAIN"), "WORDS", note->body);
}

void notes_view_fill_note(const struct place *place, const struct note *note,
    const struct notes_view *view, struct template_dictionary *row)
{
    struct context *context = place->context;
    struct arena *arena = context->arena;
    struct template_dictionary *remark =
        template_include(row, "REMARK", "remark.tpl");
    struct template_dictionary *answer;

    template_set_number(remark, "NOTE_ID", note->id);
    template_set(remark, "BY_NAME", note->by_name);
    chrome_set_date(context, remark, "MADE_AT", "MADE_SHOWN", note->made_at);
    if (note->revision > 1 && !note->withdrawn)
        chrome_set_date(context, template_row(remark, "CHANGED"), "CHANGED_AT",
            "CHANGED_SHOWN", note->changed_at);
    fill_body(place, note, remark);
    if (view == NULL || view->person[0] == '\0' || note->withdrawn)
        return;
    answer = template_row(remark, "ANSWER");
    template_set(answer, "ANSWER_HREF",
        arena_format(arena, "%s/%lld/answer", view->address, note->id));
    if (string_equals(view->person, note->by))
        template_set(template_row(answer, "OWN"), "CHANGE_HREF",
            arena_format(arena, "%s/%lld", view->address, note->id));
}

static const struct note *find(
    const struct note *notes, size_t count, long long id)
{
    for (size_t i = 0; i < count; i++) {
        if (notes[i].id == id)
            return &notes[i];
    }
    return NULL;
}

/* The answers to one note stand below it. */
static void fill_answers(const struct notes_view *view,
    const struct note *notes, size_t count, const struct note *above,
    struct template_dictionary *thread)
{
    struct template_dictionary *answers = NULL;

    for (const struct note *note = above + 1; note < notes + count; note++) {
        if (note->parent != above->id)
            continue;
        if (answers == NULL)
            answers = template_row(thread, "ANSWERS");
        notes_view_fill_note(
            view->place, note, view, template_row(answers, "ANSWER_ROW"));
    }
}

/* An answer to a note on an earlier page begins a thread here. */
static void fill_threads(const struct notes_view *view,
    const struct note *notes, size_t count, struct template_dictionary *list)
{
    struct template_dictionary *threads = template_row(list, "THREADS");

    for (size_t i = 0; i < count; i++) {
        bool above = notes[i].parent != 0;
        struct template_dictionary *thread;

        if (above && find(notes, i, notes[i].parent) != NULL)
            continue;
        thread = template_row(threads, "THREAD");
        if (above)
            template_show(thread, "EARLIER");
        notes_view_fill_note(view->place, &notes[i], view, thread);
        if (!above)
            fill_answers(view, notes, count, &notes[i], thread);
    }
}

static void fill_write(
    const struct notes_view *view, struct template_dictionary *form)
{
    template_set(form, "NOTES_HREF", view->address);
    template_set(form, "FORM_TOKEN", crypto_token(view->place->context->arena));
}

bool notes_view_fill(const struct notes_view *view,
    struct template_dictionary *page, struct error *error)
{
    struct arena *arena = view->place->context->arena;
    struct template_dictionary *list =
        template_include(page, "NOTES", "notes.tpl");
    struct note *notes;
    size_t count;
    bool more;

    if (!note_list(view->place->context, view->item, view->before, NOTES_SHOWN,
            &notes, &count, &more, error))
        return false;
    if (more)
        template_set(template_row(list, "OLDER"), "OLDER_HREF",
            arena_format(arena, "%s?before=%lld", view->address, notes[0].id));
    if (count > 0)
        fill_threads(view, notes, count, list);
    else
        template_show(list, "NONE");
    if (view->person[0] == '\0')
        template_set(
            template_row(list, "SIGN_IN"), "SIGN_IN_HREF", view->sign_in);
    else
        fill_write(view, template_row(list, "WRITE"));
    return true;
}
