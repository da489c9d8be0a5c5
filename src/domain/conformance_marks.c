/* A target with a few marks is read in one go; where a class has very many,
 * the reading leaps to the next. When nearly everything is wanted, the whole
 * index is read once instead. */
#include "domain/conformance_marks.h"

#include "base/map.h"
#include "domain/soa_role.h"

#include <limits.h>
#include <string.h>

enum {
    /* Rows that are stepped over in the time in which one target is sought. */
    ROWS_A_SEARCH = 8,
    CLASS_BUCKETS = 64
};

/* Where what was read beforehand of one target begins; it ends where that of
 * the next one does. */
struct stretch {
    long long target;
    size_t first;
};

/* What a link in a role says. */
struct role {
    struct text name;
    bool excludes;
    bool drives;
    bool tells;
    bool meets;
    struct role *next; /* of the same class */
};

struct seen_class {
    struct mark_class class;
    struct text kind; /* and once more with their lengths */
    struct text status;
    struct role *roles;      /* that were seen */
    struct seen_class *next; /* of its bucket */
};

struct marks {
    struct context *context;
    bool whole;       /* what was read beforehand holds */
    long long lowest; /* the targets that it is whole of */
    long long highest;
    struct stretch *stretches; /* in order of their targets, and one more */
    size_t stretch_count;
    size_t stretch_capacity;
    size_t next; /* behind the stretch that was asked for last */
    struct seen_class *classes[CLASS_BUCKETS];
    size_t class_count;
    struct map *telling; /* roles of links by kind, space separated */
    struct map *driving;
    size_t most;
    const char *as_of;
    int date;
    struct seen_class *last; /* rows of one class stand together */
    struct mark *found;      /* of the present target */
    size_t count;
    size_t capacity;
};

struct marks *marks_create(
    struct context *context, const char *as_of, size_t most)
{
    struct marks *marks = arena_alloc(context->arena, sizeof *marks);

    marks->context = context;
    marks->most = most;
    marks->as_of = as_of;
    marks->date = marks_date(as_of);
    return marks;
}

size_t marks_classes(const struct marks *marks)
{
    return marks->class_count;
}

static int digits(const char *data, size_t count)
{
    int value = 0;

    for (size_t i = 0; i < count; i++)
        value = value * 10 + (data[i] - '0');
    return value;
}

int marks_date_of(struct text date)
{
    return date.size != 10
               ? 0
               : digits(date.data, 4) * 10000 + digits(date.data + 5, 2) * 100 +
                     digits(date.data + 8, 2);
}

int marks_date(const char *date)
{
    return marks_date_of(text_of(date));
}

static size_t bucket_of(struct text kind, struct text status)
{
    size_t hash = kind.size * 31 + status.size * 7;

    if (kind.size > 0)
        hash += (size_t)(unsigned char)kind.data[0] * 5 +
                (size_t)(unsigned char)kind.data[kind.size - 1];
    if (status.size > 0)
        hash += (size_t)(unsigned char)status.data[0] * 3;
    return hash % CLASS_BUCKETS;
}

static const char *roles_of(const struct map *map, const char *kind)
{
    const char *roles = map_get(map, kind);

    return roles == NULL ? "" : roles;
}

static struct seen_class *add_class(struct marks *marks, struct text kind,
    struct text status, struct seen_class **bucket)
{
    struct arena *arena = marks->context->arena;
    struct seen_class *added = arena_alloc(arena, sizeof *added);
    struct mark_class *class = &added->class;

    class->kind = text_string(arena, kind);
    class->status = text_string(arena, status);
    class->of = kind_find(marks->context->site, class->kind);
    class->state =
        class->of == NULL ? NULL : kind_status(class->of, class->status);
    class->telling = roles_of(marks->telling, class->kind);
    class->driving = roles_of(marks->driving, class->kind);
    class->place = marks->class_count++;
    added->kind = text_of(class->kind);
    added->status = text_of(class->status);
    added->next = *bucket;
    *bucket = added;
    return added;
}

