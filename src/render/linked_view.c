/* Linked work, both directions. */
#include "render/linked_view.h"

#include "domain/link_manual.h"
#include "render/record_label.h"

#include <string.h>

/* At most this many links from elsewhere are shown: of a record, whose work
 * they are, and of other things. */
enum { LINKS_SHOWN = 200, ITEM_LINKS_SHOWN = 50 };

static struct link_group *group_of(
    struct link_groups *groups, const char *heading)
{
    struct link_group *group;

    for (size_t i = 0; i < groups->count; i++) {
        if (string_equals(groups->groups[i].heading, heading))
            return &groups->groups[i];
    }
    group = &groups->groups[groups->count++];
    group->heading = heading;
    return group;
}

static bool group_has(const struct link_group *group, const char *ref)
{
    for (size_t i = 0; i < group->count; i++) {
        if (string_equals(group->links[i]->ref, ref))
            return true;
    }
    return false;
}

static void add_link(struct arena *arena, struct link_groups *groups,
    const char *heading, const struct linked *link)
{
    struct link_group *group = group_of(groups, heading);

    if (group->links == NULL)
        group->links = arena_array(arena, groups->most, sizeof *group->links);
    if (!group_has(group, link->ref))
        group->links[group->count++] = link;
}

/* Of a link made by hand; a later release may know more roles. */
static const char *role_heading(const char *name, bool from)
{
    const struct link_role *role = link_role_find(name);

    if (role == NULL)
        return name;
    return from ? role->label : role->back;
}

/* What the record refers to: a group for each field, in the form's order. */
static void add_from(struct arena *arena, const struct record *record,
    const struct linked *links, size_t count, struct link_groups *groups)
{
    for (size_t i = 0; i < record->kind->field_count; i++) {
        const struct field *field = &record->kind->fields[i];

        if (!field->type->links || field->type->control == CONTROL_PERSON)
            continue;
        for (size_t j = 0; j < count; j++) {
            if (!links[j].manual && string_equals(links[j].role, field->name))
                add_link(arena, groups, field->label, &links[j]);
        }
    }
    for (size_t j = 0; j < count; j++) {
        /* The record's own files are a list of their own. */
        if (links[j].manual && !string_equals(links[j].kind, "file"))
            add_link(
                arena, groups, role_heading(links[j].role, true), &links[j]);
    }
}

/* The heading the other end's field gives, or NULL for a mention. */
static const char *heading_of(
    const struct context *context, const struct linked *link)
{
    const struct kind *kind = kind_find(context->site, link->kind);
    int field = kind == NULL ? -1 : kind_field(kind, link->role);

    if (link->manual)
        return role_heading(link->role, false);

    if (field < 0 || kind->fields[field].back[0] == '\0')
        return NULL;
    return kind->fields[field].back;
}

/* Does one of the first `count` groups have it? */
static bool is_stated(
    const struct link_groups *groups, size_t count, const char *ref)
{
    for (size_t i = 0; i < count; i++) {
        if (group_has(&groups->groups[i], ref))
            return true;
    }
    return false;
}

static void add_to(struct context *context, const struct linked *links,
    size_t count, struct link_groups *groups)
{
    size_t stated = groups->count;

    for (size_t i = 0; i < count; i++) {
        const char *heading = heading_of(context, &links[i]);

        /* What the record states itself is not said again. */
        if (heading != NULL && !is_stated(groups, stated, links[i].ref))
            add_link(context->arena, groups, heading, &links[i]);
    }
    for (size_t i = 0; i < count; i++) {
        if (heading_of(context, &links[i]) == NULL &&
            !string_equals(links[i].role, "meets") &&
            !is_stated(groups, groups->count, links[i].ref)) {
            add_link(context->arena, groups, "Mentioned in", &links[i]);
            group_of(groups, "Mentioned in")->mentions = true;
        }
    }
}

