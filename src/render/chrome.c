/* The layout around every page. */
#include "render/chrome.h"

#include "base/clock.h"
#include "domain/menu.h"
#include "domain/page.h"
#include "domain/site.h"
#include "render/address.h"

#include <string.h>

static bool render(const char *file, struct template_dictionary *dictionary,
    struct builder *out, struct error *error)
{
    return template_render(file, dictionary, out) ||
           error_set(error, ERROR_SYSTEM,
               "The template %s or a part of it cannot be drawn.", file);
}

static void set_initials(
    struct arena *arena, struct template_dictionary *row, const char *name)
{
    struct builder initials = builder_create(arena);
    bool first = true;

    for (const char *p = name; *p != '\0' && initials.size < 2; p++) {
        if (first && *p >= 'A' && *p <= 'Z')
            builder_byte(&initials, *p);
        first = *p == ' ' || *p == '-';
    }
    template_set(row, "INITIALS", builder_string(&initials));
}

static bool fill_account(const struct chrome *chrome,
    struct template_dictionary *root, struct error *error)
{
    const struct person *person = chrome->person;
    struct template_dictionary *row;
    long long count = 0;

    if (person == NULL) {
        const char *const pairs[] = {"next", chrome->here, NULL};

        row = template_row(root, "NOBODY");
        template_set(row, "LOGIN_HREF",
            address_query(chrome->context->arena, "/login", pairs));
        return true;
    }
    if (!person_count_open(chrome->context, person->login, &count, error))
        return false;
    row = template_row(root, "PERSON");
    template_set(row, "NAME", person->name);
    template_set(row, "POST", person->post);
    if (person->post[0] != '\0')
        template_show(row, "POST_SHOWN");
    template_set(row, "LOGIN", person->login);
    template_set(row, "OPEN_COUNT",
        arena_format(chrome->context->arena,
            count < PERSON_OPEN_MOST ? "%lld" : "%lld+",
            count < PERSON_OPEN_MOST ? count : count - 1));
    if ((person->permissions & MAY_ADMINISTER) != 0)
        template_show(row, "ADMINISTERS");
    set_initials(chrome->context->arena, row, person->name);
    return true;
}

/* The entry for a page covers the pages below it: policy, policy/backup. */
static bool covers(const struct menu_entry *entry, const struct chrome *chrome)
{
    size_t size = strlen(entry->page);

    if (size > 0 && chrome->page[0] != '\0')
        return string_equals(entry->page, chrome->page) ||
               (strncmp(entry->page, chrome->page, size) == 0 &&
                   chrome->page[size] == '/');
    return string_equals(entry->address, chrome->nav) && size == 0;
}

static bool fill_menu(const struct chrome *chrome,
    struct template_dictionary *root, struct error *error)
{
    struct context *context = chrome->context;
    struct template_dictionary *group = NULL;
    struct menu_entry *entries;
    size_t count;
    const char *problem;

    if (!menu_read(context, &entries, &count, &problem, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row;
        bool clears = string_equals(entries[i].address, "/note/");

        if (group == NULL || entries[i].begins_group)
            group = template_row(root, "NAV_GROUP");
        row = template_row(group, "NAV_ENTRY");
        template_set(row, "LABEL", entries[i].label);
        template_set(row, "HREF",
            entries[i].page[0] == '\0'
                ? entries[i].address
                : address_page(context->arena, entries[i].page, ""));
        if (clears)
            template_show(row, "CLEARS");
        else if (covers(&entries[i], chrome))
            template_show(row, "CURRENT");
    }
    if (problem[0] != '\0')
        template_set(template_row(root, "MENU_PROBLEM"), "PROBLEM", problem);
    return true;
}

static void fill_crumbs(
    const struct chrome *chrome, struct template_dictionary *body)
{
    struct template_dictionary *list;

    if (chrome->crumb_count == 0)
        return;
    list = template_row(body, "CRUMBS");
    for (size_t i = 0; i < chrome->crumb_count; i++) {
        struct template_dictionary *row = template_row(list, "CRUMB");

        template_set(row, "LABEL", chrome->crumbs[i].label);
        if (chrome->crumbs[i].href != NULL)
            template_set(
                template_row(row, "LINKED"), "HREF", chrome->crumbs[i].href);
        else
            template_show(row, "PLAIN");
    }
}

static bool fill_layout(const struct chrome *chrome,
    struct template_dictionary *root, struct error *error)
{
    struct context *context = chrome->context;
    const char *version;

    if (!page_manual_version(context, &version, error) ||
        !fill_account(chrome, root, error) || !fill_menu(chrome, root, error))
        return false;
    template_set_everywhere(root, "ORGANISATION", context->site->name);
    template_set_everywhere(root, "IMS_VERSION", version);
    template_set_everywhere(root, "CSRF", chrome->csrf);
    template_set(root, "TITLE", chrome->title);
    if (chrome->keys)
        template_show(root, "KEYS");
    template_set(root, "WORDS", chrome->words);
    template_set(root, "REFERENCE", chrome->reference);
    template_set(root, "CLASSIFICATION",
        chrome->classification[0] == '\0' ? "Internal"
                                          : chrome->classification);
    template_set(root, "PRINT_VERSION",
        chrome->version[0] == '\0' ? version : chrome->version);
    if (chrome->reference[0] != '\0')
        template_show(root, "FOOT_REFERENCE");
    template_set(
        root, "NOTE_HREF", address_note(context->arena, chrome->note, ""));
    template_show(root, chrome->note[0] == '\0' ? "DOCK_SLIM" : "DOCK_HALF");
    return true;
}

bool chrome_render(const struct chrome *chrome, const char *file,
    chrome_fill *fill, void *user, struct builder *out, struct error *error)
{
    struct template_dictionary *root = template_create(chrome->context->arena);
    struct template_dictionary *body = template_include(root, "BODY", file);

    fill_crumbs(chrome, body);
    return fill_layout(chrome, root, error) && fill(user, body, error) &&
           render("layout.tpl", root, out, error);
}

bool chrome_render_alone(struct context *context, const char *file,
    chrome_fill *fill, void *user, struct builder *out, struct error *error)
{
    struct template_dictionary *root = template_create(context->arena);

    template_set_everywhere(root, "ORGANISATION", context->site->name);
    return fill(user, root, error) && render(file, root, out, error);
}

void chrome_set_date(struct context *context,
    struct template_dictionary *dictionary, const char *name, const char *shown,
    const char *value)
{
    template_set(dictionary, name, value);
    template_set(dictionary, shown, clock_show(context->arena, value));
}
