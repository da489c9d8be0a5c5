/* Replaying the worked example. */
#include "domain/demo.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "domain/evidence_file.h"
#include "domain/link_manual.h"
#include "domain/page.h"
#include "domain/person.h"
#include "domain/record.h"
#include "domain/reference.h"
#include "domain/site.h"
#include "domain/standard_edit.h"

#include <stdlib.h>
#include <string.h>

enum { DEMO_LIMIT = 8 * 1024 * 1024 };

struct replay {
    struct context context; /* of the event */
    const char *folder;
};

static const char *joined(struct arena *arena, const struct json_node *list)
{
    struct builder words = builder_create(arena);

    if (list == NULL)
        return "";
    if (list->type != NODE_ARRAY)
        return list->string;
    for (const struct json_node *n = list->first; n != NULL; n = n->next) {
        if (words.size > 0)
            builder_byte(&words, ' ');
        builder_put(&words, n->string);
    }
    return builder_string(&words);
}

static bool load_people(struct context *context, const struct json_node *people,
    const char *password, struct error *error)
{
    for (const struct json_node *n = people->first; n != NULL; n = n->next) {
        struct person person = {
            .login = json_node_text(n, "login"),
            .name = json_node_text(n, "name"),
            .post = json_node_text(n, "post"),
            .email = json_node_text(n, "email"),
            .roles = joined(context->arena, json_node_member(n, "roles")),
        };

        if (!person_create(context, &person, "", error))
            return false;
    }
    /* One hash serves all of them: fifteen would take seconds. */
    return person_set_all_passwords(context, password, error);
}

static bool load_files(
    struct replay *replay, const struct json_node *files, struct error *error)
{
    for (const struct json_node *n = files == NULL ? NULL : files->first;
         n != NULL; n = n->next) {
        const char *path = file_join(
            replay->context.arena, replay->folder, json_node_text(n, "path"));
        struct text content;
        const char *hash;

        replay->context.now = json_node_text(n, "at");
        replay->context.person = json_node_text(n, "by");
        if (!file_read(replay->context.arena, path, EVIDENCE_FILE_LIMIT,
                &content, error) ||
            !evidence_file_put(&replay->context, json_node_text(n, "name"),
                json_node_text(n, "title"), content, &hash, error))
            return false;
    }
    return true;
}

static bool list_problems(
    const struct record_problems *problems, struct error *error)
{
    return problems->count == 0 || error_set(error, ERROR_INVALID, "%s: %s",
                                       problems->problems[0].field->name,
                                       problems->problems[0].message);
}

static bool play_record(struct replay *replay, const char *ref,
    const struct json_node *event, struct error *error)
{
    struct context *context = &replay->context;
    const struct json_node *set = json_node_member(event, "set");
    struct record_problems problems;
    struct reference reference;
    struct record record;
    const struct kind *kind;
    const char **inputs;
    bool found;

    if (!reference_parse(context->arena, text_of(ref), &reference, error))
        return false;
    kind = kind_find(context->site, reference.scheme);
    if (kind == NULL || set == NULL)
        return error_set(
            error, ERROR_INVALID, "no such kind, or nothing to set");
    if (!record_read(context, kind, reference.number, &record, &found, error))
        return false;
    if (!found)
        record = record_create(context->arena, kind);
    inputs = arena_array(context->arena, kind->field_count + 1, sizeof *inputs);
    for (size_t i = 0; i < kind->field_count; i++)
        inputs[i] = record.values[i];
    for (const struct json_node *n = set->first; n != NULL; n = n->next) {
        int field = kind_field(kind, n->key);

        if (field < 0)
            return error_set(
                error, ERROR_INVALID, "%s has no field %s", ref, n->key);
        inputs[field] = joined(context->arena, n);
    }
    if (!record_check(context, &record, inputs, &problems, error) ||
        !list_problems(&problems, error) ||
        !record_save(context, &record, json_node_text(event, "why"), error))
        return false;
    return record.number == reference.number ||
           error_set(error, ERROR_INVALID, "became number %lld", record.number);
}

static bool play_page(struct replay *replay, const char *name,
    const struct json_node *event, struct error *error)
{
    struct context *context = &replay->context;
    const char *given = json_node_text(event, "text");
    const char *path = arena_format(context->arena, "%s.md", name);
    const char *source;
    struct text content;

    if (!file_stat(file_join(context->arena, context->site->manual, path))
             .exists)
        path = arena_format(context->arena, "%s/index.md", name);
    source = given[0] == '\0'
                 ? file_join(context->arena, context->site->manual, path)
                 : file_join(context->arena, replay->folder, given);
    return file_read(context->arena, source, PAGE_LIMIT, &content, error) &&
           page_put(
               context, path, content, json_node_text(event, "why"), error);
}

