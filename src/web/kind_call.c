/* Forms of kinds. */
#include "web/kind_call.h"

#include "render/input_view.h"
#include "render/kind_view.h"

#include <string.h>

enum { WHY_SIZE = 4000, SINCE_LIMIT = 20 };

bool kind_call_save(
    struct call *call, struct kind_save *save, struct error *error)
{
    save->context = call->context;
    save->stamp = call_field(call, "stamp");
    save->why = call_field(call, "why");
    save->problem_count = 0;
    if (strlen(save->why) > WHY_SIZE)
        return error_at(error, ERROR_INVALID, "why",
            "why: too long, at most %d bytes fit here. Go back and shorten "
            "it.",
            WHY_SIZE);
    return true;
}

const char *kind_call_words(const struct call *call, const char *name)
{
    struct builder list = builder_create(call->context->arena);
    size_t position = 0;
    const char *value;

    while ((value = form_next(&call->request->form, name, &position)) != NULL)
        builder_format(&list, "%s%s", list.size > 0 ? " " : "", value);
    return builder_string(&list);
}

/* How it was before is no change. */
static void drop_shipped(struct kind_refusal *refusal)
{
    size_t count = 0;

    for (size_t i = 0; i < refusal->since_count; i++) {
        if (!string_equals(refusal->since[i].revision.action, "shipped"))
            refusal->since[count++] = refusal->since[i];
    }
    refusal->since_count = count;
}

bool kind_call_refused(struct call *call, struct kind_save *save,
    const struct error *problem, struct kind_refusal *refusal,
    struct error *error)
{
    long long since = kind_save_stamp_revision(save->stamp);

    *refusal = (struct kind_refusal){.stale = problem->code == ERROR_CONFLICT};
    if (!refusal->stale &&
        (problem->code != ERROR_INVALID || save->problem_count == 0))
        return error_at(
            error, problem->code, problem->field, "%s", problem->message);
    call->response->status = refusal->stale ? 409 : 400;
    if (refusal->stale && since >= 0 &&
        !kind_history_list(call->context, "", since, SINCE_LIMIT,
            &refusal->since, &refusal->since_count, error))
        return false;
    drop_shipped(refusal);
    return kind_save_stamp(call->context, &save->stamp, error);
}

void kind_call_fill(struct call *call, const struct kind_save *save,
    const struct kind_refusal *refusal, struct template_dictionary *page)
{
    struct template_dictionary *messages = input_form_messages(page, save);
    struct template_dictionary *stale;

    template_set(page, "STAMP", save->stamp);
    template_set(page, "WHY_TYPED", save->why);
    if (!refusal->stale)
        return;
    stale = template_row(messages, "STALE");
    if (refusal->since_count == 0) {
        template_show(stale, "STALE_UPGRADE");
        return;
    }
    template_show(stale, "STALE_BY");
    kind_view_fill_history(
        call->context, refusal->since, refusal->since_count, true, stale);
}

struct chrome kind_call_chrome(struct call *call, const char *title,
    const struct kind *kind, const char *last)
{
    struct arena *arena = call->context->arena;
    struct chrome chrome = call_chrome(call, title);
    struct crumb *crumbs = arena_array(arena, 4, sizeof *crumbs);
    size_t count = 0;

    crumbs[count++] = (struct crumb){"Administration", "/admin"};
    crumbs[count++] = (struct crumb){"Kinds of record",
        kind == NULL && last == NULL ? NULL : "/admin/kinds"};
    if (kind != NULL)
        crumbs[count++] = (struct crumb){kind->label,
            last == NULL ? NULL : kind_view_address(arena, kind->name, "")};
    if (last != NULL)
        crumbs[count++] = (struct crumb){last, NULL};
    chrome.crumbs = crumbs;
    chrome.crumb_count = count;
    return chrome;
}

void kind_call_fill_flash(struct call *call, struct template_dictionary *page)
{
    if (call_query(call, "saved")[0] != '\0')
        template_set(template_row(page, "FLASH"), "FLASH_WORDS",
            "Saved. It holds from now on, for everybody.");
}
