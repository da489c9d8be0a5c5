/* base/log: one line for one event, whatever is in it. */
#include "base/log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Log `text` and catch what comes out on standard error. */
static void caught(const char *text, char *out, size_t size)
{
    FILE *file = tmpfile();
    int kept = dup(STDERR_FILENO);
    size_t got;

    assert_non_null(file);
    fflush(stderr);
    dup2(fileno(file), STDERR_FILENO);
    log_line("%s", text);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    rewind(file);
    got = fread(out, 1, size - 1, file);
    out[got] = '\0';
    fclose(file);
}

static void test_line(void **state)
{
    char out[200];

    (void)state;
    caught("worker 3 began", out, sizeof out);
    assert_string_equal(out, "ims: worker 3 began\n");
}

static void test_control(void **state)
{
    char out[200];

    (void)state;
    caught("a\nims: forged\r\t\x1b[31m\x7f é", out, sizeof out);
    assert_string_equal(out, "ims: a?ims: forged???[31m? é\n");
}

static void test_long(void **state)
{
    static char text[100001];
    static char out[100100];

    (void)state;
    memset(text, 'x', sizeof text - 1);
    caught(text, out, sizeof out);
    assert_int_equal(strlen(out), 5 + 100000 + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line),
        cmocka_unit_test(test_control),
        cmocka_unit_test(test_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
