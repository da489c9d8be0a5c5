/* The navigation. */
#include "domain/menu.h"

#include "base/file.h"
#include "domain/page.h"
#include "domain/reference.h"
#include "domain/site.h"

#include <string.h>

enum { MENU_LIMIT = 64 * 1024, MENU_ENTRIES = 500, OWN_COUNT = 5 };

static const struct menu_entry own_entries[OWN_COUNT] = {
    {"Clear footnote window", "", "/note/", true, false},
    {"AIL-SOA", "", "/soa/27001:2022", true, false},
    {"Records", "", "/records", false, false},
    {"Conformance", "", "/conformance", false, false},
    {"On-line help", "", "/help/", false, false},
};

static bool parse_line(struct arena *arena, struct text line, size_t number,
    struct menu_entry *entry, struct error *error)
{
    struct text label;
    struct text address = line;
    const char *target;

    if (!text_next(&address, '\t', &label) || address.data == NULL)
        return error_set(error, ERROR_INVALID,
            "menu.txt:%zu: write a label, a tab and an address", number);
    address = text_trim(address);
    target = text_string(arena, address);
    entry->label = text_string(arena, text_trim(label));
    entry->page = "";
    entry->address = target;
    if (string_begins(target, "page:")) {
        struct reference reference;
        struct error problem = error_create(arena);

        if (!reference_parse(arena, address, &reference, &problem))
            return error_set(error, ERROR_INVALID, "menu.txt:%zu: %s: %s",
                number, target, problem.message);
        entry->page = reference.name;
    } else if (target[0] != '/' || string_begins(target, "//")) {
        return error_set(error, ERROR_INVALID,
            "menu.txt:%zu: %s: an address is page:NAME or begins with /",
            number, target);
    }
    return true;
}

bool menu_parse(struct arena *arena, struct text text,
    struct menu_entry **entries, size_t *count, struct error *error)
{
    struct text rest = text;
    struct text line;
    size_t number = 0;
    bool begins = true;

    *entries = arena_array(arena, MENU_ENTRIES, sizeof **entries);
    *count = 0;
    if (text.size > MENU_LIMIT || !text_is_clean(text, NULL))
        return error_set(error, ERROR_INVALID,
            "menu.txt: is not UTF-8 text of at most %d KB", MENU_LIMIT / 1024);
    while (text_next(&rest, '\n', &line) || rest.data != NULL) {
        struct text trimmed = text_trim(line);

        number++;
        if (trimmed.size == 0) {
            begins = true;
            continue;
        }
        if (trimmed.data[0] == '#')
            continue;
        if (*count == MENU_ENTRIES)
            return error_set(error, ERROR_INVALID,
                "menu.txt:%zu: at most %d entries", number, MENU_ENTRIES);
        if (!parse_line(arena, trimmed, number, &(*entries)[*count], error))
            return false;
        (*entries)[(*count)++].begins_group = begins;
        begins = false;
    }
    return true;
}

static bool menu_of_folder(struct context *context, struct menu_entry **entries,
    size_t *count, struct error *error)
{
    struct page_entry *pages;
    size_t page_count;
    size_t used = 0;

    if (!page_list_folder(context, "", &pages, &page_count, error))
        return false;
    *entries = arena_array(
        context->arena, page_count + 1 + OWN_COUNT, sizeof **entries);
    (*entries)[used++] = (struct menu_entry){
        .label = "Home", .page = "", .address = "/", .begins_group = true};
    for (size_t i = 0; i < page_count; i++) {
        if (!string_equals(pages[i].name, "index"))
            (*entries)[used++] = (struct menu_entry){
                .label = pages[i].title, .page = pages[i].name, .address = ""};
    }
    for (size_t i = 0; i < OWN_COUNT; i++)
        (*entries)[used++] = own_entries[i];
    *count = used;
    return true;
}

static bool mark_missing(struct context *context, struct menu_entry *entries,
    size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        long long present = 0;

        if (entries[i].page[0] == '\0')
            continue;
        if (!database_number(context->db,
                "select count(*) from page where name = $1 and present = 1",
                VALUES(value_text(entries[i].page)), &present, error))
            return false;
        entries[i].missing = present == 0;
    }
    return true;
}

static bool read_menu(struct context *context, const char *path, bool exists,
    struct menu_entry **entries, size_t *count, const char **problem,
    struct error *error)
{
    struct error unreadable = error_create(context->arena);
    struct text text;

    *problem = "";
    if (exists) {
        if (file_read(context->arena, path, MENU_LIMIT, &text, &unreadable) &&
            menu_parse(context->arena, text, entries, count, &unreadable))
            return mark_missing(context, *entries, *count, error);
        *problem = unreadable.message;
    }
    return menu_of_folder(context, entries, count, error);
}

/* The navigation as it was read for one state of the file. */
struct menu {
    struct file_state state;
    const struct menu_entry *entries;
    size_t count;
    const char *problem;
};

static bool is_of_state(const struct menu *menu, struct file_state state)
{
    return menu != NULL && menu->state.exists == state.exists &&
           menu->state.size == state.size && menu->state.mtime == state.mtime &&
           menu->state.inode == state.inode;
}

static void keep_menu(struct context *context, struct file_state state,
    const struct menu_entry *entries, size_t count, const char *problem)
{
    struct arena *arena = site_keep_arena(context);
    struct menu_entry *copies;
    struct menu *kept;

    if (arena == NULL)
        return;
    kept = arena_alloc(arena, sizeof *kept);
    copies = arena_array(arena, count, sizeof *copies);
    for (size_t i = 0; i < count; i++) {
        copies[i] = entries[i];
        copies[i].label = arena_string(arena, entries[i].label);
        copies[i].page = arena_string(arena, entries[i].page);
        copies[i].address = arena_string(arena, entries[i].address);
    }
    *kept = (struct menu){state, copies, count, arena_string(arena, problem)};
    site_keep(context, "menu", kept);
}

bool menu_read(struct context *context, struct menu_entry **entries,
    size_t *count, const char **problem, struct error *error)
{
    const char *path =
        file_join(context->arena, context->site->manual, "menu.txt");
    struct file_state state = file_stat(path);
    const struct menu *kept = site_kept(context, "menu");

    if (!is_of_state(kept, state)) {
        if (!read_menu(
                context, path, state.exists, entries, count, problem, error))
            return false;
        keep_menu(context, state, *entries, *count, *problem);
        return true;
    }
    *entries = arena_array(context->arena, kept->count, sizeof **entries);
    *count = kept->count;
    *problem = kept->problem;
    memcpy(*entries, kept->entries, kept->count * sizeof **entries);
    return true;
}
