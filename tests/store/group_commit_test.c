/* store/group_commit: places, and what stands in them. */
#include "store/group_commit.h"

#include "base/file.h"
#include "temporary_folder.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { PLACES = 16, PLACE = 64 * 1024, LONGEST = PLACE - 64 };

/* Two of a group. They stand for two processes: what tells these apart is that
 * each has opened the file. */
struct pair {
    struct arena *arena;
    const char *folder;
    const char *path;
    int files[2];
    int locks[2];
    struct group_commit *leader;
    struct group_commit *other;
};

static int open_file(const struct pair *p)
{
    return open(p->path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

static int open_lock(const struct pair *p)
{
    return open(arena_format(p->arena, "%s.lock", p->path),
        O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct pair *p = arena_alloc(arena, sizeof *p);

    p->arena = arena;
    p->folder = temporary_folder_create(arena);
    p->path = file_join(arena, p->folder, "group");
    for (int i = 0; i < 2; i++) {
        p->files[i] = open_file(p);
        p->locks[i] = open_lock(p);
    }
    p->leader = group_commit_open(arena, p->files[0], p->locks[0]);
    p->other = group_commit_open(arena, p->files[1], p->locks[1]);
    assert_non_null(p->leader);
    assert_non_null(p->other);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct pair *p = *state;

    group_commit_close(p->other);
    group_commit_close(p->leader);
    for (int i = 0; i < 2; i++) {
        close(p->files[i]);
        close(p->locks[i]);
    }
    temporary_folder_remove(p->folder);
    arena_destroy(p->arena);
    return 0;
}

/* What the leader comes across next, or NULL. */
static const char *next(struct pair *p, size_t *place)
{
    struct text question;

    return group_commit_next(p->leader, place, &question)
               ? text_string(p->arena, question)
               : NULL;
}

static void test_answered(void **state)
{
    struct pair *p = *state;
    struct text answer;
    size_t place;

    assert_null(next(p, &place));
    assert_true(group_commit_ask(p->other, text_of("write this")));
    assert_false(group_commit_wait(p->other));
    assert_string_equal(next(p, &place), "write this");
    assert_null(next(p, &place)); /* once */
    group_commit_answer(p->leader, place, text_of("written"));
    assert_false(group_commit_wait(p->other)); /* not committed yet */
    group_commit_end(p->leader, true);
    assert_true(group_commit_wait(p->other));
    assert_true(group_commit_take(p->other, &answer));
    assert_true(text_equals(answer, "written"));
    assert_false(group_commit_take(p->other, &answer)); /* once */
    /* A second question is a new one. */
    assert_true(group_commit_ask(p->other, text_of("")));
    assert_false(group_commit_wait(p->other));
    assert_string_equal(next(p, &place), "");
}

static void test_not_answered(void **state)
{
    struct pair *p = *state;
    char *large = arena_alloc(p->arena, LONGEST + 1);
    struct text answer;
    size_t place;

    /* Rolled back. */
    assert_true(group_commit_ask(p->other, text_of("a")));
    assert_string_equal(next(p, &place), "a");
    group_commit_answer(p->leader, place, text_of("written"));
    group_commit_end(p->leader, false);
    assert_null(next(p, &place)); /* nobody tries again */
    assert_false(group_commit_take(p->other, &answer));
    /* What was answered then is no answer to what is asked now. */
    assert_true(group_commit_ask(p->other, text_of("b")));
    group_commit_end(p->leader, true);
    assert_false(group_commit_wait(p->other));
    /* Taken back. */
    assert_false(group_commit_take(p->other, &answer));
    assert_null(next(p, &place));
    /* An answer too long. */
    assert_true(group_commit_ask(p->other, text_of("c")));
    assert_string_equal(next(p, &place), "c");
    group_commit_answer(p->leader, place, text_part(large, LONGEST + 1));
    group_commit_end(p->leader, true);
    assert_false(group_commit_take(p->other, &answer));
}

static void test_longest(void **state)
{
    struct pair *p = *state;
    char *large = arena_alloc(p->arena, LONGEST + 1);
    struct text words;
    size_t place;

    memset(large, 'x', LONGEST + 1);
    assert_false(group_commit_ask(p->other, text_part(large, LONGEST + 1)));
    assert_null(next(p, &place));
    assert_true(group_commit_ask(p->other, text_part(large, LONGEST)));
    assert_true(group_commit_next(p->leader, &place, &words));
    assert_true(words.size == LONGEST);
    assert_memory_equal(words.data, large, LONGEST);
    memset(large, 'y', LONGEST);
    group_commit_answer(p->leader, place, text_part(large, LONGEST));
    group_commit_end(p->leader, true);
    assert_true(group_commit_take(p->other, &words));
    assert_true(words.size == LONGEST);
    assert_memory_equal(words.data, large, LONGEST);
}

/* Whoever is woken finds the lock free. */
static void test_woken(void **state)
{
    struct pair *p = *state;
    struct rusage before;
    struct rusage after;

    assert_true(group_commit_ask(p->other, text_of("a")));
    group_commit_wake(p->leader);
    getrusage(RUSAGE_SELF, &before);
    assert_false(group_commit_wait(p->other)); /* at once */
    getrusage(RUSAGE_SELF, &after);
    assert_true(after.ru_nvcsw == before.ru_nvcsw); /* it did not sleep */
}

static void test_places(void **state)
{
    struct pair *p = *state;
    struct group_commit *groups[PLACES];
    int files[PLACES];
    int none = open_file(p);

    for (int i = 2; i < PLACES; i++) {
        files[i] = open_file(p);
        groups[i] = group_commit_open(p->arena, files[i], p->locks[1]);
        assert_non_null(groups[i]);
    }
    assert_null(group_commit_open(p->arena, none, p->locks[1]));
    /* Without a place one does all oneself. */
    assert_false(group_commit_ask(NULL, text_of("a")));
    group_commit_end(NULL, true);
    group_commit_wake(NULL);
    group_commit_close(groups[7]);
    groups[7] = group_commit_open(p->arena, none, p->locks[1]);
    assert_non_null(groups[7]);
    for (int i = 2; i < PLACES; i++) {
        group_commit_close(groups[i]);
        close(files[i]);
    }
    close(none);
}

static void ask_and_die(const struct pair *p)
{
    int file = open_file(p);
    struct group_commit *group = group_commit_open(p->arena, file, p->locks[1]);

    if (group == NULL || !group_commit_ask(group, text_of("late")))
        _exit(1);
    kill(getpid(), SIGKILL);
}

/* What the dead have asked for is not written, and their place is free. */
static void test_dead(void **state)
{
    struct pair *p = *state;
    int file = open_file(p);
    struct group_commit *heir;
    struct text answer;
    size_t place;
    int status = 0;
    pid_t child = fork();

    if (child == 0)
        ask_and_die(p);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_null(next(p, &place));
    heir = group_commit_open(p->arena, file, p->locks[1]);
    assert_non_null(heir);
    assert_null(next(p, &place));
    assert_false(group_commit_take(heir, &answer));
    group_commit_close(heir);
    close(file);
}

/* What is answered to the dead is no answer to who comes after them, whether
 * they come before the answer or after it. */
static void test_heir(void **state)
{
    struct pair *p = *state;
    int file = open_file(p);
    struct group_commit *heir;
    struct text answer;
    size_t place;

    for (int i = 0; i < 2; i++) {
        assert_int_equal(flock(p->locks[0], LOCK_EX), 0);
        assert_true(group_commit_ask(p->other, text_of("old")));
        assert_string_equal(next(p, &place), "old");
        group_commit_close(p->other); /* as when it is killed */
        if (i == 0)
            group_commit_answer(p->leader, place, text_of("done"));
        heir = group_commit_open(p->arena, file, p->locks[1]);
        assert_non_null(heir);
        assert_true(group_commit_ask(heir, text_of("new")));
        if (i == 1)
            group_commit_answer(p->leader, place, text_of("done"));
        group_commit_end(p->leader, true);
        assert_int_equal(flock(p->locks[0], LOCK_UN), 0);
        assert_false(group_commit_wait(heir));
        assert_string_equal(next(p, &place), "new");
        assert_false(group_commit_take(heir, &answer));
        group_commit_close(heir);
        p->other = group_commit_open(p->arena, p->files[1], p->locks[1]);
        assert_non_null(p->other);
    }
    /* What a leader took and died of: nobody has the lock any more. */
    assert_true(group_commit_ask(p->other, text_of("old")));
    assert_string_equal(next(p, &place), "old");
    group_commit_close(p->other);
    p->other = group_commit_open(p->arena, p->files[1], p->locks[1]);
    assert_true(group_commit_ask(p->other, text_of("new")));
    assert_string_equal(next(p, &place), "new");
    close(file);
}

/* Whatever stands in the file. */
static void test_damaged(void **state)
{
    struct pair *p = *state;
    char *rubbish = arena_alloc(p->arena, PLACES * PLACE);
    unsigned head[2] = {1, 0xffffffffU}; /* asked, of that length */
    struct text question;
    size_t place;

    memset(rubbish, 0xff, PLACES * PLACE);
    assert_true(pwrite(p->files[0], rubbish, PLACES * PLACE, 0) > 0);
    assert_null(next(p, &place));
    assert_true(pwrite(p->files[0], head, sizeof head, PLACE) > 0);
    assert_true(group_commit_next(p->leader, &place, &question));
    assert_true(question.size == LONGEST);
}

static int open_without_room(const struct pair *p)
{
    struct rlimit limit = {1000, 1000};
    const char *path = file_join(p->arena, p->folder, "other");
    int file = open(path, O_RDWR | O_CREAT, 0644);

    signal(SIGXFSZ, SIG_IGN);
    if (file < 0 || setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    return group_commit_open(p->arena, file, p->locks[1]) == NULL ? 0 : 2;
}

static void test_no_room(void **state)
{
    struct pair *p = *state;
    int status = 1;
    pid_t child = fork();

    if (child == 0)
        _exit(open_without_room(p));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_answered),
        EACH(test_not_answered),
        EACH(test_longest),
        EACH(test_woken),
        EACH(test_places),
        EACH(test_dead),
        EACH(test_heir),
        EACH(test_damaged),
        EACH(test_no_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
