/* domain/system and domain/site: made whole or not at all, opened only when
 * they fit, and what other processes change is seen. */
#include "domain/system.h"

#include "base/crypto.h"
#include "base/file.h"
#include "domain/evidence_file.h"
#include "domain/history.h"
#include "domain/kind.h"
#include "domain/page.h"
#include "store/migrate.h"
#include "temporary_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
    struct arena *arena;
    const char *root;
    const char *folder;
    struct error error;
    struct site *site;
};

static int start(void **state)
{
    (void)state;
    return crypto_start() && setenv("IMS_SHARE", ".", 0) == 0 ? 0 : 1;
}

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct place *p = arena_alloc(arena, sizeof *p);

    p->arena = arena;
    p->error = error_create(arena);
    p->root = temporary_folder_create(arena);
    p->folder = file_join(arena, p->root, "site");
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;

    site_close(p->site);
    temporary_folder_remove(p->root);
    arena_destroy(p->arena);
    return 0;
}

static void must(const struct place *p, bool fine)
{
    if (!fine)
        fail_msg("%s", p->error.message);
}

static size_t init(struct place *p, struct system_options options)
{
    size_t pages = 0;

    must(p, system_init(p->folder, &options, &pages, &p->error));
    must(p, system_open(p->folder, NULL, &p->site, &p->error));
    return pages;
}

static void refuse_init(struct place *p, const char *folder,
    struct system_options options, enum error_code code, const char *message)
{
    size_t pages;

    p->error = error_create(p->arena);
    assert_false(system_init(folder, &options, &pages, &p->error));
    assert_int_equal(p->error.code, code);
    if (strstr(p->error.message, message) == NULL)
        fail_msg("%s", p->error.message);
}

static void test_init(void **state)
{
    struct place *p = *state;
    struct context context;
    const char *problem;

    assert_true(init(p, (struct system_options){.name = "Ours"}) > 5);
    assert_string_equal(p->site->name, "Ours");
    assert_int_equal(strlen(p->site->key), CRYPTO_HEX);
    assert_non_null(kind_find(p->site, "todo"));
    assert_true(
        file_stat(file_join(p->arena, p->folder, "manual/index.md")).exists);
    assert_false(
        file_stat(file_join(p->arena, p->folder, "manual/help")).exists);
    context = context_create(p->site, p->arena, "");
    must(p, database_check_integrity(context.db, &problem, &p->error));
    assert_string_equal(problem, "");
    refuse_init(p, p->folder, (struct system_options){.name = NULL},
        ERROR_CONFLICT, "exists already; choose a folder");
    assert_true(file_stat(file_join(p->arena, p->folder, "ims.db")).exists);
}

static void test_init_from_folder(void **state)
{
    struct place *p = *state;
    const char *manual = file_join(p->arena, p->root, "pages");

    refuse_init(p, p->folder, (struct system_options){.manual = manual},
        ERROR_MISSING, "is not a folder of Markdown files");
    assert_false(file_stat(p->folder).exists);
    must(p, file_make_folder(p->arena, manual, &p->error));
    must(p, file_write(p->arena, file_join(p->arena, manual, "a.md"),
                text_of("# A\n"), &p->error));
    assert_int_equal(init(p, (struct system_options){.manual = manual}), 1);
}

/* Shared files that cannot be used leave no half site behind. */
static void test_nothing_stays(void **state)
{
    struct place *p = *state;
    const char *shared = arena_string(p->arena, getenv("IMS_SHARE"));

    assert_int_equal(setenv("IMS_SHARE", p->root, 1), 0);
    refuse_init(p, p->folder, (struct system_options){.name = NULL},
        ERROR_MISSING, "schema");
    assert_int_equal(setenv("IMS_SHARE", shared, 1), 0);
    assert_false(file_stat(p->folder).exists);
}

