/* Ways from an idea to what calls for it, along links. */
#include "domain/soa_driver.h"

#include "base/map.h"
#include "domain/kind.h"
#include "domain/soa_role.h"

#include <stdlib.h>
#include <string.h>

/* What a way has come to: a record, or a section of a page. */
struct node {
    long long item;
    const char *kind; /* "" of a section */
    const char *status;
    long long number; /* and title: of records at the end of a way */
    const char *title;
};

struct nodes {
    struct node *nodes;
    size_t count;
    size_t capacity;
};

struct soa_called {
    struct soa_clause clause;
    struct nodes items; /* its own, and those of its lettered items */
};

/* A step follows links of a role: */
enum direction {
    NOWHERE,  /* the way is at its end */
    SECTIONS, /* back to the sections of pages that they stand in */
    BACK,     /* back to the records that they stand in */
    ON,       /* on to the records that they lead to */
};

struct step {
    enum direction direction;
    const char *role; /* in soa_role; of sections, that of the link itself */
    bool in_force;    /* only to records in force */
};

/* The first that leads somewhere counts. */
static const struct path {
    enum soa_way way;
    struct step steps[3];
} paths[] = {
    {SOA_NAMED, {{BACK, "driver", true}}},
    {SOA_STORY, {{SECTIONS, "text", false}, {BACK, "story", true}}},
    {SOA_MEASURE, {{BACK, "measure", false}, {BACK, "control", true}}},
    {SOA_MEASURE, {{BACK, "measure", false}, {ON, "duty", true}}},
    {SOA_SECTION, {{SECTIONS, "meets", false}, {BACK, "control", true}}},
    {SOA_STATED, {{BACK, "applied", true}, {ON, "drivers", true}}},
};

/* The one that leads to something most often. */
enum { PATHS = sizeof paths / sizeof *paths, USUAL = 4 };

const char *soa_way_words(enum soa_way way)
{
    static const char *const words[] = {
        [SOA_NAMED] = "names the idea",
        [SOA_MEASURE] = "calls for a measure that carries it out",
        [SOA_SECTION] = "rests on a section that claims it",
        [SOA_STORY] = "names it in its story",
        [SOA_STATED] = "named by the agreed statement",
    };

    return words[way];
}

static void add_node(
    struct arena *arena, struct nodes *nodes, const struct node *node)
{
    nodes->nodes = arena_widen(arena, nodes->nodes, nodes->count,
        &nodes->capacity, sizeof *nodes->nodes);
    nodes->nodes[nodes->count++] = *node;
}

