/* Read once, then mended: a revision tells which item changed, its links tell
 * which targets that touches. */
#include "domain/conformance_facts.h"

#include "base/map.h"
#include "domain/site.h"

#include <limits.h>
#include <string.h>

enum {
    RENEWED_MOST = 200, /* before the arena is begun anew */
    CHANGED_MOST = 100  /* revisions that are looked at one by one */
};

struct facts_target {
    long long revision; /* at which it was read */
    struct mark_list list;
};

struct class_records {
    struct mark_class class;
    struct candidates records;
    long long most; /* that were asked for; 0 when nothing is known */
    struct class_records *before;
};

struct candidate *candidates_add(
    struct arena *arena, struct candidates *candidates)
{
    if (candidates->count == candidates->capacity) {
        size_t more = candidates->capacity == 0
                          ? 32
                          : size_multiply(candidates->capacity, 2);
        struct candidate *grown = arena_array(arena, more, sizeof *grown);

        if (candidates->count > 0)
            memcpy(grown, candidates->items, candidates->count * sizeof *grown);
        candidates->items = grown;
        candidates->capacity = more;
    }
    return &candidates->items[candidates->count++];
}

/* ---- what refers to what ---- */

static bool read_target(struct facts *facts, size_t place, struct error *error)
{
    struct facts_target *target = &facts->targets[place];

    target->revision = facts->revision;
    return marks_read(facts->marks, facts->plan->clauses[place].clause->item,
        &target->list, error);
}

const struct mark_list *facts_on(const struct facts *facts, size_t place)
{
    return &facts->targets[place].list;
}

/* The most records of a kind and status that any expectation asks for. */
static size_t most_wanted(const struct conformance_plan *plan)
{
    long long most = 1;

    for (size_t i = 0; i < plan->expectation_count; i++) {
        long long least = plan->expectations[i].expectation.at_least;

        if (least > most)
            most = least;
    }
    return (size_t)most + CONFORMANCE_EVIDENCE_LIMIT + 1;
}

/* Then records are targets too, about as many as there are clauses. */
static bool goes_through(const struct conformance_plan *plan)
{
    for (size_t i = 0; i < plan->expectation_count; i++) {
        if (plan->expectations[i].expectation.through[0] != '\0')
            return true;
    }
    return false;
}

/* Clauses stand close together among all items. */
static bool prepare_marks(struct facts *facts, struct error *error)
{
    const struct conformance_plan *plan = facts->plan;
    long long lowest = LLONG_MAX;
    long long highest = LLONG_MIN;

    if (goes_through(plan))
        return marks_prepare(facts->marks, LLONG_MIN, LLONG_MAX,
            size_multiply(plan->clause_count, 2), error);
    for (size_t i = 0; i < plan->clause_count; i++) {
        long long item = plan->clauses[i].clause->item;

        lowest = item < lowest ? item : lowest;
        highest = item > highest ? item : highest;
    }
    return marks_prepare(
        facts->marks, lowest, highest, plan->clause_count, error);
}

static bool read_targets(struct facts *facts, struct error *error)
{
    const struct conformance_plan *plan = facts->plan;

    if (!prepare_marks(facts, error))
        return false;
    facts->targets = arena_array(facts->context.arena,
        size_add(plan->clause_count, 1), sizeof *facts->targets);
    for (size_t i = 0; i < plan->clause_count; i++) {
        if (!read_target(facts, i, error))
            return false;
    }
    return true;
}

static bool last_revision(
    struct context *context, long long *revision, struct error *error)
{
    return database_number(context->db,
        "select coalesce(max(id), 0) from revision", NO_VALUES, revision,
        error);
}

bool facts_read(struct context *context, const struct conformance_plan *plan,
    const char *as_of, struct facts **facts, struct error *error)
{
    struct facts *made = arena_alloc(context->arena, sizeof *made);

    made->context = *context;
    made->plan = plan;
    made->as_of = arena_string(context->arena, as_of);
    made->date = marks_date(as_of);
    made->known = known_create(&made->context, context->site->scratch_arena);
    made->marks = marks_create(&made->context, made->as_of, most_wanted(plan));
    made->classes = map_create(context->arena);
    made->answers = arena_array(
        context->arena, plan->expectation_count + 1, sizeof *made->answers);
    made->changed =
        arena_array(context->arena, CHANGED_MOST, sizeof *made->changed);
    *facts = made;
    return last_revision(context, &made->revision, error) &&
           read_targets(made, error);
}