static void test_unwritable_parent(void **state)
{
    struct place *p = *state;
    int status = 1;
    pid_t child;

    if (geteuid() != 0)
        skip();
    assert_int_equal(chmod(p->root, 0755), 0);
    child = fork();
    if (child == 0) {
        struct system_options options = {.name = NULL};
        size_t pages;

        if (setgid(65534) != 0 || setuid(65534) != 0)
            _exit(1);
        if (system_init(p->folder, &options, &pages, &p->error))
            _exit(2);
        _exit(
            strstr(p->error.message, "cannot make the folder") != NULL ? 0 : 3);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_false(file_stat(p->folder).exists);
}

static void test_open_refused(void **state)
{
    struct place *p = *state;
    struct site *none = NULL;
    int applied;

    assert_false(system_open(p->folder, NULL, &none, &p->error));
    assert_int_equal(p->error.code, ERROR_MISSING);
    assert_non_null(strstr(p->error.message, "ims init"));
    init(p, (struct system_options){.name = NULL});
    must(p, database_set_schema_version(p->site->db, 0, &p->error));
    assert_false(system_open(p->folder, NULL, &none, &p->error));
    assert_int_equal(p->error.code, ERROR_SCHEMA);
    assert_non_null(strstr(p->error.message, "ims migrate"));
    must(p, database_set_schema_version(
                p->site->db, MIGRATE_SCHEMA + 1, &p->error));
    assert_false(system_open(p->folder, NULL, &none, &p->error));
    assert_non_null(strstr(p->error.message, "newer release"));
    assert_false(system_migrate(p->folder, &applied, &p->error));
    assert_int_equal(p->error.code, ERROR_SCHEMA);
    assert_null(none);
}

static void test_migrate(void **state)
{
    struct place *p = *state;
    int applied = -1;

    init(p, (struct system_options){.name = "Ours"});
    must(p, system_migrate(p->folder, &applied, &p->error));
    assert_int_equal(applied, 0);
    /* Another process made the kinds anew: they are read again. */
    must(p, system_refresh(p->site, &p->error));
    assert_non_null(kind_find(p->site, "todo"));
    assert_string_equal(p->site->kinds_stamp, p->site->kinds_wanted);
    assert_string_equal(p->site->name, "Ours");
}

static void test_settings(void **state)
{
    struct place *p = *state;
    struct context context;
    struct site *other;
    struct context elsewhere;
    const char *value;
    long long generation;

    init(p, (struct system_options){.name = "Ours"});
    context = context_create(p->site, p->arena, "");
    must(p, system_open(p->folder, NULL, &other, &p->error));
    elsewhere = context_create(other, p->arena, "");
    generation = other->generation;
    must(p, site_begin(&context, &p->error));
    must(p, site_set_setting(&context, "name", "Theirs", &p->error));
    must(p, site_set_setting(&context, "reading", "signed-in", &p->error));
    must(p, site_commit(&context, &p->error));
    assert_string_equal(p->site->name, "Theirs");
    assert_string_equal(other->name, "Ours");
    must(p, system_refresh(other, &p->error));
    assert_string_equal(other->name, "Theirs");
    assert_true(other->signed_in_only);
    assert_true(other->generation == generation + 1);
    must(p, site_begin(&context, &p->error));
    must(p, site_set_setting(&context, "name", "Nobody's", &p->error));
    site_rollback(&context);
    must(p, site_setting(&elsewhere, "name", &value, &p->error));
    assert_string_equal(value, "Theirs");
    must(p, site_setting(&elsewhere, "none", &value, &p->error));
    assert_string_equal(value, "");
    site_close(other);
}

static void test_demo(void **state)
{
    struct place *p = *state;
    struct context context;
    struct page_problem *problems;
    const char *problem;
    long long count;
    long long records = 0;
    size_t some;

    assert_true(init(p, (struct system_options){.demo = true}) < 200);
    context = context_create(p->site, p->arena, "");
    must(p, history_verify(&context, &count, &problem, &p->error));
    assert_string_equal(problem, "");
    must(p, evidence_file_verify(&context, &count, &problem, &p->error));
    assert_string_equal(problem, "");
    must(p, page_list_problems(&context, &problems, &some, &p->error));
    assert_int_equal(some, 0);
    must(p, page_sync(&context, &some, &p->error));
    assert_int_equal(some, 0);
    must(p, database_number(context.db, "select count(*) from record",
                NO_VALUES, &records, &p->error));
    assert_true(records > 10);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_init),
        EACH(test_init_from_folder),
        EACH(test_nothing_stays),
        EACH(test_unwritable_parent),
        EACH(test_open_refused),
        EACH(test_migrate),
        EACH(test_settings),
        EACH(test_demo),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
