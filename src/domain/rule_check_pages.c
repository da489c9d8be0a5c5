/* Checks of pages: their dates, the ways to them, and what was left in them. */
#include "domain/rule_running.h"

#include "base/clock.h"
#include "base/map.h"
#include "domain/menu.h"

bool rule_check_overdue(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct rows rows;

    if (!database_query(context->db,
            "select item.ref, page.title, page.next_review from page "
            "join item on item.id = page.id "
            "where page.present = 1 and page.next_review > '' "
            "and page.next_review < $1 "
            "order by page.next_review, page.name limit $2",
            VALUES(
                value_text(running->as_of), value_number(RULE_COUNTED_LIMIT)),
            &rows, error))
        return false;
    while (rows_next(&rows))
        rule_add(running, rows_text(&rows, 0),
            arena_format(context->arena,
                "The page “%s” was due for review on %s.", rows_text(&rows, 1),
                clock_show(context->arena, rows_text(&rows, 2))));
    return rows_end(&rows, error);
}

/* A page in the walk over all that can be reached. */
struct way {
    const char *name;
    const char *title;
    bool reached;
    struct step *steps;
    struct way *next; /* reached, but not yet followed */
};

struct step {
    struct way *to;
    struct step *next;
};

struct walk {
    struct arena *arena;
    struct map *by_name;
    struct way **pages;
    size_t count;
    struct way *open;
};

static void reach(struct walk *walk, struct way *way)
{
    if (way == NULL || way->reached)
        return;
    way->reached = true;
    way->next = walk->open;
    walk->open = way;
}

static bool read_pages(
    struct context *context, struct walk *walk, struct error *error)
{
    struct rows rows;
    long long most = 0;

    walk->by_name = map_create(context->arena);
    if (!database_number(context->db,
            "select count(*) from page where present = 1", NO_VALUES, &most,
            error) ||
        !database_query(context->db,
            "select name, title from page where present = 1 "
            "order by name limit $1",
            VALUES(value_number(most)), &rows, error))
        return false;
    walk->pages =
        arena_array(context->arena, (size_t)most + 1, sizeof *walk->pages);
    while (rows_next(&rows)) {
        struct way *way = arena_alloc(context->arena, sizeof *way);

        way->name = rows_text(&rows, 0);
        way->title = rows_text(&rows, 1);
        walk->pages[walk->count++] = way;
        map_set(walk->by_name, way->name, way);
    }
    return rows_end(&rows, error);
}

static void add_step(struct walk *walk, const char *from, const char *to)
{
    struct way *way = map_get(walk->by_name, from);
    struct step *step = arena_alloc(walk->arena, sizeof *step);

    step->to = map_get(walk->by_name, to);
    if (way == NULL || step->to == NULL)
        return;
    step->next = way->steps;
    way->steps = step;
}

/* One row for each two pages, however often the one names the other. */
static bool read_steps(
    struct context *context, struct walk *walk, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select distinct owner.name, page.name from page owner "
            "join link on link.owner = owner.id "
            "left join section on section.id = link.target "
            "join page on page.id = coalesce(section.page, link.target) "
            "where owner.present = 1 and page.present = 1 "
            "and page.id <> owner.id order by owner.name, page.name",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows))
        add_step(walk, rows_text(&rows, 0), rows_text(&rows, 1));
    return rows_end(&rows, error);
}

/* The navigation, and the pages that the program itself leads to. */
static bool begin_walk(
    struct context *context, struct walk *walk, struct error *error)
{
    struct menu_entry *entries;
    size_t count;
    const char *problem;

    if (!menu_read(context, &entries, &count, &problem, error))
        return false;
    reach(walk, map_get(walk->by_name, "index"));
    reach(walk, map_get(walk->by_name, "terms"));
    for (size_t i = 0; i < count; i++) {
        if (entries[i].page[0] != '\0')
            reach(walk, map_get(walk->by_name, entries[i].page));
    }
    return true;
}

static void follow(struct walk *walk)
{
    while (walk->open != NULL) {
        struct way *way = walk->open;

        walk->open = way->next;
        for (const struct step *step = way->steps; step != NULL;
             step = step->next)
            reach(walk, step->to);
    }
}

bool rule_check_unreachable(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct walk walk = {.arena = context->arena};

    if (!read_pages(context, &walk, error) ||
        !read_steps(context, &walk, error) ||
        !begin_walk(context, &walk, error))
        return false;
    follow(&walk);
    for (size_t i = 0; i < walk.count; i++) {
        if (!walk.pages[i]->reached)
            rule_add(running,
                arena_format(context->arena, "page:%s", walk.pages[i]->name),
                arena_format(context->arena,
                    "Neither the menu nor a link of any page that can be "
                    "reached leads to the page “%s”.",
                    walk.pages[i]->title));
    }
    return true;
}

/* One finding a page: its first remark, and how many there are. */
static bool add_remarks(struct rule_running *running, const char *kind,
    const char *one, const char *several, struct error *error)
{
    struct context *context = running->context;
    struct rows rows;

    if (!database_query(context->db,
            "select item.ref, page.title, count(*), min(remark.line), "
            "(select words from page_remark first where first.kind = $1 "
            "and first.page = page.id order by first.line, first.words "
            "limit 1) from page_remark remark "
            "join page on page.id = remark.page and page.present = 1 "
            "join item on item.id = page.id where remark.kind = $1 "
            "group by remark.page, item.ref, page.title, page.id "
            "order by remark.page limit $2",
            VALUES(value_text(kind), value_number(RULE_COUNTED_LIMIT)), &rows,
            error))
        return false;
    while (rows_next(&rows)) {
        long long count = rows_number(&rows, 2);
        const char *title = rows_text(&rows, 1);
        const char *words = rows_text(&rows, 4);
        long long line = rows_number(&rows, 3);
        const char *begin =
            arena_format(context->arena, "The page “%s” still has", title);

        rule_add(running, rows_text(&rows, 0),
            count == 1
                ? arena_format(context->arena, "%s %s%s%s%s (line %lld).",
                      begin, one, words[0] == '\0' ? "" : " “", words,
                      words[0] == '\0' ? "" : "”", line)
                : arena_format(context->arena,
                      "%s %lld %s, the first in line %lld%s%s%s.", begin, count,
                      several, line, words[0] == '\0' ? "" : ": “", words,
                      words[0] == '\0' ? "" : "”"));
    }
    return rows_end(&rows, error);
}

bool rule_check_placeholders(struct rule_running *running, struct error *error)
{
    return add_remarks(
        running, "placeholder", "the placeholder", "placeholders", error);
}

bool rule_check_instructions(struct rule_running *running, struct error *error)
{
    return add_remarks(running, "instruction", "an instruction to the writer",
        "instructions to the writer", error);
}
