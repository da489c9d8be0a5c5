/* The footnote window. */
#include "web/note_pages.h"

#include "base/clock.h"
#include "domain/evidence_file.h"
#include "domain/page.h"
#include "domain/record.h"
#include "domain/site.h"
#include "render/address.h"
#include "render/conformance_view.h"
#include "render/linked_view.h"
#include "render/page_view.h"
#include "render/record_file_view.h"
#include "render/record_view.h"
#include "render/section_view.h"

#include <string.h>

enum { TRAIL_LIMIT = 12 };

/* Everything a note's filler needs. */
struct note {
    struct call *call;
    struct context *context;
    struct reference reference;
    struct target target;
    const char *trail;  /* the way here, references separated by | */
    struct place place; /* whose trail includes this note */
};

static const char *address_path(struct arena *arena, const char *url)
{
    const char *path = strstr(url, "://");
    const char *end;

    path = path == NULL ? NULL : strchr(path + 3, '/');
    if (path == NULL)
        return "";
    end = path + strcspn(path, "?#");
    return arena_copy(arena, path, (size_t)(end - path));
}

/* Undo %XX; a referer's path comes as the browser wrote it. */
static const char *decoded(struct arena *arena, const char *path)
{
    struct form form;
    struct error problem = error_create(arena);
    const char *query = arena_format(arena, "p=%s", path);

    if (strchr(path, '&') != NULL || strchr(path, '+') != NULL ||
        !form_parse(arena, text_of(query), NULL, &form, &problem))
        return "";
    return form_value(&form, "p");
}

/* The trail so far: carried in the address, or for the first step the page
 * the reference was followed from. */
static const char *read_trail(const struct call *call)
{
    struct arena *arena = call->context->arena;
    const char *trail = call_query(call, "trail");
    const char *path;

    if (trail[0] != '\0')
        return trail;
    path = decoded(arena, address_path(arena, call->request->referer));
    return address_ref_of_path(arena, text_of(path));
}

/* The trail with one more step; a step already on it cuts it there. */
static const char *longer_trail(
    struct arena *arena, const char *trail, const char *ref)
{
    struct builder out = builder_create(arena);
    struct text rest = text_of(trail);
    struct text part;
    size_t count = 0;
    size_t skip;

    while (text_next(&rest, '|', &part))
        count++;
    skip = count >= TRAIL_LIMIT ? count - TRAIL_LIMIT + 1 : 0;
    rest = text_of(trail);
    while (text_next(&rest, '|', &part)) {
        if (text_equals(part, ref))
            break;
        if (skip > 0) {
            skip--;
            continue;
        }
        if (part.size > REFERENCE_LIMIT)
            continue;
        builder_text(&out, part);
        builder_byte(&out, '|');
    }
    builder_put(&out, ref);
    return builder_string(&out);
}

static bool fill_trail(const struct note *note,
    struct template_dictionary *root, struct error *error)
{
    struct arena *arena = note->context->arena;
    struct builder before = builder_create(arena);
    struct text rest = text_of(note->trail);
    struct text part;
    size_t count = 0;

    while (text_next(&rest, '|', &part) && count++ < TRAIL_LIMIT) {
        const char *ref = text_string(arena, part);
        struct template_dictionary *row;
        struct target step;

        if (string_equals(ref, note->target.ref))
            break;
        if (!resolve_text(note->context, ref, &step, error))
            return false;
        if (!step.present)
            continue;
        row = template_row(root, "STEP");
        template_set(row, "LABEL",
            reference_label(note->context, step.ref, step.kind, step.title));
        template_set(
            row, "HREF", address_note(arena, ref, builder_string(&before)));
        if (before.size > 0)
            builder_byte(&before, '|');
        builder_put(&before, ref);
    }
    return true;
}

static const char *excerpt_summary(
    const struct note *note, const struct page *page)
{
    struct arena *arena = note->context->arena;

    return arena_format(arena, "Version %s%s%s%s%s.",
        page_view_state(arena, page), page->approved ? " by " : "",
        page->approved ? page->approved_by_name : "",
        page->approved ? " on " : "",
        page->approved ? clock_show(arena, clock_date(arena, page->approved_at))
                       : "");
}

static bool fill_page_sections(const struct note *note, const struct page *page,
    struct template_dictionary *body, struct error *error)
{
    struct page_section *sections;
    struct template_dictionary *list = NULL;
    size_t count;

    if (!page_list_sections(note->context, page->id, &sections, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row;

        if (list == NULL)
            list = template_row(body, "SECTIONS");
        row = template_row(list, "ENTRY");
        template_set(row, "TITLE", sections[i].title);
        template_set(row, "HREF",
            reference_href(
                &note->place, arena_format(note->context->arena, "page:%s#%s",
                                  page->name, sections[i].slug)));
    }
    return true;
}

static bool fill_page_note(
    struct note *note, struct template_dictionary *root, struct error *error)
{
    const char *name =
        note->reference.type == REFERENCE_TERM ? "terms" : note->reference.name;
    const char *slug = note->reference.type == REFERENCE_TERM
                           ? note->reference.name
                           : note->reference.section;
    struct template_dictionary *body =
        template_include(root, "BODY", "note_page.tpl");
    struct page page;
    const char *html = "";
    bool found;

