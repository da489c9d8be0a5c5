/* Raising records. */
#include "render/raise_view.h"

#include "render/address.h"
#include "render/record_label.h"

#include <string.h>

static const char source_field[] = "source";

/* The kind's field of clauses, or -1. */
static int clauses_field(const struct kind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (string_equals(kind->fields[i].type->name, "clauses") &&
            !kind->fields[i].retired)
            return (int)i;
    }
    return -1;
}

/* Can records of the kind be raised from things of the kind `from`? */
static bool may_be_raised(const struct kind *kind, const char *from)
{
    int place = kind_field(kind, source_field);
    const struct field *field = place < 0 ? NULL : &kind->fields[place];

    return field != NULL && string_equals(field->type->name, "references") &&
           field->back[0] != '\0' && !field->retired &&
           (field->kinds[0] == '\0' || words_have(field->kinds, from));
}

/* What the new record's form is filled with. */
struct raised {
    const char *from; /* kind of the thing */
    const char *source;
    const char *title;
    const char *clauses;
};

static void fill(struct context *context, const struct raised *raised,
    struct template_dictionary *page)
{
    const struct kinds *kinds = context->site->kinds;
    struct template_dictionary *list = NULL;

    for (size_t i = 0; i < kinds->count; i++) {
        const struct kind *kind = &kinds->kinds[i];
        int clauses = clauses_field(kind);
        const char *const pairs[] = {
            kind->title < 0 ? "title" : kind->fields[kind->title].name,
            raised->title, source_field, raised->source,
            clauses < 0 ? "clauses" : kind->fields[clauses].name,
            clauses < 0 ? "" : raised->clauses, NULL};
        struct template_dictionary *row;

        if (!may_be_raised(kind, raised->from))
            continue;
        if (list == NULL)
            list = template_include(page, "RAISE", "raise.tpl");
        row = template_row(list, "RAISED");
        template_set(row, "RAISE_HREF",
            address_query(context->arena,
                arena_format(context->arena, "/records/%s/new", kind->name),
                pairs));
        template_set(row, "RAISE_LABEL", kind->label);
    }
}

void raise_view_fill_record(struct context *context,
    const struct record *record, struct template_dictionary *page)
{
    struct raised raised = {.from = record->kind->name,
        .source = record_ref(context->arena, record),
        .title = record_value(record, record->kind->title),
        .clauses = record_value(record, clauses_field(record->kind))};

    fill(context, &raised, page);
}

void raise_view_fill_clause(struct context *context, const char *ref,
    const char *title, struct template_dictionary *page)
{
    struct raised raised = {.from = "clause",
        .source = "",
        .title = title,
        .clauses =
            string_begins(ref, "clause:") ? ref + strlen("clause:") : ref};

    fill(context, &raised, page);
}
