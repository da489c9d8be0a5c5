/* References for people. */
#include "render/reference_view.h"

#include "domain/clause_kind.h"
#include "domain/kind.h"
#include "render/address.h"

#include <string.h>

static const char *number_of(const char *ref)
{
    const char *colon = strchr(ref, ':');

    return colon == NULL ? "" : colon + 1;
}

/* clause:27001:2022/A.8.13 is "27001 A.8.13". */
static const char *clause_words(struct arena *arena, const char *ref)
{
    const char *rest = number_of(ref);
    const char *colon = strchr(rest, ':');
    const char *slash = strchr(rest, '/');

    if (slash == NULL)
        return ref;
    if (colon == NULL || colon > slash)
        colon = slash;
    return arena_format(arena, "%.*s %s", (int)(colon - rest), rest,
        clause_label(arena, slash + 1));
}

const char *reference_label(struct context *context, const char *ref,
    const char *kind, const char *title)
{
    const struct kind *known = kind_find(context->site, kind);

    if (known != NULL)
        return arena_format(
            context->arena, "%s %s", known->label, number_of(ref));
    if (string_equals(kind, "clause"))
        return clause_words(context->arena, ref);
    return title[0] == '\0' ? ref : title;
}

const char *reference_full_label(struct context *context, const char *ref,
    const char *kind, const char *title)
{
    const char *label = reference_label(context, ref, kind, title);

    if (title[0] == '\0' || string_equals(label, title))
        return label;
    return arena_format(context->arena,
        string_equals(kind, "clause") ? "%s %s" : "%s, %s", label, title);
}

const char *reference_css(
    struct context *context, const char *kind, const char *status, bool present)
{
    const struct kind *known = kind_find(context->site, kind);
    const struct status *state =
        known == NULL ? NULL : kind_status(known, status);
    struct builder css = builder_create(context->arena);

    if (!present)
        return "ref ref-broken";
    builder_put(&css, "ref ref-");
    builder_put(&css, string_equals(kind, "section") ? "page" : kind);
    builder_put(&css, state != NULL && state->closed ? " is-done" : "");
    return builder_string(&css);
}

const char *reference_href(const struct place *place, const char *ref)
{
    return address_note(
        place->context->arena, ref, place->trail == NULL ? "" : place->trail);
}

void reference_fill(const struct place *place, struct template_dictionary *row,
    const char *ref, const char *kind, const char *label, const char *status,
    bool present)
{
    template_set(row, "REF_HREF", reference_href(place, ref));
    template_set(
        row, "REF_CSS", reference_css(place->context, kind, status, present));
    template_set(row, "REF_LABEL", label);
    if (place->trail == NULL)
        template_show(row, "REF_FOOTNOTE");
}

static void fill_page_link(const struct place *place,
    const struct page_link *found, struct markdown_link *link)
{
    struct arena *arena = place->context->arena;

    if (place->trail == NULL) {
        link->href = address_main(arena, found->target.ref);
    } else {
        link->href = reference_href(place, found->target.ref);
        link->css = "ref ref-page";
    }
}

static void fill_reference(const struct place *place,
    const struct page_link *found, struct markdown_link *link)
{
    struct context *context = place->context;
    bool is_term = found->reference.type == REFERENCE_TERM;

    link->href = reference_href(
        place, is_term ? reference_format(context->arena, &found->reference)
                       : found->target.ref);
    link->css = is_term ? "ref ref-term"
                        : reference_css(context, found->target.kind,
                              found->target.status, true);
    link->footnote = place->trail == NULL;
}

/* A link between two files of the on-line help; false for any other. */
static bool fill_help_link(
    const struct place *place, const char *target, struct markdown_link *link)
{
    struct arena *arena = place->context->arena;
    const char *slash = strrchr(place->path, '/');
    size_t size = strcspn(target, "#");
    const char *name;

    if (!place->help || size < 3 || strncmp(target + size - 3, ".md", 3) != 0)
        return false;
    name = resolve_page_name(arena,
        slash == NULL
            ? ""
            : arena_copy(arena, place->path, (size_t)(slash - place->path)),
        text_part(target, size));
    if (name == NULL)
        return false;
    link->href = arena_format(arena, "/help/%s%s",
        string_equals(name, "index") ? "" : name, target + size);
    return true;
}

void reference_resolve_markdown(
    void *user, const char *target, size_t line, struct markdown_link *link)
{
    const struct place *place = user;
    struct context *context = place->context;
    struct error problem = error_create(context->arena);
    struct page_link found;

    (void)line;
    if (fill_help_link(place, target, link))
        return;
    if (place->help && target[0] == '#') {
        link->href = target;
        return;
    }
    if (!resolve_link(context, place->path, target, &found, &problem)) {
        link->blocked = true;
        link->title = problem.message;
        return;
    }
    if (link->is_image) {
        link->blocked = true;
        return;
    }
    switch (found.sort) {
    case LINK_EXTERNAL:
        link->href = found.address;
        link->external = true;
        break;
    case LINK_LOCAL:
        link->href = found.address;
        break;
    case LINK_PAGE:
    case LINK_ANCHOR:
        fill_page_link(place, &found, link);
        break;
    case LINK_REFERENCE:
        fill_reference(place, &found, link);
        break;
    case LINK_BROKEN:
    default:
        link->title = found.reason;
        link->css = "ref ref-broken";
        if (found.reference.scheme != NULL)
            link->href = reference_href(
                place, reference_format(context->arena, &found.reference));
        link->blocked = link->href == NULL;
        link->footnote = !link->blocked && place->trail == NULL;
        break;
    }
}
