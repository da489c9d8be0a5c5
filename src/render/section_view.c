/* A section is cut out of its page after the whole page was drawn. */
#include "render/section_view.h"

#include "base/escape.h"
#include "domain/front_matter.h"
#include "domain/page.h"

#include <string.h>

/* The section and what stands below it. */
static const char *join_sections(
    struct arena *arena, const struct markdown_page *drawn, size_t from)
{
    struct builder out = builder_create(arena);
    int level = drawn->sections[from].level;

    builder_put(&out, drawn->sections[from].html);
    for (size_t i = from + 1; level > 0 && i < drawn->count; i++) {
        const struct markdown_section *section = &drawn->sections[i];

        if (section->level <= level)
            break;
        builder_put(&out, "<p><b>");
        escape_html(&out, text_of(section->title));
        builder_put(&out, "</b></p>\n");
        builder_put(&out, section->html);
    }
    return builder_string(&out);
}

static const char *summary_html(struct arena *arena, const char *summary)
{
    struct builder out = builder_create(arena);

    if (summary[0] == '\0')
        return "";
    builder_put(&out, "<p>");
    escape_html(&out, text_of(summary));
    builder_put(&out, "</p>\n");
    return builder_string(&out);
}

static bool is_blank(const char *html)
{
    return html[strspn(html, " \n\r\t")] == '\0';
}

static void cut_section(struct arena *arena, const struct page *page,
    const struct markdown_page *drawn, const char *slug, const char **html,
    bool *found)
{
    for (size_t i = 0; i < drawn->count && !*found; i++) {
        if (!string_equals(drawn->sections[i].slug, slug))
            continue;
        *html = join_sections(arena, drawn, i);
        *found = true;
    }
    if (slug[0] == '\0' && is_blank(*html)) {
        *html = summary_html(arena, page->summary);
        *found = true;
    }
}

/* Is the page itself at fault, rather than the system? */
static bool is_about_page(const struct error *problem)
{
    return problem->code == ERROR_INVALID || problem->code == ERROR_TOO_LARGE ||
           problem->code == ERROR_MISSING;
}

static bool draw_page(const struct place *place, const struct page *page,
    struct markdown_page *drawn, struct error *error)
{
    struct context *context = place->context;
    struct place inside = *place;
    struct front_matter matter;
    struct text content;

    inside.path = page->path;
    return page_content(context, page, &content, error) &&
           front_matter_parse(context->arena, content, &matter, error) &&
           markdown_render(context->arena,
               text_part(
                   content.data + matter.body, content.size - matter.body),
               matter.body_line, reference_resolve_markdown, &inside, drawn,
               error);
}

bool section_render(const struct place *place, const char *page_name,
    const char *slug, const char **html, bool *found, struct error *error)
{
    struct context *context = place->context;
    struct error problem = error_create(error->arena);
    struct markdown_page drawn;
    struct page page;
    bool exists = false;

    *html = "";
    *found = false;
    if (!page_read(context, page_name, &page, &exists, error))
        return false;
    if (!exists || page.problem[0] != '\0')
        return true;
    if (!draw_page(place, &page, &drawn, &problem)) {
        if (is_about_page(&problem))
            return true;
        *error = problem;
        return false;
    }
    cut_section(context->arena, &page, &drawn, slug, html, found);
    return true;
}

bool section_render_ref(const struct place *place, const char *ref,
    const char **html, bool *found, struct error *error)
{
    struct error problem = error_create(error->arena);
    struct reference reference;

    *html = "";
    *found = false;
    if (!reference_parse(
            place->context->arena, text_of(ref), &reference, &problem) ||
        reference.type != REFERENCE_PAGE)
        return true;
    return section_render(
        place, reference.name, reference.section, html, found, error);
}
