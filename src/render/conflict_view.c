/* Choosing between two versions. */
#include "render/conflict_view.h"

#include "render/chrome.h"
#include "render/history_view.h"
#include "render/record_label.h"

/* One field's value in one of the versions, and what both began with. */
struct side {
    const char *label;
    const char *value;
    const char *base; /* NULL if unknown */
    bool chosen;
};

static bool fill_changed(const struct conflict_view *view,
    const struct field *field, const struct side *side,
    struct template_dictionary *cell, struct error *error)
{
    struct context *context = view->context;
    const struct kind *kind = view->mine->kind;
    struct template_dictionary *row = template_row(cell, "CHANGED");
    const char *before;
    const char *after;

    if (!record_label_value(context, kind, field, side->value, &after, error) ||
        !record_label_value(context, kind, field,
            side->base == NULL ? side->value : side->base, &before, error))
        return false;
    if (field->type->control == CONTROL_AREA ||
        field->type->control == CONTROL_LINE)
        history_view_fill_difference(context->arena, row, before, after);
    else
        history_view_fill_values(row, side->base == NULL ? "" : before, after);
    if (side->value[0] == '\0')
        template_show(row, "EMPTY");
    return true;
}

static bool fill_side(const struct conflict_view *view,
    const struct field *field, const struct side *side,
    struct template_dictionary *row, struct error *error)
{
    struct template_dictionary *cell = template_row(row, "SIDE");
    struct template_dictionary *unchanged;
    const char *shown;

    template_set(cell, "SIDE_LABEL", side->label);
    template_set(cell, "VALUE", side->value);
    if (side->chosen)
        template_show(cell, "CHOSEN");
    if (side->base == NULL || !string_equals(side->base, side->value))
        return fill_changed(view, field, side, cell, error);
    if (!record_label_value(
            view->context, view->mine->kind, field, side->value, &shown, error))
        return false;
    unchanged = template_row(cell, "UNCHANGED");
    template_set(template_row(unchanged, "UNCHANGED_WORDS"), "WORDS",
        shown[0] == '\0' ? "Empty" : shown);
    return true;
}

/* What only one of them changed is chosen; what both changed, as typed. */
static bool fill_row(const struct conflict_view *view, size_t i,
    struct template_dictionary *row, struct error *error)
{
    const struct field *field = &view->mine->kind->fields[i];
    const char *base = view->base == NULL ? NULL : view->base->values[i];
    bool untouched = base != NULL && string_equals(base, view->mine->values[i]);
    struct side theirs = {.label = "Saved meanwhile",
        .value = view->theirs->values[i],
        .base = base,
        .chosen = untouched};
    struct side mine = {.label = "Yours",
        .value = view->mine->values[i],
        .base = base,
        .chosen = !untouched};

    template_set(row, "LABEL", field->label);
    template_set(row, "NAME", field->name);
    return fill_side(view, field, &theirs, row, error) &&
           fill_side(view, field, &mine, row, error);
}

static void fill_head(
    const struct conflict_view *view, struct template_dictionary *page)
{
    struct arena *arena = view->context->arena;
    const struct record *theirs = view->theirs;

    template_set(page, "RECORD_NAME", record_label(arena, theirs));
    template_set(page, "RECORD_SMALL",
        record_label_small(arena, record_label(arena, theirs)));
    template_set(page, "THEIR_NAME", view->their_name);
    template_set_number(page, "THEIR_REVISION", theirs->revision);
    chrome_set_date(
        view->context, page, "THEIR_AT", "THEIR_SHOWN", theirs->changed_at);
    template_set_number(page, "NEXT_REVISION", theirs->revision + 1);
    template_set(page, "MY_NAME", view->my_name);
    template_set(page, "MY_REVISION", view->began);
    template_set(page, "WHY_TYPED", view->why);
    template_set(page, "ACTION", view->action);
    template_set(page, "LEAVE", view->leave);
}

bool conflict_view_fill(const struct conflict_view *view,
    struct template_dictionary *page, struct error *error)
{
    const struct record *mine = view->mine;

    fill_head(view, page);
    for (size_t i = 0; i < mine->kind->field_count; i++) {
        if (string_equals(mine->values[i], view->theirs->values[i])) {
            struct template_dictionary *row = template_row(page, "KEPT");

            template_set(row, "NAME", mine->kind->fields[i].name);
            template_set(row, "VALUE", mine->values[i]);
        } else if (!fill_row(view, i, template_row(page, "ROW"), error)) {
            return false;
        }
    }
    return true;
}