static bool play_approval(
    struct replay *replay, const char *name, struct error *error)
{
    struct page page;
    bool found;

    if (!page_read(&replay->context, name, &page, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING, "there is no such page");
    return page_approve(&replay->context, name, page.hash, error);
}

static bool affirm_as_it_stands(
    struct context *context, long long id, struct error *error)
{
    struct link link;

    return link_read(context, id, &link, error) &&
           link_affirm(context, id, link.fingerprint, error);
}

/* Somebody went through all links, or those of one page or record, and found
 * that they hold. */
static bool play_affirmation(
    struct replay *replay, const char *of, struct error *error)
{
    struct context *context = &replay->context;
    struct rows rows;
    long long count = 0;
    long long *ids;
    size_t found = 0;

    if (!database_number(context->db,
            "select count(*) from link where suspect = 1", NO_VALUES, &count,
            error) ||
        !database_query(context->db,
            "select link.id from link join item on item.id = link.owner "
            "where suspect = 1 and ($2 = 'links' or item.ref = $2) "
            "order by link.id limit $1",
            VALUES(value_number(count), value_text(of)), &rows, error))
        return false;
    ids = arena_array(context->arena, (size_t)count + 1, sizeof *ids);
    while (rows_next(&rows))
        ids[found++] = rows_number(&rows, 0);
    if (!rows_end(&rows, error))
        return false;
    for (size_t i = 0; i < found; i++) {
        if (!affirm_as_it_stands(context, ids[i], error))
            return false;
    }
    return true;
}

static bool play_event(
    struct replay *replay, const struct json_node *event, struct error *error)
{
    const char *record = json_node_text(event, "record");
    const char *page = json_node_text(event, "page");
    const char *approve = json_node_text(event, "approve");
    const char *affirm = json_node_text(event, "affirm");
    const char *standard = json_node_text(event, "standard");
    const char *what = record[0] != '\0'    ? record
                       : page[0] != '\0'    ? page
                       : affirm[0] != '\0'  ? affirm
                       : approve[0] != '\0' ? approve
                                            : standard;
    bool fine;

    replay->context.now = json_node_text(event, "at");
    replay->context.person = json_node_text(event, "by");
    replay->context.today =
        clock_date(replay->context.arena, replay->context.now);
    if (!clock_is_moment(replay->context.now))
        return error_set(error, ERROR_INVALID, "%s: has no moment", what);
    if (record[0] != '\0')
        fine = play_record(replay, record, event, error);
    else if (page[0] != '\0')
        fine = play_page(replay, page, event, error);
    else if (affirm[0] != '\0')
        fine = play_affirmation(replay, affirm, error);
    else if (approve[0] != '\0')
        fine = play_approval(replay, approve, error);
    else /* The organisation works to it from then on. */
        fine = standard_edit_scope(&replay->context, standard, true, error);
    return fine || error_wrap(error, arena_format(error->arena, "%s at %s",
                                         what, replay->context.now));
}

static bool replay_all(struct context *context, const char *folder,
    const struct json_node *demo, const char *password, struct error *error)
{
    struct replay replay = {.context = *context, .folder = folder};
    const struct json_node *people = json_node_member(demo, "people");
    const struct json_node *events = json_node_member(demo, "events");

    if (people == NULL || events == NULL)
        return error_set(
            error, ERROR_INVALID, "demo.json: has no people or no events");
    if (!load_people(context, people, password, error) ||
        !load_files(&replay, json_node_member(demo, "files"), error))
        return false;
    for (const struct json_node *n = events->first; n != NULL; n = n->next) {
        if (!play_event(&replay, n, error))
            return false;
    }
    return page_relink(&replay.context, error);
}

bool demo_load(struct context *context, const char *folder,
    const char *password, struct error *error)
{
    struct json_node *demo;
    struct text text;

    if (!file_read(context->arena,
            file_join(context->arena, folder, "demo.json"), DEMO_LIMIT, &text,
            error) ||
        !json_node_parse(context->arena, text, &demo, error) ||
        !site_begin(context, error))
        return false;
    if (!replay_all(context, folder, demo, password, error)) {
        site_rollback(context);
        return error_wrap(error, "demo.json");
    }
    return site_commit(context, error);
}