/* ---- the newest of a kind ---- */

static bool read_newest(
    struct facts *facts, struct class_records *kept, struct error *error)
{
    struct rows rows;

    kept->records.count = 0;
    if (!database_query(facts->context.db,
            "select id, evidence_on from record where kind = $1 "
            "and status = $2 and evidence_on <= $3 "
            "order by evidence_on desc, id desc limit $4",
            VALUES(value_text(kept->class.kind), value_text(kept->class.status),
                value_text(facts->as_of), value_number(kept->most)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct candidate *candidate =
            candidates_add(facts->context.arena, &kept->records);

        candidate->record = rows_number(&rows, 0);
        candidate->date = marks_date_of(rows_slice(&rows, 1));
        candidate->class = &kept->class;
    }
    return rows_end(&rows, error);
}

static struct class_records *class_of(
    struct facts *facts, const struct kind *kind, const struct status *status)
{
    struct arena *arena = facts->context.arena;
    const char *key = arena_format(arena, "%s %s", kind->name, status->name);
    struct class_records *kept = map_get(facts->classes, key);

    if (kept != NULL)
        return kept;
    kept = arena_alloc(arena, sizeof *kept);
    /* Copies of the names: the site's kinds may be loaded anew before the
     * result is used. */
    kept->class = (struct mark_class){.kind = arena_string(arena, kind->name),
        .status = arena_string(arena, status->name),
        .of = kind,
        .state = status};
    kept->before = facts->last;
    facts->last = kept;
    map_set(facts->classes, key, kept);
    return kept;
}

bool facts_records(struct facts *facts, const struct kind *kind,
    const struct status *status, long long most,
    const struct candidates **records, const struct mark_class **class,
    struct error *error)
{
    struct class_records *kept = class_of(facts, kind, status);

    *records = &kept->records;
    *class = &kept->class;
    if (kept->most >= most)
        return true;
    kept->most = most;
    return read_newest(facts, kept, error);
}

const struct mark_class *facts_class(
    struct facts *facts, const struct kind *kind, const struct status *status)
{
    return &class_of(facts, kind, status)->class;
}

bool facts_touched(
    const struct site *site, long long revision, facts_wanted *wanted)
{
    const struct facts *facts = site->facts;

    if (facts == NULL)
        return true;
    for (size_t i = 0; i < facts->plan->clause_count; i++) {
        if (facts->targets[i].revision > revision &&
            wanted(&facts->plan->clauses[i], &facts->targets[i].list))
            return true;
    }
    return false;
}

bool facts_named_touched(const struct site *site, long long revision,
    facts_named *named, const void *user)
{
    const struct facts *facts = site->facts;

    if (facts == NULL)
        return true;
    for (size_t i = 0; i < facts->plan->clause_count; i++) {
        size_t place = i;

        if (!named(&facts->plan->clauses[i], user))
            continue;
        do {
            if (facts->targets[place].revision > revision)
                return true;
            place = facts->plan->clauses[place].twin;
        } while (place != i);
    }
    return false;
}

/* ---- bringing them up to date ---- */

struct changes {
    long long items[CHANGED_MOST];
    size_t count;
    bool all; /* what changed cannot be told one by one */
};

static bool is_changed(const struct changes *changes, long long item)
{
    for (size_t i = 0; i < changes->count; i++) {
        if (changes->items[i] == item)
            return true;
    }
    return false;
}

/* What records say may lead to a page. */
static void forget_looks(struct facts *facts)
{
    for (size_t i = 0; i < facts->plan->expectation_count; i++) {
        if (facts->plan->expectations[i].expectation.term_count > 0)
            facts->answers[i].known = false;
    }
}

/* Pages and records hold what is known here; a change of anything else may
 * mean more. */
static void add_change(struct facts *facts, struct changes *changes,
    long long item, const char *kind)
{
    bool page = string_equals(kind, "page");

    if (!page && kind_find(facts->context.site, kind) == NULL)
        changes->all = true;
    if (changes->all || is_changed(changes, item))
        return;
    if (changes->count == CHANGED_MOST) {
        changes->all = true;
        return;
    }
    changes->items[changes->count++] = item;
    known_forget(facts->known, item, page);
    if (page) {
        forget_looks(facts);
        return;
    }
    /* Those of an earlier change may not have been looked at. */
    if (facts->changed_count == CHANGED_MOST) {
        changes->all = true;
        return;
    }
    facts->changed[facts->changed_count++] = item;
    for (struct class_records *each = facts->last; each != NULL;
         each = each->before) {
        if (string_equals(each->class.kind, kind))
            each->most = 0;
    }
}

static bool read_changes(struct context *context, struct facts *facts,
    struct changes *changes, struct error *error)
{
    struct rows rows;
    size_t seen = 0;

    changes->count = 0;
    changes->all = false;
    if (!database_query(context->db,
            "select id, item, kind from revision where id > $1 "
            "order by id limit $2",
            VALUES(
                value_number(facts->revision), value_number(CHANGED_MOST + 1)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        facts->revision = rows_number(&rows, 0);
        add_change(facts, changes, rows_number(&rows, 1), rows_text(&rows, 2));
        seen++;
    }
    /* There may be others, of whatever. */
    changes->all = changes->all || seen > CHANGED_MOST;
    return rows_end(&rows, error);
}

/* Targets that something changed refers to now. */
static bool touch_new(
    struct facts *facts, long long item, bool *touched, struct error *error)
{
    struct rows rows;
    size_t place;

    if (!database_query(facts->context.db,
            "select target from link where owner = $1 order by id",
            VALUES(value_number(item)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        if (number_map_get(facts->plan->by_item, rows_number(&rows, 0), &place))
            touched[place] = true;
    }
    return rows_end(&rows, error);
}

/* And those it referred to. */
static void touch_old(
    const struct facts *facts, const struct changes *changes, bool *touched)
{
    for (size_t i = 0; i < facts->plan->clause_count; i++) {
        const struct mark_list *list = &facts->targets[i].list;

        for (size_t j = 0; !touched[i] && j < list->count; j++)
            touched[i] = is_changed(changes, list->marks[j].owner);
    }
}

static bool mend(struct context *context, struct facts *facts,
    const struct changes *changes, struct error *error)
{
    size_t count = facts->plan->clause_count;
    bool *touched = arena_array(context->arena, count + 1, sizeof *touched);

    marks_forget_whole(facts->marks);
    touch_old(facts, changes, touched);
    for (size_t i = 0; i < changes->count; i++) {
        if (!touch_new(facts, changes->items[i], touched, error))
            return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (touched[i] && !read_target(facts, i, error))
            return false;
    }
    return true;
}

/* Could they be mended? If not, they must be read anew. */
static bool renew(struct context *context, struct facts *facts, bool *fresh,
    struct error *error)
{
    struct changes changes;

    *fresh = false;
    facts->context.now = context->now;
    facts->context.today = context->today;
    if (++facts->renewed > RENEWED_MOST)
        return true;
    if (!read_changes(context, facts, &changes, error))
        return false;
    if (changes.all)
        return true;
    if (!mend(context, facts, &changes, error))
        return false;
    *fresh = true;
    return true;
}

static bool read_kept(struct context *context,
    const struct conformance_plan *plan, const char *as_of,
    struct facts **facts, struct error *error)
{
    struct site *site = context->site;
    struct arena *arena = arena_create();
    struct context inside = *context;
    struct error own = error_create(arena);
    struct facts *made;

    inside.arena = arena;
    inside.person = "";
    inside.form = "";
    if (!facts_read(&inside, plan, as_of, &made, &own)) {
        error_set(error, own.code, "%s", own.message);
        arena_destroy(arena);
        return false;
    }
    arena_destroy(site->facts_arena);
    site->facts_arena = arena;
    site->facts = made;
    *facts = made;
    return true;
}

bool facts_keep(struct context *context, const struct conformance_plan *plan,
    const char *as_of, struct facts **facts, struct error *error)
{
    struct facts *kept = context->site->facts;
    bool fresh = false;

    *facts = NULL;
    /* Facts lead to their plan: it must be one that stays. */
    if (plan != context->site->plan || database_is_writing(context->db))
        return true;
    if (kept != NULL && kept->plan == plan &&
        string_equals(kept->as_of, as_of) &&
        !renew(context, kept, &fresh, error)) {
        context->site->facts = NULL; /* half mended */
        return false;
    }
    *facts = kept;
    if (fresh)
        return true;
    context->site->facts = NULL; /* should reading them anew fail */
    return read_kept(context, plan, as_of, facts, error);
}
