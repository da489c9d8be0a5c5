/* References of a record, from its fields and its texts. */
#include "domain/record_link.h"

#include "domain/link.h"
#include "domain/markup.h"
#include "domain/resolve.h"

static bool put_field_links(struct context *context, struct link_set *set,
    const struct field *field, const char *value, struct error *error)
{
    struct text rest = text_of(value);
    struct text part;

    while (text_next(&rest, ' ', &part)) {
        const char *written = text_string(context->arena, part);
        struct target target;
        struct link_draft draft = {
            .source = set->owner.id, .role = field->name, .written = written};

        if (string_equals(field->type->name, "person"))
            draft.written = arena_format(context->arena, "person:%s", written);
        if (!resolve_text(context, draft.written, &target, error))
            return false;
        draft.target = target.ref;
        draft.item = target.id;
        if (!link_set_add(context, set, &draft, error))
            return false;
    }
    return true;
}

static bool put_text_links(struct context *context, struct link_set *set,
    const char *value, struct error *error)
{
    struct markup markup;
    struct error unreadable = error_create(context->arena);

    if (!markup_check(text_of(value), 1, &unreadable))
        return true; /* shown as plain text, has no links */
    markup_scan(context->arena, text_of(value), 1, &markup);
    for (size_t i = 0; i < markup.link_count; i++) {
        struct page_link link;
        struct link_draft draft = {.source = set->owner.id,
            .role = "text",
            .written = markup.links[i].target};

        if (!resolve_link(context, "", draft.written, &link, error))
            return false;
        if (link.sort == LINK_EXTERNAL || link.sort == LINK_LOCAL)
            continue;
        draft.target =
            link.target.ref[0] == '\0' ? draft.written : link.target.ref;
        if (!link_set_add(context, set, &draft, error))
            return false;
    }
    return true;
}

bool record_link_put(struct context *context, const struct kind *kind,
    long long record, const char *const *values, struct error *error)
{
    struct link_set set;

    if (!link_set_begin(context, record, &set, error))
        return false;
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];

        if (field->type->links &&
            !put_field_links(context, &set, field, values[i], error))
            return false;
        if (field->type->markdown &&
            !put_text_links(context, &set, values[i], error))
            return false;
    }
    return link_set_end(context, &set, error);
}