/* What refers to the item, and room for it beside what it refers to. */
static bool begin_groups(struct context *context, long long item, size_t from,
    struct linked **to, size_t *to_count, struct link_groups *groups,
    struct error *error)
{
    if (!link_list_to(
            context, item, (long long)groups->limit + 1, to, to_count, error))
        return false;
    groups->more = *to_count > groups->limit;
    if (groups->more)
        *to_count = groups->limit;
    groups->most = size_add(size_add(from, *to_count), 1);
    groups->groups =
        arena_array(context->arena, groups->most, sizeof *groups->groups);
    return true;
}

bool linked_view_read(struct context *context, const struct record *record,
    struct link_groups *groups, struct error *error)
{
    struct linked *from;
    struct linked *to;
    size_t from_count;
    size_t to_count;

    *groups = (struct link_groups){.limit = LINKS_SHOWN};
    if (!link_list_from(context, record->id, &from, &from_count, error) ||
        !begin_groups(
            context, record->id, from_count, &to, &to_count, groups, error))
        return false;
    add_from(context->arena, record, from, from_count, groups);
    add_to(context, to, to_count, groups);
    return true;
}

bool linked_view_read_item(struct context *context, long long item,
    struct link_groups *groups, struct error *error)
{
    struct linked *from;
    struct linked *to;
    size_t from_count;
    size_t to_count;

    *groups = (struct link_groups){.limit = ITEM_LINKS_SHOWN};
    if (!link_list_by_hand(context, item, &from, &from_count, error) ||
        !begin_groups(context, item, from_count, &to, &to_count, groups, error))
        return false;
    for (size_t i = 0; i < from_count; i++)
        add_link(
            context->arena, groups, role_heading(from[i].role, true), &from[i]);
    add_to(context, to, to_count, groups);
    return true;
}

const char *linked_view_label(
    struct context *context, const struct linked *link)
{
    if (string_equals(link->kind, "section") &&
        !string_equals(link->title, link->owner_title))
        return arena_format(
            context->arena, "%s, %s", link->owner_title, link->title);
    return reference_full_label(context, link->ref, link->kind, link->title);
}

void linked_view_fill_ref(const struct place *place,
    struct template_dictionary *row, const struct linked *link)
{
    reference_fill(place, template_include(row, "REF", "field_ref.tpl"),
        link->ref, link->kind,
        link->present ? linked_view_label(place->context, link) : link->ref,
        link->status, link->present);
    if (link->changed)
        template_show(row, "LINK_CHANGED");
}

static void fill_link(const struct place *place, const struct linked *link,
    struct template_dictionary *row)
{
    struct context *context = place->context;
    const struct kind *kind = kind_find(context->site, link->kind);
    const struct status *status =
        kind == NULL ? NULL : kind_status(kind, link->status);

    linked_view_fill_ref(place, row, link);
    if (!link->changed && status != NULL)
        template_set(template_row(row, "LINK_STATUS"), "LINK_WORDS",
            record_label_small(context->arena, status->label));
}

void linked_view_fill(const struct place *place,
    const struct link_groups *groups, struct template_dictionary *page)
{
    struct template_dictionary *linked;

    if (groups->count == 0)
        return;
    linked = template_include(
        template_row(page, "LINKED_WORK"), "LINKED", "linked.tpl");
    for (size_t i = 0; i < groups->count; i++) {
        const struct link_group *group = &groups->groups[i];
        struct template_dictionary *row = template_row(linked, "LINK_GROUP");

        template_set(row, "LINK_HEADING", group->heading);
        for (size_t j = 0; j < group->count; j++)
            fill_link(place, group->links[j], template_row(row, "LINK"));
    }
    if (groups->more)
        template_set_number(template_row(linked, "LINK_MORE"), "LINK_LIMIT",
            (long long)groups->limit);
}

bool linked_view_fill_item(const struct place *place, long long item,
    struct template_dictionary *page, struct error *error)
{
    struct link_groups groups;

    if (!linked_view_read_item(place->context, item, &groups, error))
        return false;
    linked_view_fill(place, &groups, page);
    return true;
}
