/* Home. */
#include "render/home_view.h"

#include "base/clock.h"
#include "domain/activity.h"
#include "domain/conformance.h"
#include "domain/site.h"
#include "render/chrome.h"
#include "render/verdict_bar.h"

#include <string.h>

enum { LIST_LIMIT = 6 };

static bool fill_work(struct context *context, const struct place *place,
    const struct person *person, struct template_dictionary *body,
    struct error *error)
{
    struct template_dictionary *list;
    struct activity *work;
    size_t count;

    if (person == NULL)
        return true;
    if (!activity_list_owned(
            context, person->login, LIST_LIMIT, &work, &count, error))
        return false;
    list = template_row(body, "WORK");
    if (count == 0)
        template_show(list, "NO_WORK");
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row = template_row(list, "ITEM");

        reference_fill(place, row, work[i].ref, work[i].kind,
            reference_full_label(
                context, work[i].ref, work[i].kind, work[i].title),
            work[i].status, true);
        if (work[i].at[0] == '\0')
            continue;
        row = template_row(row, "DUE");
        chrome_set_date(context, row, "DATE", "SHOWN", work[i].at);
        if (strcmp(work[i].at, context->today) < 0)
            template_show(row, "LATE");
    }
    return true;
}

static bool fill_changes(struct context *context, const struct place *place,
    struct template_dictionary *body, struct error *error)
{
    struct template_dictionary *list;
    struct activity *changes;
    size_t count;

    if (!activity_list_latest(context, LIST_LIMIT, &changes, &count, error))
        return false;
    if (count == 0)
        return true;
    list = template_row(body, "CHANGES");
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row = template_row(list, "ITEM");

        reference_fill(place, row, changes[i].ref, changes[i].kind,
            reference_full_label(
                context, changes[i].ref, changes[i].kind, changes[i].title),
            changes[i].status, true);
        template_set(row, "ACTION", changes[i].action);
        template_set(row, "WHY", changes[i].why);
        template_set(row, "BY", changes[i].by);
        if (changes[i].why[0] != '\0')
            template_show(row, "HAS_WHY");
        if (changes[i].by[0] != '\0')
            template_show(row, "HAS_BY");
        chrome_set_date(context, row, "DATE", "SHOWN",
            clock_date(context->arena, changes[i].at));
    }
    return true;
}

static bool fill_coming(struct context *context, const struct place *place,
    struct template_dictionary *body, struct error *error)
{
    struct template_dictionary *list;
    struct activity *coming;
    size_t count;

    if (!activity_list_coming(context, LIST_LIMIT, &coming, &count, error))
        return false;
    if (count == 0)
        return true;
    list = template_row(body, "COMING");
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row = template_row(list, "ITEM");

        reference_fill(place, row, coming[i].ref, coming[i].kind,
            reference_full_label(
                context, coming[i].ref, coming[i].kind, coming[i].title),
            coming[i].status, true);
        chrome_set_date(context, row, "DATE", "SHOWN", coming[i].at);
    }
    return true;
}

static bool fill_conformance(struct context *context,
    struct template_dictionary *body, struct error *error)
{
    const struct conformance_system *system;

    if (!conformance_run_all(
            context, context->today, CONFORMANCE_NAMED, &system, error))
        return false;
    for (size_t i = 0; i < system->standard_count; i++) {
        const struct conformance *run = &system->standards[i];
        struct template_dictionary *row = template_row(body, "STANDARD");

        template_set(row, "NAME", run->standard.name);
        template_set(row, "ID", run->standard.id);
        template_set_number(
            row, "EVIDENCED", (long long)run->totals[VERDICT_EVIDENCED]);
        template_set_number(row, "APPLICABLE",
            (long long)(run->clause_count - run->totals[VERDICT_EXCLUDED]));
        verdict_bar_fill(context->arena, row, run->totals, 300, 10);
    }
    return true;
}

bool home_view_fill(struct context *context, const struct person *person,
    const struct page_view *view, struct template_dictionary *body,
    struct error *error)
{
    struct place place = {.context = context, .trail = NULL, .path = ""};

    template_set(body, "NAME", context->site->name);
    if (view != NULL) {
        struct template_dictionary *page = template_row(body, "PAGE");

        if (!page_view_fill(view, page, error))
            return false;
    } else {
        template_show(body, "NO_PAGE");
    }
    return fill_work(context, &place, person, body, error) &&
           fill_changes(context, &place, body, error) &&
           fill_conformance(context, body, error) &&
           fill_coming(context, &place, body, error);
}
