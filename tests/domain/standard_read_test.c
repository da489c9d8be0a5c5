/* Standards in the forms of others: CSV, OSCAL catalogs, YAML libraries. */
#include "domain/standard_read.h"

#include "base/file.h"
#include "domain/clause_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct standard_naming no_naming = {
    .id = "", .name = "", .title = "", .file = "a-file"};

static int set_up(void **state)
{
    *state = arena_create();
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct standard_file read_named(struct arena *arena, const char *content,
    const struct standard_naming *naming, const char *wanted)
{
    struct error error = error_create(arena);
    struct standard_file file;
    const char *format;

    if (!standard_read(arena, text_of(content), naming, &file, &format, &error))
        fail_msg("%s", error.message);
    assert_string_equal(format, wanted);
    return file;
}

static struct standard_file read_data(
    struct arena *arena, const char *name, const char *format)
{
    struct error error = error_create(arena);
    struct text content;

    if (!file_read(arena, file_join(arena, "tests/data/standards", name),
            1024 * 1024, &content, &error))
        fail_msg("%s", error.message);
    return read_named(arena, content.data, &no_naming, format);
}

/* id|parent|kind|heading|asks of a clause. */
static const char *line_of(
    struct arena *arena, const struct standard_file *file, size_t i)
{
    const struct standard_file_clause *clause = &file->clauses[i];

    assert_true(i < file->clause_count);
    return arena_format(arena, "%s|%s|%s|%s|%s", clause->id, clause->parent,
        clause->kind, clause->heading, clause->asks);
}

static void check_lines(struct arena *arena, const struct standard_file *file,
    const char *const *lines, size_t count)
{
    assert_int_equal(file->clause_count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(line_of(arena, file, i), lines[i]);
}

static void refuse_named(struct arena *arena, const char *content,
    const struct standard_naming *naming, const char *begin)
{
    struct error error = error_create(arena);
    struct standard_file file;
    const char *format;

    if (standard_read(arena, text_of(content), naming, &file, &format, &error))
        fail_msg("not refused: %s", content);
    if (!string_begins(error.message, begin))
        fail_msg("“%s” instead of “%s”", error.message, begin);
}

static void refuse(struct arena *arena, const char *content, const char *begin)
{
    refuse_named(arena, content, &no_naming, begin);
}

static void reads_csv(void **state)
{
    static const char *const lines[] = {
        "1||clause|Doors|", "1.1|1|requirement|Keys|Say who has which key."};
    struct standard_file file = read_data(*state, "house.csv", "CSV");

    assert_string_equal(file.id, "900:2024");
    assert_string_equal(file.name, "House rules");
    assert_string_equal(file.title, "What we promise, each other");
    check_lines(*state, &file, lines, 2);
    assert_string_equal(file.clauses[1].shares, "9.2.2");
    assert_int_equal(file.clauses[1].expectation_count, 2);
    assert_true(file.clauses[1].expectations[1].expectation.linked);
}

/* Columns in any order, head given from outside, items. */
static void csv_needs_no_head(void **state)
{
    static const char *const lines[] = {
        "1||control|One|", "1/a|1|item|Letter|"};
    const struct standard_naming naming = {
        .id = "X:1", .name = "", .title = "Title", .file = "f"};
    struct standard_file file = read_named(*state,
        "heading,id,kind,parent\nOne,1,control,\nLetter,1/a,item,1,,\n",
        &naming, "CSV");

    assert_string_equal(file.id, "X:1");
    assert_string_equal(file.name, "Title");
    check_lines(*state, &file, lines, 2);
    file = read_named(*state, "standard;Z;\nid;heading;asks\n1;One, two;x\n",
        &no_naming, "CSV");
    assert_string_equal(file.id, "Z");
    assert_string_equal(file.clauses[0].heading, "One, two");
    file = read_named(
        *state, "\"standard\",Y\nid,heading\n1,One\n", &no_naming, "CSV");
    assert_string_equal(file.id, "Y");
    assert_string_equal(file.name, "Y");
    assert_string_equal(file.title, "Y");
}

static void refuses_csv(void **state)
{
    static const char *const cases[][2] = {
        {"id,heading\n1,One\n", "line 1: the standard has no id"},
        {"standard,9\n", "line 2: there is no line of columns"},
        {"standard,9\nid,colour\n", "line 2: “colour” is no column"},
        {"standard,9\nid,id\n", "line 2: the column “id” stands there twice"},
        {"standard,9\nid,asks\n", "line 2: the column “heading” is missing"},
        {"standard,9\nwords,x\nid,heading\n", "line 2: here stands a line"},
        {"standard,9\nstandard,8\nid,heading\n", "line 2: a second “standard”"},
        {"standard,9,8\nid,heading\n", "line 1: after “standard” comes one"},
        {"standard,\nid,heading\n", "line 1: nothing stands after “standard”"},
        {"standard,9\nid,heading\n", "line 3: there is no clause"},
        {"standard,9 9\nid,heading\n1,A\n", "line 1: a standard is written"},
        {"name,Nine\nstandard,900 2024\ntitle,T\nid,heading\n1,A\n",
            "line 2: a standard is written"},
        {"standard,9\nid,heading\n1\n", "line 3: clause 1 has no heading"},
        {"standard,9\nid,heading\n,A\n", "line 3: “” is no clause id"},
        {"standard,9\nid,heading\n1,A\n1,B\n", "line 4: clause 1 stands"},
        {"standard,9\nid,heading\n1,A,B\n", "line 3: the row has 3 values"},
        {"standard,9\nid,heading,parent\n1,A,2\n2,B,\n",
            "line 3: parent “2” is no clause above"},
        {"standard,9\nid,heading,kind\n1,A,part\n",
            "line 3: “part” is no kind"},
        {"standard,9\nid,heading,expect\n1,\"A\nB\",nothing good\n",
            "line 3: "},
        {"standard,9\nid,heading\n1,\"A\n", "line 3: a quote is opened"},
        {"standard,9\nid,heading,kind\n1,A,note\n2,\"B\n\",item\n",
            "line 4: item 2 needs a parent"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        refuse(*state, cases[i][0], cases[i][1]);
}

static void reads_a_catalog(void **state)
{
    static const char *const lines[] = {"ga||theme|Gates|",
        ("GA-1|ga|control|Gate Rules|a. Write rules for the gates and hand "
         "them to [people or roles that the harbour names]: 1. for [Selection "
         "(one or more): the whole harbour; the quays used by [people or roles "
         "that the harbour names]]; and 2. with three, four locks; b. look at "
         "them again [frequency that the harbour sets]."),
        "GA-2|ga|control|Keys|Know who has which key.",
        ("GA-2(1)|GA-2|control|Keys | Lost Ones|Change the lock when a key is "
         "lost."),
        "GA-2(2)|GA-2|note|Keys | Copies|Withdrawn: incorporated into GA-2.",
        "GA-3|ga|note|Night Watch|Withdrawn: moved to GA-2(1), GA-1, qu-1.",
        "qu||theme|Quays|", "qu-north|qu|theme|North Quay|",
        "qu-1|qu-north|control|Lamps|Keep the lamps lit."};
    struct standard_file file =
        read_data(*state, "catalog.json", "OSCAL catalog");

    assert_string_equal(file.id, "Harbour-Security-Controls:2.1");
    assert_string_equal(file.title, "Harbour Security Controls");
    check_lines(*state, &file, lines, 9);
}

#define CATALOG(rest)                                                          \
    "{\"catalog\":{\"metadata\":{\"title\":\"T\",\"version\":\"1\"}," rest "}" \
    "}"
#define STATEMENT(prose)                                                       \
    "\"parts\":[{\"name\":\"statement\",\"prose\":\"" prose "\"}]"

/* A long title gives no id, and prose inserts what it may. */
static void reads_catalogs_of_all_sorts(void **state)
{
    struct standard_file file = read_named(*state,
        "{\"catalog\":{\"metadata\":{\"title\":\"A title that is much too long "
        "to be an id for people\",\"version\":\"5.1 (a)\"},\"controls\":"
        "[{\"id\":\"a_1\",\"title\":\"A\"}]}}",
        &no_naming, "OSCAL catalog");

    assert_string_equal(file.id, "a-file:5.1-a");
    assert_string_equal(line_of(*state, &file, 0), "a-1||control|A|");
    file = read_named(*state,
        CATALOG(
            "\"params\":[{\"id\":\"p\",\"values\":[\"<{{ insert: param, p "
            "}}>\"]},{\"id\":\"q\"}],\"controls\":[{\"title\":\"A\"," STATEMENT(
                "{{p}} {{insert: param,q}} {{ r }} {{ open") "}]"),
        &no_naming, "OSCAL catalog");
    assert_string_equal(line_of(*state, &file, 0),
        "control-1||control|A|<<<<<<<<[p]>>>>>>>> [q] [r] {{ open");
}

static void refuses_catalogs(void **state)
{
    static const char *const cases[][2] = {
        {"{\"catalog\":\n}", "line 2: not valid JSON"},
        {"{\"profile\":{}}", "$: this is JSON, but no OSCAL catalog"},
        {"{\"catalog\":[]}", "$: this is JSON, but no OSCAL catalog"},
        {"{\"catalog\":{}}", "catalog.metadata: there is no “title”"},
        {CATALOG("\"groups\":[]"), "catalog: there is no control"},
        {CATALOG("\"groups\":{}"), "catalog: “groups” is no list"},
        {CATALOG("\"groups\":[1]"), "catalog: “groups” is no list of objects"},
        {CATALOG("\"groups\":[{\"title\":\"G\",\"controls\":[{\"title\":\"A\"},"
                 "{\"id\":\"b\"}]}]"),
            "catalog.groups[0].controls[1]: there is no “title”"},
        {CATALOG("\"controls\":[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"a\","
                 "\"title\":\"B\"}]"),
            "catalog.controls[1]: clause a stands there twice"},
        {CATALOG("\"controls\":[{\"id\":\"a\",\"title\":\"A\\u0001\"}]"),
            "catalog.controls[0]: “title” is not plain UTF-8 text"},
    };
    struct builder deep = builder_create(*state);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        refuse(*state, cases[i][0], cases[i][1]);
    builder_put(&deep, "{\"catalog\":{\"metadata\":{\"title\":\"T\"}");
    for (int i = 0; i < 20; i++)
        builder_put(&deep, ",\"groups\":[{\"title\":\"G\"");
    for (int i = 0; i < 20; i++)
        builder_put(&deep, "}]");
    builder_put(&deep, "}}");
    refuse(*state, builder_string(&deep), "catalog: nested more than 16");
}

/* Parameters that insert each other end somewhere. */
static void a_statement_has_an_end(void **state)
{
    struct builder out = builder_create(*state);

    builder_put(&out, "{\"catalog\":{\"metadata\":{\"title\":\"T\"},\"params\":"
                      "[{\"id\":\"p\","
                      "\"values\":[\"");
    for (int i = 0; i < 200; i++)
        builder_put(&out, "{{p}}");
    builder_put(&out,
        "\"]}],\"controls\":[{\"title\":\"A\"," STATEMENT("{{p}}") "}]}}");
    refuse(*state, builder_string(&out),
        "catalog.controls[0]: the statement has more than 65536 bytes");
}

static void reads_a_library(void **state)
{
    static const char *const lines[] = {"1||clause|On board|",
        "1.1|1|requirement|Boarding|Board by the ladder. Never by the anchor.",
        "1.2|1|requirement|A pilot who is tired says so and hands over to "
        "another one before the ship …|A pilot who is tired says so and hands "
        "over to another one before the ship passes the outer buoy, whatever "
        "the master thinks of it.",
        "node4|1|clause|Afterwards|Afterwards",
        "log|node4|requirement|The log: \"every time\"|Write it down.",
        "Art.-5-2||requirement|Quarrels|"};
    struct standard_file file =
        read_data(*state, "library.yaml", "YAML library");

    assert_string_equal(file.id, "Pilot-Code:2024");
    assert_string_equal(file.name, "Pilot Code:2024");
    assert_string_equal(file.title, "Code of the pilots");
    check_lines(*state, &file, lines, 6);
    assert_int_equal(file.clauses[1].detail_count, 1);
    assert_string_equal(file.clauses[1].details[0].kind, "record");
    assert_string_equal(
        file.clauses[1].details[0].words, "The log of the day, signed.");
}

#define LIBRARY "objects:\n framework:\n  ref_id: L\n  requirement_nodes:\n"
#define NODE(urn, rest) "  - urn: " urn "\n    assessable: true\n" rest

/* Reference ids that are taken, or none: the urn says which is which. */
static void nodes_are_told_apart(void **state)
{
    static const char *const lines[] = {"1||requirement|1|",
        "b-1||requirement|b-1|", "b-1-2||requirement|b-1-2|",
        "n||requirement|n|"};
    struct standard_file file = read_named(*state,
        LIBRARY NODE("urn:p:r:n:l:a:1", "    ref_id: 1\n")
            NODE("urn:p:r:n:l:b:1", "    ref_id: 1\n")
                NODE("urn:p:r:n:l:b-1", "") NODE("x:n", ""),
        &no_naming, "YAML library");

    check_lines(*state, &file, lines, 4);
}

static void refuses_libraries(void **state)
{
    static const char *const cases[][2] = {
        {"a: 1\n", "line 1: this is YAML, but no library"},
        {"a: 1\nobjects:\n  threats: []\n", "line 1: this is YAML, but no"},
        {"objects:\n framework:\n  ref_id: L\n",
            "line 3: the framework has no list “requirement_nodes”"},
        {LIBRARY "  - word\n", "line 5: a requirement node is a mapping"},
        {LIBRARY "  - ref_id: 1\n",
            "line 5: the requirement node has no “urn”"},
        {LIBRARY NODE("u", "") NODE("u", ""), "line 7: the urn “u” stands"},
        {LIBRARY NODE("u", "    parent_urn: v\n"),
            "line 5: the parent “v” is no requirement node above"},
        {LIBRARY "  - urn: u\n    assessable: perhaps\n",
            "line 5: “assessable” is true or false, not “perhaps”"},
        {LIBRARY NODE("'::'", ""), "line 5: “::” does not end in"},
        {"a: &x 1\nb: *x\n", "line 2: aliases"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        refuse(*state, cases[i][0], cases[i][1]);
}

static void names_can_be_given(void **state)
{
    const struct standard_naming naming = {
        .id = "X:9", .name = "N", .title = "T", .file = "f"};
    static const char *const contents[] = {
        "# remark\n\nstandard 1\nname A\ntitle B\nclause 1\nkind control\n"
        "heading H\n",
        "standard,1\nname,A\nid,heading\n1,H\n",
        CATALOG("\"controls\":[{\"title\":\"A\"}]"),
        "---\n" LIBRARY NODE("u", "")};
    static const char *const formats[] = {
        "lines of a standard", "CSV", "OSCAL catalog", "YAML library"};
    const struct standard_naming bad = {
        .id = "X 9", .name = "", .title = "", .file = "f"};

    for (size_t i = 0; i < 4; i++) {
        struct standard_file file =
            read_named(*state, contents[i], &naming, formats[i]);

        assert_string_equal(file.id, "X:9");
        assert_string_equal(file.number, "X");
        assert_string_equal(file.edition, "9");
        assert_string_equal(file.name, "N");
        assert_string_equal(file.title, "T");
    }
    refuse_named(*state, contents[0], &bad, "line 1: a standard is written");
    refuse_named(
        *state, contents[2], &bad, "catalog.metadata: a standard is written");
}

static void refuses_what_it_does_not_know(void **state)
{
    refuse(*state, "", "line 1: this is neither");
    refuse(*state, "Just words\n", "line 1: this is neither");
    refuse(*state, "<catalog/>\n", "line 1: this is neither");
    refuse(*state, "word;id\n", "line 1: this is neither");
    refuse(*state, "standard 1\n\xff\n", "line 2: this is not UTF-8 text");
}

/* What stands between fences in the help; the texts are of clauses. */
static void the_help_tells_the_truth(void **state)
{
    struct error error = error_create(*state);
    struct builder block = builder_create(*state);
    bool inside = false;
    size_t standards = 0;
    size_t texts = 0;
    struct text content;
    struct text line;

    assert_true(file_read(
        *state, "manual/help/standards.md", 1024 * 1024, &content, &error));
    while (text_next(&content, '\n', &line)) {
        const char *words = builder_string(&block);

        if (!text_equals(line, "```")) {
            builder_text(&block, line);
            builder_byte(&block, '\n');
            continue;
        }
        if (inside && string_begins(words, "standard")) {
            bool csv = string_begins(words, "standard,");

            standards++;
            assert_string_equal(read_named(*state, words, &no_naming,
                                    csv ? "CSV" : "lines of a standard")
                                    .id,
                "900:2024");
        } else if (inside && string_begins(words, "clause")) {
            struct clause_text *list;
            size_t count;

            texts++;
            assert_true(clause_text_parse(
                *state, text_of(words), &list, &count, &error));
            assert_int_equal(count, 2);
        }
        inside = !inside;
        block = builder_create(*state);
    }
    assert_int_equal(standards, 2);
    assert_int_equal(texts, 1);
}

static void makes_ids_of_words(void **state)
{
    static const char *const cases[][2] = {
        {"ISO/IEC 27001:2022", "ISO-IEC-27001:2022"},
        {"Own", "Own"},
        {"Own:", "Own"},
        {"  --a  b--", "a-b"},
        {"a:b:c", "a:b-c"},
        {"Règle", "R-gle"},
        {"one two three four five six seven eight",
            "one-two-three-four-five-six"},
        {"123456789012345678901234567890123456",
            "12345678901234567890123456789012"},
        {"", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            standard_naming_id(*state, cases[i][0]), cases[i][1]);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(reads_csv),
        TEST(csv_needs_no_head),
        TEST(refuses_csv),
        TEST(reads_a_catalog),
        TEST(reads_catalogs_of_all_sorts),
        TEST(refuses_catalogs),
        TEST(a_statement_has_an_end),
        TEST(reads_a_library),
        TEST(nodes_are_told_apart),
        TEST(refuses_libraries),
        TEST(names_can_be_given),
        TEST(refuses_what_it_does_not_know),
        TEST(the_help_tells_the_truth),
        TEST(makes_ids_of_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
