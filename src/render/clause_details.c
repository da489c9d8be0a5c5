/* Details: gathered of the clause and its items, then drawn kind by kind. */
#include "render/clause_details.h"

#include "domain/clause_text.h"
#include "render/standard_view.h"

struct telling {
    const struct clause *clause;
    const char *label; /* of the item, or "" */
    struct clause_detail *details;
    size_t count;
};

static void fill_from(const struct scene *scene, const struct clause *clause,
    const struct clause_detail *detail, struct template_dictionary *row)
{
    struct arena *arena = scene->place.context->arena;

    if (detail->from[0] == '\0')
        return;
    row = template_row(row, "FROM");
    template_set(row, "FROM_HREF",
        scene_clause_address(scene, clause->standard, detail->from));
    template_set(row, "FROM_LABEL",
        arena_format(arena, "%s %s", clause_label(arena, detail->from),
            clause_heading(arena, detail->from_heading)));
}

static void fill_told(const struct scene *scene, const struct telling *tellings,
    size_t count, const char *kind, struct template_dictionary *parent,
    const char *section)
{
    struct template_dictionary *list = NULL;

    for (size_t t = 0; t < count; t++) {
        for (size_t i = 0; i < tellings[t].count; i++) {
            struct template_dictionary *row;

            if (!string_equals(tellings[t].details[i].kind, kind))
                continue;
            if (list == NULL)
                list = template_row(parent, section);
            row = template_row(list, "TOLD");
            template_set(row, "WORDS", tellings[t].details[i].words);
            fill_from(scene, tellings[t].clause, &tellings[t].details[i], row);
            if (tellings[t].label[0] != '\0')
                template_set(
                    template_row(row, "OF"), "LABEL", tellings[t].label);
        }
    }
}

static bool has_kind(
    const struct telling *tellings, size_t count, const char *kind)
{
    for (size_t t = 0; t < count; t++) {
        for (size_t i = 0; i < tellings[t].count; i++) {
            if (string_equals(tellings[t].details[i].kind, kind))
                return true;
        }
    }
    return false;
}

static void fill_stages(const struct scene *scene,
    const struct telling *tellings, size_t count,
    struct template_dictionary *page)
{
    static const struct stage {
        const char *kind;
        const char *label;
    } stages[] = {
        {"stage-1", "Stage 1"},
        {"stage-2", "Stage 2"},
        {"surveillance", "Surveillance"},
        {"recertification", "Recertification"},
    };
    struct template_dictionary *list = NULL;

    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        struct template_dictionary *row;

        if (!has_kind(tellings, count, stages[i].kind))
            continue;
        if (list == NULL)
            list = template_row(page, "STAGES");
        row = template_row(list, "STAGE");
        template_set(row, "LABEL", stages[i].label);
        fill_told(scene, tellings, count, stages[i].kind, row, "LIST");
    }
}

static void fill_attributes(
    const struct telling *telling, struct template_dictionary *page)
{
    static const struct attribute {
        const char *name;
        const char *label;
    } attributes[] = {
        {"type", "Control type"},
        {"property", "Security properties"},
        {"concept", "Cybersecurity concepts"},
        {"capability", "Operational capabilities"},
        {"domain", "Security domains"},
    };
    struct template_dictionary *list = NULL;

    for (size_t a = 0; a < sizeof attributes / sizeof *attributes; a++) {
        for (size_t i = 0; i < telling->count; i++) {
            const struct clause_detail *detail = &telling->details[i];
            struct template_dictionary *row;

            if (!string_equals(detail->kind, "attribute") ||
                !string_equals(detail->name, attributes[a].name))
                continue;
            if (list == NULL)
                list = template_row(page, "ATTRIBUTES");
            row = template_row(list, "ATTRIBUTE");
            template_set(row, "LABEL", attributes[a].label);
            template_set(row, "WORDS", detail->words);
        }
    }
}

/* What an item has from above is told with the clause already. */
static void keep_own(struct telling *telling)
{
    size_t own = 0;

    while (own < telling->count && telling->details[own].from[0] == '\0')
        own++;
    telling->count = own;
}

bool clause_details_fill(const struct scene *scene, const struct clause *clause,
    const struct conformance_clause *judged, struct template_dictionary *page,
    struct error *error)
{
    struct context *context = scene->place.context;
    size_t items = judged == NULL ? 0 : judged->item_count;
    size_t count = size_add(items, 1);
    struct telling *tellings =
        arena_array(context->arena, count, sizeof *tellings);
    struct template_dictionary *documented;

    for (size_t i = 0; i < count; i++) {
        const struct clause *of =
            judged == NULL || i == 0 ? clause : &judged->items[i - 1].clause;

        tellings[i].clause = of;
        tellings[i].label = i == 0 ? "" : clause_label(context->arena, of->id);
        if (!clause_details(context, of->item, &tellings[i].details,
                &tellings[i].count, error))
            return false;
        if (i > 0)
            keep_own(&tellings[i]);
    }
    if (has_kind(tellings, count, "document") ||
        has_kind(tellings, count, "record")) {
        documented = template_row(page, "DOCUMENTED");
        fill_told(scene, tellings, count, "document", documented, "DOCUMENTS");
        fill_told(scene, tellings, count, "record", documented, "RECORDS");
    }
    fill_stages(scene, tellings, count, page);
    fill_attributes(&tellings[0], page);
    return true;
}

bool clause_details_words(const struct scene *scene,
    const struct clause *clause, const char **words, const char **expect,
    struct error *error)
{
    bool shown = scene->may_administer && standard_kind_asks(clause->kind);

    *expect = shown ? standard_view_address(scene->place.context->arena,
                          clause->standard, clause->id)
                    : "";
    /* The licence is the organisation's, not the visitor's. */
    *words = "";
    return !scene->signed_in || clause_text_read(scene->place.context,
                                    clause->standard, clause->id, words, error);
}