/* An item counts for the clause it is an item of. */
static bool read_clauses(struct soa_drivers *drivers, struct error *error)
{
    struct arena *arena = drivers->context->arena;
    struct map *by_id = map_create(arena);
    size_t capacity = 0;
    struct rows rows;

    drivers->clauses = NULL;
    drivers->count = 0;
    if (!database_query(drivers->context->db,
            "select id, clause, parent, kind, heading, position from clause "
            "where standard = $1 order by position",
            VALUES(value_text(drivers->standard)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        const struct node node = {.item = rows_number(&rows, 0), .kind = ""};
        struct soa_called *called;

        if (text_equals(rows_slice(&rows, 3), "item")) {
            called = map_get(by_id, rows_text(&rows, 2));
            if (called != NULL)
                add_node(arena, &called->items, &node);
            continue;
        }
        called = arena_alloc(arena, sizeof *called);
        called->clause = (struct soa_clause){.id = rows_text(&rows, 1),
            .kind = rows_text(&rows, 3),
            .heading = rows_text(&rows, 4),
            .position = rows_number(&rows, 5)};
        add_node(arena, &called->items, &node);
        map_set(by_id, called->clause.id, called);
        drivers->clauses = arena_widen(arena, drivers->clauses, drivers->count,
            &capacity, sizeof *drivers->clauses);
        drivers->clauses[drivers->count++] = called;
    }
    return rows_end(&rows, error);
}

bool soa_drivers_ask(struct soa_drivers *drivers, struct context *context,
    const char *standard, const char *as_of, struct error *error)
{
    *drivers = (struct soa_drivers){
        .context = context, .standard = standard, .as_of = as_of};
    return soa_role_list(
               context, &drivers->roles, &drivers->role_count, error) &&
           read_clauses(drivers, error);
}

const struct soa_clause *soa_driver_clause(
    const struct soa_drivers *drivers, size_t place)
{
    return &drivers->clauses[place]->clause;
}

/* Live, and yet it calls for nothing? */
static bool is_idle(
    const struct soa_drivers *drivers, const char *kind, const char *status)
{
    for (size_t i = 0; i < drivers->role_count; i++) {
        const struct soa_role *role = &drivers->roles[i];

        if (string_equals(role->role, "idle") &&
            string_equals(role->kind, kind) && words_have(role->value, status))
            return true;
    }
    return false;
}

/* A record calls for something while it is in force. */
static bool is_in_force(const struct soa_drivers *drivers,
    const char *kind_name, const char *status_name, const char *date)
{
    const struct kind *kind = kind_find(drivers->context->site, kind_name);
    const struct status *status =
        kind == NULL ? NULL : kind_status(kind, status_name);

    return status != NULL && status->live && !status->closed &&
           strcmp(date, drivers->as_of) <= 0 &&
           !is_idle(drivers, kind_name, status_name);
}

/* How far to go. */
enum extent {
    ANY,  /* to know that there is something, one will do */
    ALL,  /* all of them */
    TOLD, /* and what is told of them */
};

/* Sections by the role of the link itself; records by the fields that play the
 * role. The index of links by target has all that is asked, but what is told.
 */
static bool query_links(const struct soa_drivers *drivers,
    const struct step *step, const struct node *from, enum extent extent,
    struct rows *rows, struct error *error)
{
    struct database *db = drivers->context->db;
    struct value role = value_text(step->role);
    struct value item = value_number(from->item);

    switch (step->direction) {
    case SECTIONS:
        return database_query(db,
            "select source, kind, status, evidence_on from link "
            "where role = $1 and target = $2 and kind = ''",
            VALUES(role, item), rows, error);
    case BACK:
        return database_query(db,
            extent == TOLD
                ? "select record.id, link.kind, link.status, link.evidence_on, "
                  "record.number, record.title from soa_role cross join link "
                  "cross join record where soa_role.role = $1 "
                  "and link.target = $2 and link.kind = soa_role.kind "
                  "and link.role = soa_role.field and record.id = link.source"
                : "select link.source, link.kind, link.status, "
                  "link.evidence_on from soa_role cross join link "
                  "where soa_role.role = $1 and link.target = $2 "
                  "and link.kind = soa_role.kind "
                  "and link.role = soa_role.field",
            VALUES(role, item), rows, error);
    default:
        return database_query(db,
            "select record.id, record.kind, record.status, record.evidence_on, "
            "record.number, record.title from soa_role cross join link "
            "cross join record where soa_role.role = $1 "
            "and link.owner = $2 and soa_role.kind = $3 "
            "and link.role = soa_role.field and record.id = link.target",
            VALUES(role, item, value_text(from->kind)), rows, error);
    }
}

static bool is_enough(enum extent extent, const struct nodes *to)
{
    return extent == ANY && to->count > 0;
}

static bool follow_step(const struct soa_drivers *drivers,
    const struct step *step, const struct node *from, enum extent extent,
    struct nodes *to, struct error *error)
{
    struct rows rows;

    if (!query_links(drivers, step, from, extent, &rows, error))
        return false;
    while (!is_enough(extent, to) && rows_next(&rows)) {
        struct node node = {.item = rows_number(&rows, 0),
            .kind = rows_text(&rows, 1),
            .status = rows_text(&rows, 2)};

        if (step->in_force &&
            !is_in_force(drivers, node.kind, node.status, rows_text(&rows, 3)))
            continue;
        if (extent == TOLD) {
            node.number = rows_number(&rows, 4);
            node.title = rows_text(&rows, 5);
        }
        add_node(drivers->context->arena, to, &node);
    }
    return rows_end(&rows, error);
}

/* Where the path leads from the clause and its items: all steps but the last
 * to all there is. */
static bool follow_path(const struct soa_drivers *drivers,
    const struct path *path, const struct soa_called *called,
    enum extent extent, struct nodes *reached, struct error *error)
{
    *reached = called->items;
    for (const struct step *step = path->steps; step->direction != NOWHERE;
         step++) {
        bool last = step[1].direction == NOWHERE;
        const struct nodes from = *reached;

        *reached = (struct nodes){.count = 0};
        for (size_t i = 0; i < from.count; i++) {
            if (!follow_step(drivers, step, &from.nodes[i], last ? extent : ALL,
                    reached, error))
                return false;
        }
    }
    return true;
}

bool soa_driver_exists(const struct soa_drivers *drivers, size_t place,
    bool *exists, struct error *error)
{
    *exists = false;
    for (size_t i = 0; !*exists && i < PATHS; i++) {
        struct nodes reached;

        if (!follow_path(drivers, &paths[(USUAL + i) % PATHS],
                drivers->clauses[place], ANY, &reached, error))
            return false;
        *exists = reached.count > 0;
    }
    return true;
}

static int compare_nodes(const void *left, const void *right)
{
    const struct node *a = left;
    const struct node *b = right;
    int order = strcmp(a->kind, b->kind);

    return order != 0 ? order
                      : (a->number > b->number) - (a->number < b->number);
}

static bool each_on_path(const struct soa_drivers *drivers,
    const struct path *path, const struct soa_called *called,
    soa_driver_take *take, void *user, struct error *error)
{
    struct nodes reached;

    if (!follow_path(drivers, path, called, TOLD, &reached, error))
        return false;
    if (reached.count > 0)
        qsort(
            reached.nodes, reached.count, sizeof *reached.nodes, compare_nodes);
    for (size_t i = 0; i < reached.count; i++) {
        const struct node *node = &reached.nodes[i];

        take(user, called->clause.position,
            &(struct soa_driver){.ref = arena_format(drivers->context->arena,
                                     "%s:%lld", node->kind, node->number),
                .kind = node->kind,
                .title = node->title,
                .status = node->status,
                .way = path->way});
    }
    return true;
}

bool soa_driver_each(const struct soa_drivers *drivers, soa_driver_take *take,
    void *user, struct error *error)
{
    for (size_t i = 0; i < PATHS; i++) {
        for (size_t place = 0; place < drivers->count; place++) {
            if (!each_on_path(drivers, &paths[i], drivers->clauses[place], take,
                    user, error))
                return false;
        }
    }
    return true;
}

bool soa_lacks_cause(bool applies, size_t drivers, const char *reason)
{
    return applies && drivers == 0 && reason[0] == '\0';
}

bool soa_driver_rests_on(
    struct context *context, const char *kind, bool *rests, struct error *error)
{
    long long count = 0;

    *rests = false;
    if (!database_number(context->db,
            "select count(*) from soa_role left join field "
            "on field.kind = soa_role.kind and field.name = soa_role.field "
            "where soa_role.kind = $1 or (soa_role.role in ('drivers', 'duty') "
            "and (field.kinds = '' "
            "or ' ' || field.kinds || ' ' like '% ' || $1 || ' %'))",
            VALUES(value_text(kind)), &count, error))
        return false;
    *rests = count > 0;
    return true;
}