static bool is_same(struct text left, struct text right)
{
    return left.size == right.size &&
           memcmp(left.data, right.data, left.size) == 0;
}

static bool is_of_class(
    const struct seen_class *class, struct text kind, struct text status)
{
    return is_same(status, class->status) && is_same(kind, class->kind);
}

static struct seen_class *class_of(
    struct marks *marks, struct text kind, struct text status)
{
    struct seen_class **bucket;
    struct seen_class *class;

    if (marks->last != NULL && is_of_class(marks->last, kind, status))
        return marks->last;
    bucket = &marks->classes[bucket_of(kind, status)];
    for (class = *bucket; class != NULL; class = class->next) {
        if (is_of_class(class, kind, status))
            break;
    }
    if (class == NULL)
        class = add_class(marks, kind, status, bucket);
    marks->last = class;
    return class;
}

static struct mark *add_mark(struct marks *marks)
{
    marks->found = arena_widen(marks->context->arena, marks->found,
        marks->count, &marks->capacity, sizeof *marks->found);
    return &marks->found[marks->count++];
}

/* Of the target comes what is found from here on. */
static void begin_stretch(struct marks *marks, long long target)
{
    marks->stretches = arena_widen(marks->context->arena, marks->stretches,
        marks->stretch_count, &marks->stretch_capacity,
        sizeof *marks->stretches);
    marks->stretches[marks->stretch_count++] =
        (struct stretch){.target = target, .first = marks->count};
}

static bool has_role(const char *roles, struct text role)
{
    struct text rest = text_of(roles);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        if (is_same(word, role))
            return true;
    }
    return false;
}

static const struct role *role_of(
    struct marks *marks, struct seen_class *class, struct text name)
{
    struct arena *arena = marks->context->arena;
    struct role *role;

    for (role = class->roles; role != NULL; role = role->next) {
        if (is_same(name, role->name))
            return role;
    }
    role = arena_alloc(arena, sizeof *role);
    *role = (struct role){.name = text_of(text_string(arena, name)),
        .excludes = text_equals(name, "excludes"),
        .drives = has_role(class->class.driving, name),
        .tells = has_role(class->class.telling, name),
        .meets = text_equals(name, "meets"),
        .next = class->roles};
    class->roles = role;
    return role;
}

/* Columns: kind, status, evidence_on, owner, role, source. */
static const struct mark *read_row(struct marks *marks, struct rows *rows)
{
    struct text kind = rows_slice(rows, 0);
    struct seen_class *class = class_of(marks, kind, rows_slice(rows, 1));
    const struct role *role = role_of(marks, class, rows_slice(rows, 4));
    struct mark *mark = add_mark(marks);

    *mark = (struct mark){.class = &class->class,
        .owner = rows_number(rows, 3),
        .source = rows_number(rows, 5),
        .date = kind.size == 0 ? 0 : marks_date_of(rows_slice(rows, 2)),
        .excludes = role->excludes,
        .drives = role->drives,
        .tells = role->tells,
        .meets = role->meets};
    return mark;
}

static void take_found(struct marks *marks, struct mark_list *list)
{
    list->count = marks->count;
    list->marks = NULL;
    if (marks->count == 0)
        return;
    list->marks =
        arena_array(marks->context->arena, marks->count, sizeof *list->marks);
    memcpy(list->marks, marks->found, marks->count * sizeof *list->marks);
}

/* `sql` may ask for the class, and for the date up to which marks are wanted.
 */
static bool query_class(struct marks *marks, const char *sql, long long item,
    const struct mark_class *class, struct rows *rows, struct error *error)
{
    return database_query(marks->context->db, sql,
        VALUES(value_number(item), value_text(class->kind),
            value_text(class->status), value_text(marks->as_of)),
        rows, error);
}

static bool read_more(struct marks *marks, const char *sql, long long item,
    const struct mark_class *class, struct error *error)
{
    struct rows rows;

    if (!query_class(marks, sql, item, class, &rows, error))
        return false;
    while (rows_next(&rows))
        read_row(marks, &rows);
    return rows_end(&rows, error);
}

