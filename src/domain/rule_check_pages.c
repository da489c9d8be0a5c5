/* Checks of pages: their dates, the ways to them, and what was left in them. */
#include "domain/rule_running.h"

#include "base/clock.h"
#include "base/map.h"
#include "base/number_map.h"
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
    long long id;
    const char *name;
    const char *title;
    bool reached;
    struct step *steps; /* to pages that were not reached when it was seen */
    struct way *next;   /* reached, but not yet followed */
};

struct step {
    struct way *to;
    struct step *next;
};

struct walk {
    struct arena *arena;
    struct map *by_name;
    struct number_map *by_id; /* places in pages */
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
    size_t capacity = 0;
    struct rows rows;

    walk->by_name = map_create(context->arena);
    walk->by_id = number_map_create(context->arena);
    if (!database_query(context->db,
            "select id, name, title from page where present = 1 order by name",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct way *way = arena_alloc(context->arena, sizeof *way);

        walk->pages = arena_widen(context->arena, walk->pages, walk->count,
            &capacity, sizeof *walk->pages);
        walk->pages[walk->count] = way;
        way->id = rows_number(&rows, 0);
        way->name = rows_text(&rows, 1);
        way->title = rows_text(&rows, 2);
        map_set(walk->by_name, way->name, way);
        number_map_set(walk->by_id, way->id, walk->count++);
    }
    return rows_end(&rows, error);
}

static struct way *find_page(const struct walk *walk, long long id)
{
    size_t place;

    return number_map_get(walk->by_id, id, &place) ? walk->pages[place] : NULL;
}

/* However often the one names the other. */
static void add_step(struct walk *walk, struct way *from, struct way *to)
{
    struct step *step;

    if (from->steps != NULL && from->steps->to == to)
        return;
    step = arena_alloc(walk->arena, sizeof *step);
    *step = (struct step){to, from->steps};
    from->steps = step;
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

/* Look at what leads to the page or a section of it. Once one that can be
 * reached is seen, the others need not be. */
static bool look_back(struct context *context, struct walk *walk,
    struct way *page, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select owner from link where target = $1 and kind = '' "
            "union all select link.owner from section "
            "join link on link.target = section.id and link.kind = '' "
            "where section.page = $1",
            VALUES(value_number(page->id)), &rows, error))
        return false;
    while (!page->reached && rows_next(&rows)) {
        struct way *from = find_page(walk, rows_number(&rows, 0));

        if (from == NULL || from == page)
            continue;
        if (from->reached)
            reach(walk, page);
        else
            add_step(walk, from, page);
    }
    follow(walk);
    return rows_end(&rows, error);
}

bool rule_check_unreachable(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct walk walk = {.arena = context->arena};

    if (!read_pages(context, &walk, error) ||
        !begin_walk(context, &walk, error))
        return false;
    for (size_t i = 0; i < walk.count; i++) {
        if (!walk.pages[i]->reached &&
            !look_back(context, &walk, walk.pages[i], error))
            return false;
    }
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

/* What a page still has. */
struct remarks {
    const char *ref;
    const char *title;
    const char *words; /* of the first */
    long long line;
    size_t count;
};

static void add_remarks(struct rule_running *running,
    const struct remarks *remarks, const char *one, const char *several)
{
    struct arena *arena = running->context->arena;
    const char *words;
    const char *begin;

    if (remarks->count == 0)
        return;
    words = remarks->words[0] == '\0'
                ? ""
                : arena_format(arena, "“%s”", remarks->words);
    begin = arena_format(arena, "The page “%s” still has", remarks->title);
    rule_add(running, remarks->ref,
        remarks->count == 1
            ? arena_format(arena, "%s %s%s%s (line %lld).", begin, one,
                  words[0] == '\0' ? "" : " ", words, remarks->line)
            : arena_format(arena, "%s %zu %s, the first in line %lld%s%s.",
                  begin, remarks->count, several, remarks->line,
                  words[0] == '\0' ? "" : ": ", words));
}

/* One finding a page: its first remark, and how many there are. */
static bool find_remarks(struct rule_running *running, const char *kind,
    const char *one, const char *several, struct error *error)
{
    struct context *context = running->context;
    struct remarks remarks = {.count = 0};
    long long page = 0;
    size_t pages = 0;
    struct rows rows;

    if (!database_query(context->db,
            "select remark.page, page.name, page.title, remark.words, "
            "remark.line from page_remark remark cross join page "
            "where remark.kind = $1 and page.id = remark.page "
            "and page.present = 1 "
            "order by remark.page, remark.line, remark.words",
            VALUES(value_text(kind)), &rows, error))
        return false;
    while (pages <= RULE_COUNTED_LIMIT && rows_next(&rows)) {
        if (remarks.count > 0 && rows_number(&rows, 0) == page) {
            remarks.count++;
            continue;
        }
        add_remarks(running, &remarks, one, several);
        page = rows_number(&rows, 0);
        pages++;
        remarks = (struct remarks){
            .ref = arena_format(context->arena, "page:%s", rows_text(&rows, 1)),
            .title = rows_text(&rows, 2),
            .words = rows_text(&rows, 3),
            .line = rows_number(&rows, 4),
            .count = 1};
    }
    if (pages <= RULE_COUNTED_LIMIT)
        add_remarks(running, &remarks, one, several);
    return rows_end(&rows, error);
}

bool rule_check_placeholders(struct rule_running *running, struct error *error)
{
    return find_remarks(
        running, "placeholder", "the placeholder", "placeholders", error);
}

bool rule_check_instructions(struct rule_running *running, struct error *error)
{
    return find_remarks(running, "instruction", "an instruction to the writer",
        "instructions to the writer", error);
}
