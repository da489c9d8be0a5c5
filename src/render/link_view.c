/* Links of one thing. */
#include "render/link_view.h"

#include "base/clock.h"
#include "domain/kind.h"
#include "render/chrome.h"

const char *link_view_heading(struct context *context, const char *role,
    const char *source_kind, bool from)
{
    const struct kind *kind = kind_find(context->site, source_kind);
    int field = kind == NULL ? -1 : kind_field(kind, role);
    const struct link_role *known = link_role_find(role);

    if (field >= 0 && (from || kind->fields[field].back[0] != '\0'))
        return from ? kind->fields[field].label : kind->fields[field].back;
    if (known != NULL && field < 0)
        return from ? known->label : known->back;
    if (string_equals(role, "meets"))
        return from ? "Meets" : "Met by";
    return from ? "Mentions" : "Mentioned in";
}

static void fill_made(struct context *context, const struct link *link,
    struct template_dictionary *row)
{
    struct template_dictionary *made;

    if (link->made_at[0] != '\0') {
        made = template_row(row, "MADE");
        chrome_set_date(context, made, "MADE_DAY", "MADE_SHOWN",
            clock_date(context->arena, link->made_at));
        template_set(made, "MADE_BY", link->made_by);
    }
    if (link->affirmed_at[0] != '\0') {
        made = template_row(row, "AFFIRMED");
        chrome_set_date(context, made, "MADE_DAY", "MADE_SHOWN",
            clock_date(context->arena, link->affirmed_at));
        template_set(made, "MADE_BY", link->affirmed_by);
    }
}

/* The form says which words of the target were shown, so that no others are
 * affirmed by it. */
static void fill_actions(
    const struct link *link, struct template_dictionary *row)
{
    struct template_dictionary *action;

    if (link->suspect) {
        action = template_row(row, "MAY_AFFIRM");
        template_set_number(action, "LINK_ID", link->id);
        template_set(action, "FINGERPRINT", link->fingerprint);
    }
    if (link->manual)
        template_set_number(
            template_row(row, "MAY_WITHDRAW"), "LINK_ID", link->id);
}

static bool fill_row(const struct place *place, const struct link *link,
    bool from, bool may_change, struct template_dictionary *row,
    struct error *error)
{
    struct context *context = place->context;
    const char *other = from ? link->target : link->source;
    struct target target;

    if (!resolve_text(context, other, &target, error))
        return false;
    template_set(row, "LINK_HEADING",
        link_view_heading(context, link->role, link->source_kind, from));
    reference_fill(place, template_include(row, "REF", "field_ref.tpl"), other,
        target.kind,
        target.present
            ? reference_full_label(context, other, target.kind, target.title)
            : other,
        target.status, target.present);
    fill_made(context, link, row);
    template_set(row, "LINK_TARGET", link->target);
    if (link->suspect)
        template_show(row, "SUSPECT");
    if (may_change)
        fill_actions(link, row);
    return true;
}

bool link_view_fill(const struct place *place, const struct link *links,
    const bool *may_change, size_t count, bool from,
    struct template_dictionary *table, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (!fill_row(place, &links[i], from, may_change[i],
                template_row(table, "LINK"), error))
            return false;
    }
    return true;
}

void link_view_fill_roles(const char *chosen, struct template_dictionary *form)
{
    const struct link_role *role = link_roles();

    for (; role->name != NULL; role++) {
        struct template_dictionary *row = template_row(form, "ROLE");

        template_set(row, "ROLE_NAME", role->name);
        template_set(row, "ROLE_LABEL", role->label);
        if (string_equals(role->name, chosen))
            template_show(row, "ROLE_CHOSEN");
    }
}