/* The newest records of the class up to the date, however often each refers to
 * the item. */
static bool read_records(struct marks *marks, long long item,
    const struct mark_class *class, struct error *error)
{
    long long owner = 0;
    size_t records = 0;
    struct rows rows;

    if (!query_class(marks,
            "select kind, status, evidence_on, owner, role, source "
            "from link where target = $1 and kind = $2 and status = $3 "
            "and evidence_on <= $4 and role <> 'excludes' "
            "order by evidence_on desc, owner desc, role, source",
            item, class, &rows, error))
        return false;
    while (records <= marks->most && rows_next(&rows)) {
        const struct mark *mark = read_row(marks, &rows);

        records += records == 0 || mark->owner != owner;
        owner = mark->owner;
    }
    /* The last one is one too many. */
    marks->count -= records > marks->most;
    return rows_end(&rows, error);
}

/* They come in place of what begins at `first`, and with them what excludes,
 * however old. */
static bool read_newest(struct marks *marks, long long item,
    const struct mark_class *class, size_t first, struct error *error)
{
    marks->count = first;
    return read_records(marks, item, class, error) &&
           (!has_role(class->telling, text_of("excludes")) ||
               read_more(marks,
                   "select kind, status, evidence_on, owner, role, source "
                   "from link where target = $1 and kind = $2 and status = $3 "
                   "and role = 'excludes' "
                   "order by evidence_on desc, owner desc, role, source",
                   item, class, error));
}

/* Read from where `rows` begins until a class has more than is wanted; that
 * class is then `full`, and the reading goes on behind it. */
static bool read_some(struct marks *marks, struct rows *rows,
    const struct mark_class **full, size_t *first, struct error *error)
{
    static const struct mark_class none = {.kind = ""};
    const struct mark_class *present = &none;

    *full = NULL;
    while (rows_next(rows)) {
        const struct mark *mark = read_row(marks, rows);

        if (mark->class != present)
            *first = marks->count - 1;
        present = mark->class;
        /* Twice as many, since some are later and some count twice. */
        if (present->kind[0] != '\0' &&
            marks->count - *first > 2 * marks->most) {
            *full = present;
            break;
        }
    }
    return rows_end(rows, error);
}

/* In the order of the index, so that it need not be sorted. */
static bool read_whole(
    struct marks *marks, size_t links, size_t targets, struct error *error)
{
    long long last = 0;
    struct rows rows;

