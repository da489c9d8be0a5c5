/* Evidence that leads to clauses through other records, however many stand
 * between and whichever way round they go: every one of them is looked at
 * once, then the newest evidence is handed on against the direction of the
 * links, the newest first, so that the first to arrive is the right one. */
#include "domain/conformance_walk.h"

#include <stdlib.h>
#include <string.h>

struct edge {
    size_t above; /* the node that is referred to */
    size_t next;  /* of the same lower node, or PLAN_NOWHERE */
};

struct node {
    long long record;
    struct candidate best; /* date 0: none */
    size_t edge;           /* first, or PLAN_NOWHERE */
};

struct walk_graph {
    struct number_map *places; /* of nodes, by record */
    struct node *nodes;
    size_t node_count;
    size_t node_capacity;
    struct edge *edges;
    size_t edge_count;
    size_t edge_capacity;
    size_t *starts; /* nodes that refer to clauses, clause by clause */
    size_t start_count;
    size_t start_capacity;
    size_t *first; /* of each clause's, and where those of the last end */
};

static bool carries(
    struct walk *walk, size_t expectation, const struct mark *mark)
{
    return !mark->tells && walk_carries(walk, expectation, mark->class);
}

/* Of a list that was cut, all that carries anything; others as they are. */
static bool read_carriers(struct walk *walk, size_t expectation, long long item,
    const struct mark_list *list, struct mark_list *carriers,
    struct error *error)
{
    struct arena *arena = walk->context->arena;
    const struct mark_class *class = NULL;

    *carriers = *list;
    if (!list->cut)
        return true;
    *carriers = (struct mark_list){.marks = NULL};
    for (size_t i = 0; i < list->count; i++) {
        struct mark_list more;
        struct mark *both;

        if (list->marks[i].class == class ||
            !carries(walk, expectation, &list->marks[i]))
            continue;
        class = list->marks[i].class;
        if (!marks_read_class(walk->facts->marks, item, class, &more, error))
            return false;
        both = arena_array(
            arena, size_add(carriers->count, more.count) + 1, sizeof *both);
        if (carriers->count > 0)
            memcpy(both, carriers->marks, carriers->count * sizeof *both);
        if (more.count > 0)
            memcpy(
                &both[carriers->count], more.marks, more.count * sizeof *both);
        carriers->marks = both;
        carriers->count += more.count;
    }
    return true;
}

static size_t node_of(
    struct walk *walk, struct walk_graph *graph, long long record)
{
    size_t place;

    if (number_map_get(graph->places, record, &place))
        return place;
    graph->nodes = arena_widen(walk->context->arena, graph->nodes,
        graph->node_count, &graph->node_capacity, sizeof *graph->nodes);
    place = graph->node_count++;
    graph->nodes[place] = (struct node){.record = record, .edge = PLAN_NOWHERE};
    number_map_set(graph->places, record, place);
    return place;
}

static void add_edge(
    struct walk *walk, struct walk_graph *graph, size_t below, size_t above)
{
    graph->edges = arena_widen(walk->context->arena, graph->edges,
        graph->edge_count, &graph->edge_capacity, sizeof *graph->edges);
    graph->edges[graph->edge_count] =
        (struct edge){.above = above, .next = graph->nodes[below].edge};
    graph->nodes[below].edge = graph->edge_count++;
}

static bool is_newer(const struct candidate *a, const struct candidate *b)
{
    return candidates_newest_first(a, b) < 0;
}

static bool look_at_node(struct walk *walk, struct walk_graph *graph,
    size_t expectation, size_t place, struct error *error)
{
    long long record = graph->nodes[place].record;
    struct mark_list carriers;
    struct mark_list list;

    if (!marks_read(walk->facts->marks, record, &list, error) ||
        !read_carriers(walk, expectation, record, &list, &carriers, error))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        const struct mark *mark = &list.marks[i];
        struct candidate candidate = {
            .date = mark->date, .record = mark->owner, .class = mark->class};

        if (mark->date <= walk->date && !mark->tells &&
            walk_counts(walk, expectation, mark->class) &&
            is_newer(&candidate, &graph->nodes[place].best))
            graph->nodes[place].best = candidate;
    }
    for (size_t i = 0; i < carriers.count; i++) {
        const struct mark *mark = &carriers.marks[i];

        if (carries(walk, expectation, mark) && mark->owner != record)
            add_edge(walk, graph, node_of(walk, graph, mark->owner), place);
    }
    return true;
}

static void add_start(struct walk *walk, struct walk_graph *graph, size_t node)
{
    graph->starts = arena_widen(walk->context->arena, graph->starts,
        graph->start_count, &graph->start_capacity, sizeof *graph->starts);
    graph->starts[graph->start_count++] = node;
}

