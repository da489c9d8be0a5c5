/* Standards for those who administer them. */
#include "render/standard_view.h"

#include "base/escape.h"
#include "domain/kind.h"
#include "domain/site.h"
#include "render/address.h"
#include "render/chrome.h"

static const char exclusion_kind[] = "applicability";

static const char *address_below(struct arena *arena, const char *folder,
    const char *standard, const char *clause)
{
    struct builder out = builder_create(arena);

    builder_put(&out, folder);
    escape_url(&out, text_of(standard), ":");
    if (clause[0] != '\0') {
        builder_byte(&out, '/');
        escape_url(&out, text_of(clause), "/:()");
    }
    return builder_string(&out);
}

const char *standard_view_address(
    struct arena *arena, const char *standard, const char *clause)
{
    return address_below(arena, "/admin/standards/", standard, clause);
}

const char *standard_view_exclude_address(struct context *context,
    const struct standard *standard, const struct clause *clause)
{
    struct arena *arena = context->arena;
    const char *excludes = "";
    const char *title = arena_format(arena, "Excluded from %s", standard->name);

    if (kind_find(context->site, exclusion_kind) == NULL)
        return NULL;
    if (clause != NULL) {
        excludes = arena_format(arena, "%s/%s", standard->id, clause->id);
        title = arena_format(arena, "%s %s", clause_label(arena, clause->id),
            clause_heading(arena, clause->heading));
    }
    return address_query(arena,
        arena_format(arena, "/records/%s/new", exclusion_kind),
        (const char *const[]){"title", title, "excludes", excludes, NULL});
}

static bool has_other_edition(
    const struct standard *standards, size_t count, size_t i)
{
    for (size_t k = 0; k < count; k++) {
        if (k != i && string_equals(standards[k].number, standards[i].number))
            return true;
    }
    return false;
}

static void fill_standard(struct context *context,
    const struct standard *standard, bool several,
    struct template_dictionary *row)
{
    struct arena *arena = context->arena;
    const char *exclude =
        standard_view_exclude_address(context, standard, NULL);

    template_set(row, "STANDARD_ID", standard->id);
    template_set(row, "STANDARD_NUMBER", standard->number);
    template_set(row, "STANDARD_NAME", standard->name);
    template_set(row, "STANDARD_TITLE", standard->title);
    template_set(
        row, "SOA_HREF", address_below(arena, "/soa/", standard->id, ""));
    template_set(row, "CONFORMANCE_HREF",
        address_below(arena, "/conformance/", standard->id, ""));
    if (standard->scope)
        template_show(row, "IN_SCOPE");
    template_show(row, several ? "SEVERAL" : "ONLY");
    if (standard->chosen)
        template_show(row, "CHOSEN");
    template_show(
        row, string_equals(standard->origin, "site") ? "OWN" : "SHIPPED");
    if (exclude != NULL)
        template_set(template_row(row, "EXCLUDE"), "EXCLUDE_HREF", exclude);
}

void standard_view_fill_list(struct context *context,
    const struct standard *standards, size_t count,
    struct template_dictionary *page)
{
    for (size_t i = 0; i < count; i++)
        fill_standard(context, &standards[i],
            has_other_edition(standards, count, i),
            template_row(page, "STANDARD"));
}

/* What is in the database was read before; if the program no longer knows it,
 * the words themselves must do. */
static const char *explain(struct context *context, const char *words)
{
    struct error problem = error_create(context->arena);
    struct expectation expectation;

    if (!expectation_parse(
            context->arena, text_of(words), &expectation, &problem))
        return words;
    return standard_explain(context, &expectation);
}

bool standard_view_fill_own(struct context *context,
    const struct clause_expectation *list, size_t count,
    struct template_dictionary *page, struct error *error)
{
    struct template_dictionary *owned = NULL;

    for (size_t i = 0; i < count; i++) {
        const struct clause_expectation *own = &list[i];
        struct standard standard;
        struct template_dictionary *row;
        bool found;

        if (!standard_find(context, own->standard, &standard, &found, error))
            return false;
        if (!found)
            continue;
        if (owned == NULL)
            owned = template_row(page, "OWNED");
        row = template_row(owned, "OWN_ROW");
        template_set(row, "EDIT_HREF",
            standard_view_address(context->arena, own->standard, own->clause));
        template_set(row, "CLAUSE_LABEL",
            arena_format(context->arena, "%s, %s", standard.name,
                clause_label(context->arena, own->clause)));
        template_set(row, "EXPLAINED", explain(context, own->words));
        template_set(row, "WORDS", own->words);
    }
    if (owned == NULL)
        template_show(page, "NO_OWN");
    return true;
}

bool standard_view_fill_expectations(struct context *context,
    const struct clause_expectation *list, size_t count,
    struct template_dictionary *page, struct error *error)
{
    (void)error;
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row = template_row(page, "EXPECTATION");

        template_set(row, "EXPLAINED", explain(context, list[i].words));
        template_set(row, "WORDS", list[i].words);
        template_set_number(row, "POSITION", list[i].position);
        template_show(row, list[i].own ? "OWN" : "SHIPPED");
    }
    if (count == 0)
        template_show(page, "NONE");
    return true;
}

static void fill_event(struct context *context,
    const struct standard_event *event, bool named,
    struct template_dictionary *row)
{
    struct arena *arena = context->arena;
    struct template_dictionary *change = template_row(row, "CHANGE");
    const char *words = standard_history_words(event->action);

    if (named)
        words = arena_format(arena, "%s%s%s: %s", event->standard,
            event->clause[0] == '\0' ? "" : " ",
            clause_label(arena, event->clause), words);
    template_set(change, "CHANGE_LABEL", words);
    if (event->words[0] != '\0')
        template_set(
            template_row(change,
                string_equals(event->action, "withdrew") ? "OLD" : "NEW"),
            "WORDS", event->words);
    if (event->revision.why[0] != '\0')
        template_set(
            template_row(row, "WHY"), "WHY_WORDS", event->revision.why);
    template_set(row, "BY_NAME",
        event->revision.by_name[0] == '\0' ? "The program"
                                           : event->revision.by_name);
    chrome_set_date(
        context, row, "REVISION_AT", "REVISION_SHOWN", event->revision.at);
    template_set_number(row, "REVISION_OF", event->revision.number);
}

void standard_view_fill_history(struct context *context,
    const struct standard_event *events, size_t count, bool named,
    struct template_dictionary *page)
{
    struct template_dictionary *list;

    if (count == 0) {
        template_show(page, "NO_HISTORY");
        return;
    }
    list = template_include(page, "HISTORY", "history_list.tpl");
    for (size_t i = 0; i < count; i++)
        fill_event(context, &events[i], named, template_row(list, "REVISION"));
}