    marks->whole = true;
    /* Every mark is filled when it is added: they need not be cleared. */
    marks->found = arena_room(
        marks->context->arena, size_multiply(links + 1, sizeof *marks->found));
    marks->capacity = links + 1;
    marks->stretch_capacity = (targets < links ? targets : links) + 1;
    marks->stretches = arena_room(marks->context->arena,
        size_multiply(marks->stretch_capacity, sizeof *marks->stretches));
    if (!database_query(marks->context->db,
            "select kind, status, evidence_on, owner, role, source, target "
            "from link where target >= $1 order by target, kind, status, "
            "evidence_on desc, owner desc, role, source",
            VALUES(value_number(marks->lowest)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        long long target = rows_number(&rows, 6);

        if (target > marks->highest)
            break;
        if (marks->count == 0 || target != last)
            begin_stretch(marks, target);
        last = target;
        read_row(marks, &rows);
    }
    begin_stretch(marks, LLONG_MAX);
    return rows_end(&rows, error);
}

static void add_role(
    struct arena *arena, struct map *map, const struct soa_role *role)
{
    map_set(map, role->kind,
        arena_format(arena, "%s %s", roles_of(map, role->kind), role->field));
}

/* What the Statement of Applicability says of a clause is no evidence for it,
 * and what calls for it is none unless it is asked for by name. */
static bool read_roles(struct marks *marks, struct error *error)
{
    struct arena *arena = marks->context->arena;
    struct soa_role *roles;
    size_t count;

    marks->telling = map_create(arena);
    marks->driving = map_create(arena);
    if (!soa_role_list(marks->context, &roles, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct soa_role *role = &roles[i];

        if (string_equals(role->role, "driver"))
            add_role(arena, marks->driving, role);
        else if (string_equals(role->role, "applied") ||
                 string_equals(role->role, "excluded"))
            add_role(arena, marks->telling, role);
    }
    return true;
}

bool marks_prepare(struct marks *marks, long long lowest, long long highest,
    size_t targets, struct error *error)
{
    long long links = 0;

    marks->lowest = lowest;
    marks->highest = highest;
    if (!read_roles(marks, error))
        return false;
    /* Their greatest number: to count them would be to read them. */
    if (!database_number(marks->context->db,
            "select coalesce(max(id), 0) from link", NO_VALUES, &links, error))
        return false;
    return (size_t)links / ROWS_A_SEARCH > targets ||
           read_whole(marks, (size_t)links, targets, error);
}

void marks_forget_whole(struct marks *marks)
{
    /* Lists lie in what was found: the next ones must be put elsewhere. */
    if (!marks->whole)
        return;
    marks->whole = false;
    marks->found = NULL;
    marks->count = 0;
    marks->capacity = 0;
}

/* The place of the first stretch of the target or a later one. Mostly it is
 * the next one. */
static size_t find_stretch(const struct marks *marks, long long target)
{
    const struct stretch *stretches = marks->stretches;
    size_t low = 0;
    size_t high = marks->stretch_count - 1;

    if (marks->next < high && stretches[marks->next].target >= target &&
        (marks->next == 0 || stretches[marks->next - 1].target < target))
        return marks->next;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (stretches[middle].target < target)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void take_stretch(
    struct marks *marks, long long item, struct mark_list *list)
{
    size_t place = find_stretch(marks, item);
    const struct stretch *stretch = &marks->stretches[place];

    *list = (struct mark_list){.marks = NULL};
    marks->next = place;
    if (stretch->target != item)
        return;
    marks->next = place + 1;
    list->marks = &marks->found[stretch->first];
    list->count = stretch[1].first - stretch->first;
}

/* The least text that comes behind the class's status. With the status itself
 * and `>` SQLite would step over every row that is equal. */
static const char *next_status(
    const struct marks *marks, const struct mark_class *class)
{
    return arena_format(marks->context->arena, "%s\1", class->status);
}

bool marks_read(struct marks *marks, long long item, struct mark_list *list,
    struct error *error)
{
    struct database *db = marks->context->db;
    const struct mark_class *full;
    struct rows rows;
    size_t first = 0;

    if (marks->whole && item >= marks->lowest && item <= marks->highest) {
        take_stretch(marks, item, list);
        return true;
    }
    marks->count = 0;
    list->cut = false;
    if (!database_query(db,
            "select kind, status, evidence_on, owner, role, source "
            "from link where target = $1 "
            "order by kind, status, evidence_on desc, owner desc, role, source",
            VALUES(value_number(item)), &rows, error) ||
        !read_some(marks, &rows, &full, &first, error))
        return false;
    while (full != NULL) {
        list->cut = true;
        if (!read_newest(marks, item, full, first, error) ||
            !database_query(db,
                "select kind, status, evidence_on, owner, role, source "
                "from link where target = $1 and (kind, status) >= ($2, $3) "
                "order by kind, status, evidence_on desc, owner desc, role, "
                "source",
                VALUES(value_number(item), value_text(full->kind),
                    value_text(next_status(marks, full))),
                &rows, error) ||
            !read_some(marks, &rows, &full, &first, error))
            return false;
    }
    take_found(marks, list);
    return true;
}

bool marks_read_class(struct marks *marks, long long item,
    const struct mark_class *class, struct mark_list *list, struct error *error)
{
    marks->count = 0;
    if (!read_more(marks,
            "select kind, status, evidence_on, owner, role, source "
            "from link where target = $1 and kind = $2 and status = $3 "
            "order by evidence_on desc, owner desc, role, source",
            item, class, error))
        return false;
    take_found(marks, list);
    list->cut = false;
    return true;
}
