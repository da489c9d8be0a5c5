/* Kinds as they are. */
#include "render/kind_view.h"

#include "base/escape.h"
#include "domain/field.h"
#include "render/chrome.h"

const char *kind_view_address(
    struct arena *arena, const char *kind, const char *rest)
{
    struct builder out = builder_create(arena);

    builder_put(&out, "/admin/kinds/");
    escape_url(&out, text_of(kind), "");
    builder_put(&out, rest);
    return builder_string(&out);
}

void kind_view_fill_origin(
    struct template_dictionary *row, const char *origin, long long own)
{
    if (string_equals(origin, "site"))
        template_show(row, "MADE");
    else if (own > 0 || string_equals(origin, "changed"))
        template_show(row, "CHANGED");
    else
        template_show(row, "SHIPPED");
}

void kind_view_fill_summary(struct context *context,
    const struct kind_summary *summary, struct template_dictionary *row)
{
    struct arena *arena = context->arena;

    template_set(row, "KIND_HREF", kind_view_address(arena, summary->name, ""));
    template_set(row, "LIST_HREF",
        arena_format(arena, "/records/%s?status=all", summary->name));
    template_set(row, "KIND_NAME", summary->name);
    template_set(row, "KIND_PLURAL", summary->plural);
    template_set(row, "KIND_CATEGORY", summary->category);
    template_set_number(row, "KIND_FIELDS", summary->fields);
    template_set_number(row, "KIND_RECORDS", summary->records);
    kind_view_fill_origin(row, summary->origin, summary->own);
}

static const char *required_words(
    struct arena *arena, const struct kind *kind, const struct field *field)
{
    struct builder out = builder_create(arena);

    if (field->always)
        return "always";
    for (size_t i = 0; i < kind->status_count; i++) {
        if (words_have(field->required_in, kind->statuses[i].name))
            builder_format(&out, "%s%s", out.size > 0 ? ", " : "",
                kind->statuses[i].label);
    }
    return builder_string(&out);
}

void kind_view_fill_fields(struct context *context, const struct kind *kind,
    struct template_dictionary *page)
{
    struct arena *arena = context->arena;

    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];
        struct template_dictionary *row = template_row(page, "FIELD");

        template_set(row, "FIELD_HREF",
            kind_view_address(arena, kind->name,
                arena_format(arena, "/fields/%s", field->name)));
        template_set(row, "FIELD_NAME", field->name);
        template_set(row, "FIELD_LABEL", field->label);
        template_set(row, "FIELD_SECTION", field->section);
        template_set(row, "FIELD_TYPE",
            field->computed[0] == '\0'
                ? field->type->label
                : arena_format(arena, "%s, computed", field->type->label));
        template_set(row, "FIELD_REQUIRED", required_words(arena, kind, field));
        template_set(row, "FIELD_LISTED",
            field->listed  ? "column"
            : field->below ? "below the title"
                           : "");
        template_show(row, field->custom ? "OWN" : "FOREIGN");
        if (field->retired)
            template_show(row, "RETIRED");
    }
}

/* What a revision was, where nothing can be compared. */
static const char *action_words(const struct revision *revision)
{
    if (string_equals(revision->action, "created"))
        return "Made";
    if (string_equals(revision->action, "shipped"))
        return "As it was shipped";
    return string_equals(revision->action, "upgraded")
               ? "Changed by an upgrade of the program"
               : "Saved";
}

static void fill_difference(
    const struct kind_difference *difference, struct template_dictionary *row)
{
    template_set(row, "CHANGE_LABEL", difference->what);
    if (difference->before[0] != '\0')
        template_set(template_row(row, "OLD"), "WORDS", difference->before);
    if (difference->after[0] != '\0')
        template_set(template_row(row, "NEW"), "WORDS", difference->after);
}

/* "permit: label", "Label": the first word of a sentence is large. */
static struct kind_difference named_difference(struct arena *arena,
    const struct kind_revision *revision, size_t i, bool named)
{
    struct kind_difference difference = revision->differences[i];
    char *what = arena_string(arena, difference.what);

    if (what[0] >= 'a' && what[0] <= 'z')
        what[0] = (char)(what[0] - 'a' + 'A');
    difference.what =
        named ? arena_format(arena, "%s: %s", revision->kind, what) : what;
    return difference;
}

static void fill_revision(struct context *context,
    const struct kind_revision *revision, bool named,
    struct template_dictionary *row)
{
    struct arena *arena = context->arena;
    const struct revision *of = &revision->revision;

    if (revision->count == 0 || !string_equals(of->action, "changed")) {
        struct kind_difference whole = {
            named ? arena_format(
                        arena, "%s: %s", revision->kind, action_words(of))
                  : action_words(of),
            "", ""};

        fill_difference(&whole, template_row(row, "CHANGE"));
        template_show(row, "KEY");
    }
    for (size_t i = 0; i < revision->count; i++) {
        struct kind_difference difference =
            named_difference(arena, revision, i, named);

        fill_difference(&difference, template_row(row, "CHANGE"));
    }
    if (of->why[0] != '\0')
        template_set(template_row(row, "WHY"), "WHY_WORDS", of->why);
    template_set(
        row, "BY_NAME", of->by_name[0] == '\0' ? "The program" : of->by_name);
    chrome_set_date(context, row, "REVISION_AT", "REVISION_SHOWN", of->at);
    template_set_number(row, "REVISION_OF", of->number);
}

void kind_view_fill_history(struct context *context,
    const struct kind_revision *revisions, size_t count, bool named,
    struct template_dictionary *page)
{
    struct template_dictionary *list =
        template_include(page, "HISTORY", "history_list.tpl");

    for (size_t i = 0; i < count; i++)
        fill_revision(
            context, &revisions[i], named, template_row(list, "REVISION"));
}
