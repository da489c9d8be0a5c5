/* The timeline. */
#include "render/history_view.h"

#include "domain/history.h"
#include "render/chrome.h"
#include "render/difference.h"
#include "render/record_change.h"

#include <string.h>

void history_view_fill_difference(struct arena *arena,
    struct template_dictionary *row, const char *before, const char *after)
{
    static const char *const sections[] = {
        [DIFFERENCE_SAME] = "SAME",
        [DIFFERENCE_GONE] = "GONE",
        [DIFFERENCE_ADDED] = "ADDED",
    };
    struct difference difference = difference_of_texts(arena, before, after);

    for (size_t i = 0; i < difference.count; i++) {
        const struct difference_part *part = &difference.parts[i];

        template_set(
            template_row(template_row(row, "PART"), sections[part->sort]),
            "WORDS", text_string(arena, part->words));
    }
}

void history_view_fill_values(
    struct template_dictionary *row, const char *before, const char *after)
{
    if (before[0] != '\0')
        template_set(
            template_row(template_row(row, "PART"), "GONE"), "WORDS", before);
    if (after[0] != '\0')
        template_set(
            template_row(template_row(row, "PART"), "ADDED"), "WORDS", after);
}

static void fill_brief(
    const struct record_change *change, struct template_dictionary *row)
{
    if (!record_change_is_brief(change)) {
        template_set(template_row(row, "NAMED"), "NAMED_VERB",
            record_change_verb(change));
        return;
    }
    if (change->before[0] != '\0')
        template_set(template_row(row, "OLD"), "WORDS", change->before);
    if (change->after[0] != '\0')
        template_set(template_row(row, "NEW"), "WORDS", change->after);
}

static void fill_change(struct arena *arena, const struct record_change *change,
    enum history_detail detail, struct template_dictionary *row)
{
    bool whole = change->before[0] == '\0' || change->after[0] == '\0';

    template_set(row, "CHANGE_LABEL", change->field->label);
    if (detail == HISTORY_BRIEF) {
        fill_brief(change, row);
    } else if (whole || change->field->type->control != CONTROL_AREA) {
        if (change->before[0] != '\0')
            template_set(template_row(row, "OLD"), "WORDS", change->before);
        if (change->after[0] != '\0')
            template_set(template_row(row, "NEW"), "WORDS", change->after);
    } else {
        history_view_fill_difference(arena, row, change->before, change->after);
    }
}

/* The fields in which two revisions differ. */
static bool fill_changes(struct context *context, const struct record *before,
    const struct record *after, enum history_detail detail,
    struct template_dictionary *row, bool *key, struct error *error)
{
    const struct kind *kind = after->kind;
    struct record_change *changes;
    size_t count;

    if (!record_change_list(context, before, after, &changes, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        *key = *key || (kind->status >= 0 &&
                           changes[i].field == &kind->fields[kind->status]);
        fill_change(
            context->arena, &changes[i], detail, template_row(row, "CHANGE"));
    }
    return true;
}

static void fill_revision(struct context *context,
    const struct revision *revision, bool with_hash,
    struct template_dictionary *row)
{
    size_t size = strlen(revision->hash);

    if (revision->why[0] != '\0')
        template_set(template_row(row, "WHY"), "WHY_WORDS", revision->why);
    template_set(row, "BY_NAME",
        revision->by_name[0] == '\0' ? "The program" : revision->by_name);
    chrome_set_date(
        context, row, "REVISION_AT", "REVISION_SHOWN", revision->at);
    template_set_number(row, "REVISION_OF", revision->number);
    if (with_hash && size > 8) {
        struct template_dictionary *hash = template_row(row, "HASH");

        template_set(hash, "HASH_WHOLE", revision->hash);
        template_set(hash, "HASH_SHORT",
            arena_format(context->arena, "%.4s…%s", revision->hash,
                revision->hash + size - 4));
    }
}

static bool fill_one(struct context *context, const struct record *record,
    const struct revision *revision, const struct revision *older,
    enum history_detail detail, struct template_dictionary *row,
    struct error *error)
{
    struct record before;
    struct record after;
    bool key = older == NULL;

    if (!record_from_snapshot(
            context, record->kind, revision->snapshot, &after, error))
        return false;
    if (older == NULL) {
        template_show(row, "CREATED");
    } else if (!record_from_snapshot(
                   context, record->kind, older->snapshot, &before, error) ||
               !fill_changes(
                   context, &before, &after, detail, row, &key, error)) {
        return false;
    }
    if (older == NULL && detail == HISTORY_FULL) {
        bool ignored = false;

        before = record_create(context->arena, record->kind);
        if (record->kind->status >= 0)
            before.values[record->kind->status] = "";
        if (!fill_changes(
                context, &before, &after, detail, row, &ignored, error))
            return false;
    }
    if (key)
        template_show(row, "KEY");
    return true;
}

bool history_view_fill(const struct place *place, const struct record *record,
    enum history_detail detail, long long limit, long long offset,
    struct template_dictionary *page, struct error *error)
{
    struct context *context = place->context;
    struct template_dictionary *list =
        template_include(page, "HISTORY", "history_list.tpl");
    struct revision *revisions;
    size_t count;

    if (!history_list(context, record->id, true, limit + 1, offset, &revisions,
            &count, error))
        return false;
    for (size_t i = 0; i < count && i < (size_t)limit; i++) {
        struct template_dictionary *row = template_row(list, "REVISION");

        fill_revision(context, &revisions[i],
            detail == HISTORY_FULL || (i == 0 && offset == 0), row);
        if (!fill_one(context, record, &revisions[i],
                i + 1 < count ? &revisions[i + 1] : NULL, detail, row, error))
            return false;
    }
    return true;
}
