/* What is left in a text, and what only looks like it. */
#include "domain/markup_remark.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The remarks of a text that begins in line 3: "3:TODO 5!Scope ". */
static void finds(const char *body, const char *expected)
{
    struct arena *arena = arena_create();
    struct markup_remark remarks[MARKUP_REMARK_LIMIT];
    struct builder out = builder_create(arena);
    size_t count = markup_remark_find(
        arena, text_of(body), 3, "TODO TBD XXX lorem", remarks);

    for (size_t i = 0; i < count; i++)
        builder_format(&out, "%zu%c%s;", remarks[i].line,
            remarks[i].kind == MARKUP_REMARK_INSTRUCTION ? '!' : ':',
            remarks[i].words);
    assert_string_equal(builder_string(&out), expected);
    arena_destroy(arena);
}

static void words_are_found(void **state)
{
    (void)state;
    finds("TODO", "3:TODO;");
    finds("Owner: TBD.\n\nXXX, TODO", "3:TBD;5:XXX;5:TODO;");
    finds("## TODO later", "3:TODO;");
    finds("- TODO", "3:TODO;");
    finds("> TODO", "3:TODO;");
    finds("| a | TODO |\n|---|---|\n| b | XXX |", "3:TODO;5:XXX;");
    finds("Lorem ipsum, LOREM", "3:Lorem;3:LOREM;");
    finds("**TODO** _TBD_", "3:TODO;3:TBD;");
    finds("[TODO](page:x)", "3:TODO;");
}

static void other_words_are_not(void **state)
{
    (void)state;
    finds("", "");
    finds("todo Todo TODOS MyTODO XXXL éTODO", "");
    finds("The To-Do-List", "");
    finds("See [it](todo:17) and [that](page:TODO).", "");
    finds("`TODO` and ``a ` TODO``", "");
    finds("```\nTODO <name>\n```", "");
    finds("A\n\n    TODO", "");
    finds("<!-- TODO -->", "");
    finds("\\TODO", "");
}

static void brackets_are_found(void **state)
{
    (void)state;
    finds("by <name of the owner>", "3:<name of the owner>;");
    finds("by <...>", "3:<...>;");
    finds("on [insert date] [Insert]", "3:[insert date];3:[Insert];");
    finds("[INSERT the scope]", "3:[INSERT the scope];");
}

static void other_brackets_are_not(void **state)
{
    (void)state;
    finds("<https://a.example> <me@a.example> a < b > c <3>", "3:<3>;");
    finds("line<br>line <b>x</b> <br/> </p>", "");
    finds("[insert](page:x) [insert date](page:x) [inserted]", "");
    finds("[insert date][1]", "");
    finds("a <b", "");
    finds("[insert", "");
    finds("<", "");
    finds("[", "");
    finds("](", "");
    finds("](a(b", "");
}

static void boxes_are_found(void **state)
{
    (void)state;
    finds(
        "> [!INSTRUCTION] Scope\n>\n> TODO <name>\n\nTODO", "3!Scope;7:TODO;");
    finds("> [!instruction]\n> X", "3!;");
    finds("> [!NOTE] TODO", "3:TODO;");
    finds("[!INSTRUCTION]", "");
    finds("```\n> [!INSTRUCTION]\n```", "");
}

static void there_is_a_limit(void **state)
{
    struct arena *arena = arena_create();
    struct builder body = builder_create(arena);
    struct markup_remark remarks[MARKUP_REMARK_LIMIT];

    (void)state;
    for (int i = 0; i < 3 * MARKUP_REMARK_LIMIT; i++)
        builder_put(&body, "TODO\n");
    assert_int_equal(markup_remark_find(arena, text_of(builder_string(&body)),
                         1, "TODO", remarks),
        MARKUP_REMARK_LIMIT);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found),
        cmocka_unit_test(other_words_are_not),
        cmocka_unit_test(brackets_are_found),
        cmocka_unit_test(other_brackets_are_not),
        cmocka_unit_test(boxes_are_found),
        cmocka_unit_test(there_is_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