/* Begin with what stands on the clauses that have the expectation, or on those
 * that are asked for them. */
static bool begin_at_clauses(struct walk *walk, struct walk_graph *graph,
    size_t expectation, struct error *error)
{
    size_t count = walk->plan->clause_count;

    graph->first =
        arena_array(walk->context->arena, count + 1, sizeof *graph->first);
    for (size_t place = 0; place < count; place++) {
        struct mark_list list;

        graph->first[place] = graph->start_count;
        if (!read_carriers(walk, expectation,
                walk->plan->clauses[place].clause->item,
                facts_on(walk->facts, place), &list, error))
            return false;
        for (size_t i = 0; i < list.count; i++) {
            if (carries(walk, expectation, &list.marks[i]))
                add_start(
                    walk, graph, node_of(walk, graph, list.marks[i].owner));
        }
    }
    graph->first[count] = graph->start_count;
    return true;
}

/* To be ordered as candidates are. */
struct arrival {
    struct candidate best;
    size_t node;
};

/* Hand the node's best on to all above that have none as new. */
static void hand_on(struct walk_graph *graph, size_t from, size_t *stack)
{
    size_t depth = 0;

    stack[depth++] = from;
    while (depth > 0) {
        const struct node *node = &graph->nodes[stack[--depth]];

        for (size_t e = node->edge; e != PLAN_NOWHERE;
             e = graph->edges[e].next) {
            struct node *above = &graph->nodes[graph->edges[e].above];

            if (!is_newer(&node->best, &above->best))
                continue;
            above->best = node->best;
            stack[depth++] = graph->edges[e].above;
        }
    }
}

static void spread(struct walk *walk, struct walk_graph *graph)
{
    struct arena *arena = walk->context->arena;
    struct arrival *order =
        arena_room(arena, size_multiply(graph->node_count + 1, sizeof *order));
    size_t *stack =
        arena_room(arena, size_multiply(graph->node_count + 1, sizeof *stack));
    size_t count = 0;

    for (size_t i = 0; i < graph->node_count; i++) {
        if (graph->nodes[i].best.date > 0)
            order[count++] = (struct arrival){graph->nodes[i].best, i};
    }
    if (count > 1)
        qsort(order, count, sizeof *order, candidates_newest_first);
    for (size_t i = 0; i < count; i++) {
        /* What has been overtaken has been handed on from elsewhere. */
        if (graph->nodes[order[i].node].best.record == order[i].best.record)
            hand_on(graph, order[i].node, stack);
    }
}

/* With room for about as many records as there are clauses, so that little is
 * moved while it grows. */
static struct walk_graph *create_graph(struct walk *walk)
{
    struct arena *arena = walk->context->arena;
    struct walk_graph *graph = arena_alloc(arena, sizeof *graph);
    size_t likely = size_add(walk->plan->clause_count, 1);

    graph->places = number_map_create(arena);
    number_map_reserve(graph->places, likely);
    graph->nodes =
        arena_room(arena, size_multiply(likely, sizeof *graph->nodes));
    graph->node_capacity = likely;
    graph->edges =
        arena_room(arena, size_multiply(likely, sizeof *graph->edges));
    graph->edge_capacity = likely;
    graph->starts =
        arena_room(arena, size_multiply(likely, sizeof *graph->starts));
    graph->start_capacity = likely;
    return graph;
}

static bool solve(struct walk *walk, size_t expectation,
    struct walk_graph **solved, struct error *error)
{
    struct walk_graph *graph = create_graph(walk);

    if (!begin_at_clauses(walk, graph, expectation, error))
        return false;
    /* The list grows while it is worked through. */
    for (size_t i = 0; i < graph->node_count; i++) {
        if (!look_at_node(walk, graph, expectation, i, error))
            return false;
    }
    spread(walk, graph);
    *solved = graph;
    return true;
}

bool walk_graph_add(
    struct walk *walk, size_t clause, size_t expectation, struct error *error)
{
    struct walk_graph **solved = &walk->graphs[expectation];
    struct walk_target target = {.clause = clause, .place = PLAN_NOWHERE};
    const struct walk_graph *graph;

    if (*solved == NULL && !solve(walk, expectation, solved, error))
        return false;
    graph = *solved;
    while (walk_next_target(walk, &target)) {
        for (size_t i = graph->first[target.place];
             i < graph->first[target.place + 1]; i++) {
            const struct candidate *best = &graph->nodes[graph->starts[i]].best;

            if (best->date > 0)
                *candidates_add(walk->context->arena, &walk->found) = *best;
        }
    }
    return true;
}