    if (!page_read(note->context, name, &page, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING, "There is no page %s.", name);
    template_set(body, "KIND",
        note->reference.type == REFERENCE_TERM ? "Term"
        : slug[0] == '\0'                      ? "Page"
                                               : page.title);
    template_set(body, "TITLE", note->target.title);
    if (page.problem[0] != '\0') {
        template_set(template_row(body, "PROBLEM"), "MESSAGE", page.problem);
        return true;
    }
    if (!section_render(&note->place, name, slug, &html, &found, error))
        return false;
    template_set(body, "HTML", html);
    if (note->reference.type != REFERENCE_TERM)
        template_set(template_row(body, "CONTROL"), "WORDS",
            excerpt_summary(note, &page));
    if (slug[0] == '\0' && !fill_page_sections(note, &page, body, error))
        return false;
    return linked_view_fill_item(&note->place, note->target.id, body, error);
}

static bool fill_record_note(
    struct note *note, struct template_dictionary *root, struct error *error)
{
    const struct kind *kind =
        kind_find(note->context->site, note->reference.scheme);
    struct record record;
    bool found;

    if (!record_read(note->context, kind, note->reference.number, &record,
            &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "There is no %s.", note->target.ref);
    return record_view_fill_note(&note->place, &record,
        template_include(root, "BODY", "note_record.tpl"), error);
}

static bool fill_person_note(
    struct note *note, struct template_dictionary *root, struct error *error)
{
    struct template_dictionary *body =
        template_include(root, "BODY", "note_person.tpl");
    struct person person;
    bool found;

    if (!person_read(
            note->context, note->reference.name, &person, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING, "There is nobody called %s.",
            note->reference.name);
    template_set(body, "NAME", person.name);
    template_set(body, "POST", person.post);
    template_set(body, "EMAIL", person.email);
    template_set(body, "ROLES", person.roles);
    template_set(body, "LOGIN", person.login);
    if (person.post[0] != '\0')
        template_show(body, "HAS_POST");
    if (person.email[0] != '\0')
        template_show(body, "HAS_EMAIL");
    return linked_view_fill_item(&note->place, note->target.id, body, error);
}

static bool fill_file_note(
    struct note *note, struct template_dictionary *root, struct error *error)
{
    struct template_dictionary *body =
        template_include(root, "BODY", "note_file.tpl");
    struct evidence_file file;
    struct arena *arena = note->context->arena;
    bool found;

    if (!evidence_file_read(
            note->context, note->reference.name, &file, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "No file with that content is kept here.");
    template_set(body, "TITLE", file.title);
    template_set(body, "NAME", file.name);
    template_set(body, "HREF", address_file(arena, file.hash, file.name));
    template_set(body, "SIZE", record_file_view_size(arena, file.size));
    template_set(body, "BY", file.added_by);
    template_set(body, "HASH", file.hash);
    chrome_set_date(
        note->context, body, "DATE", "SHOWN", clock_date(arena, file.added_at));
    return linked_view_fill_item(&note->place, note->target.id, body, error);
}

static bool fill_body(
    struct note *note, struct template_dictionary *root, struct error *error)
{
    switch (note->reference.type) {
    case REFERENCE_PAGE:
    case REFERENCE_TERM:
        return fill_page_note(note, root, error);
    case REFERENCE_CLAUSE:
    case REFERENCE_MEETS:
        return conformance_view_fill_note(&note->place, note->target.ref,
            call_may(note->call, MAY_EDIT),
            template_include(root, "BODY", "note_clause.tpl"), error);
    case REFERENCE_PERSON:
        return fill_person_note(note, root, error);
    case REFERENCE_FILE:
        return fill_file_note(note, root, error);
    case REFERENCE_RECORD:
    default:
        return fill_record_note(note, root, error);
    }
}

static bool fill_note(
    void *user, struct template_dictionary *root, struct error *error)
{
    struct note *note = user;
    const char *label = reference_full_label(
        note->context, note->target.ref, note->target.kind, note->target.title);

    template_set(root, "TITLE", label);
    template_set(root, "HERE",
        reference_label(note->context, note->target.ref, note->target.kind,
            note->target.title));
    if (note->target.present)
        template_set(template_row(root, "LINKS"), "LINKS_HREF",
            address_links(note->context->arena, note->target.ref));
    if (note->reference.type != REFERENCE_PERSON)
        template_set(template_row(root, "MAIN"), "HREF",
            address_main(note->context->arena, note->target.ref));
    return fill_trail(note, root, error) && fill_body(note, root, error);
}

static bool fill_nothing(
    void *user, struct template_dictionary *root, struct error *error)
{
    (void)user;
    (void)root;
    (void)error;
    return true;
}

static bool note_show(struct call *call, struct error *error)
{
    struct context *context = call->context;
    const char *ref = call_value(call, "ref");
    struct note note = {.call = call, .context = context};

    if (!reference_parse(
            context->arena, text_of(ref), &note.reference, error)) {
        const char *reason = error->message;

        return error_set(
            error, ERROR_INVALID, "“%s” is not a reference: %s.", ref, reason);
    }
    if (!resolve_reference(context, &note.reference, &note.target, error))
        return false;
    if (!note.target.present)
        return error_set(error, ERROR_MISSING,
            "The reference %s leads nowhere: %s.", ref, note.target.reason);
    note.trail = read_trail(call);
    note.place = (struct place){.context = context,
        .trail = longer_trail(context->arena, note.trail,
            note.reference.type == REFERENCE_TERM
                ? reference_format(context->arena, &note.reference)
                : note.target.ref),
        .path = ""};
    return chrome_render_alone(
        context, "note.tpl", fill_note, &note, &call->response->body, error);
}

static bool note_cleared(struct call *call, struct error *error)
{
    return chrome_render_alone(call->context, "note_cleared.tpl", fill_nothing,
        NULL, &call->response->body, error);
}

const struct route note_routes[] = {
    {GET, "/note/", note_cleared, ROUTE_READ},
    {GET, "/note", note_cleared, ROUTE_READ},
    {GET, "/note/*ref", note_show, ROUTE_READ},
    {0},
};
