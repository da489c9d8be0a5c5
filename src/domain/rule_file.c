/* One line, one word, one value; the words of a rule follow its line. */
#include "domain/rule_file.h"

#include <string.h>

struct parsing {
    struct arena *arena;
    struct rule_file *file;
    struct rule_file_rule *rule; /* the present one, or NULL */
    size_t capacity;
    size_t line;
    struct error *error;
};

/* The line is put before the message at the end of all. */
#define REFUSE(parsing, ...)                                                   \
    error_set((parsing)->error, ERROR_INVALID, __VA_ARGS__)

/* IMS and three digits, or more. */
static bool is_id(struct text id)
{
    if (!text_begins(id, "IMS") || id.size < 6 || id.size > 9)
        return false;
    for (size_t i = 3; i < id.size; i++) {
        if (id.data[i] < '0' || id.data[i] > '9')
            return false;
    }
    return true;
}

static bool put_once(struct parsing *parsing, const char **place,
    struct text value, const char *word)
{
    if ((*place)[0] != '\0')
        return REFUSE(parsing, "a second “%s”", word);
    *place = text_string(parsing->arena, value);
    return true;
}

static bool end_check(struct parsing *parsing)
{
    struct rule_file_rule *rule = parsing->rule;
    const struct rule_file_check *last;

    if (rule->check_count == 0)
        return true;
    last = &rule->checks[rule->check_count - 1];
    if (!rule_check_says(&last->check) || last->check.says[0] != '\0')
        return true;
    parsing->line = last->line;
    return REFUSE(
        parsing, "“%s” needs a line “says” below it", last->check.name);
}

/* Everything a rule must have is there once the next one begins. */
static bool end_rule(struct parsing *parsing)
{
    const struct rule_file_rule *rule = parsing->rule;
    size_t line = parsing->line;

    if (rule == NULL)
        return true;
    if (!end_check(parsing))
        return false;
    parsing->line = rule->line;
    if (rule->severity[0] == '\0')
        return REFUSE(parsing, "rule %s has no severity", rule->id);
    if (rule->title[0] == '\0' || rule->mend[0] == '\0')
        return REFUSE(parsing, "rule %s has no line “%s”", rule->id,
            rule->title[0] == '\0' ? "title" : "mend");
    if (rule->check_count == 0)
        return REFUSE(parsing, "rule %s has no check", rule->id);
    parsing->line = line;
    return true;
}

static bool read_rule(struct parsing *parsing, struct text value)
{
    struct rule_file *file = parsing->file;
    const char *id = text_string(parsing->arena, value);

    if (!end_rule(parsing))
        return false;
    if (!is_id(value))
        return REFUSE(parsing, "“%s” is no rule's name, such as IMS023", id);
    for (size_t i = 0; i < file->count; i++) {
        if (string_equals(file->rules[i].id, id))
            return REFUSE(parsing, "rule %s stands there twice", id);
    }
    if (file->count == RULE_FILE_RULES)
        return REFUSE(parsing, "a file may have %d rules", RULE_FILE_RULES);
    file->rules = arena_widen(parsing->arena, file->rules, file->count,
        &parsing->capacity, sizeof *file->rules);
    parsing->rule = &file->rules[file->count++];
    *parsing->rule = (struct rule_file_rule){.id = id,
        .severity = "",
        .title = "",
        .mend = "",
        .line = parsing->line,
        .checks = arena_array(
            parsing->arena, RULE_CHECK_LIMIT, sizeof(struct rule_file_check))};
    return true;
}

static bool read_check(struct parsing *parsing, struct text value)
{
    struct rule_file_rule *rule = parsing->rule;
    struct error problem = error_create(parsing->arena);
    struct rule_file_check *check;

    if (!end_check(parsing))
        return false;
    if (rule->check_count == RULE_CHECK_LIMIT)
        return REFUSE(parsing, "a rule may have %d checks", RULE_CHECK_LIMIT);
    check = &rule->checks[rule->check_count++];
    check->line = parsing->line;
    return rule_check_parse(parsing->arena, value, &check->check, &problem) ||
           REFUSE(parsing, "%s", problem.message);
}

/* `{` and `}` in pairs around a name. */
static bool braces_match(struct text says)
{
    size_t from = 0;
    bool open = false;

    for (size_t i = 0; i < says.size; i++) {
        if (says.data[i] == '{') {
            if (open)
                return false;
            open = true;
            from = i + 1;
        } else if (says.data[i] == '}') {
            if (!open || i == from)
                return false;
            open = false;
        }
    }
    return !open;
}

static bool read_says(struct parsing *parsing, struct text value)
{
    struct rule_file_rule *rule = parsing->rule;
    struct rule_check *check;

    if (rule->check_count == 0)
        return REFUSE(parsing, "“says” must stand below a check");
    check = &rule->checks[rule->check_count - 1].check;
    if (!rule_check_says(check))
        return REFUSE(
            parsing, "“%s” finds its own words: no “says” here", check->name);
    if (!braces_match(value))
        return REFUSE(parsing, "“says” names fields as {title}");
    return put_once(parsing, &check->says, value, "says");
}

static bool read_severity(struct parsing *parsing, struct text value)
{
    if (!text_equals(value, "error") && !text_equals(value, "warning") &&
        !text_equals(value, "note"))
        return REFUSE(parsing, "“%s” is no severity: error, warning or note",
            text_string(parsing->arena, value));
    return put_once(parsing, &parsing->rule->severity, value, "severity");
}

static bool read_rule_word(
    struct parsing *parsing, const char *word, struct text value)
{
    if (string_equals(word, "severity"))
        return read_severity(parsing, value);
    if (string_equals(word, "title"))
        return put_once(parsing, &parsing->rule->title, value, word);
    if (string_equals(word, "mend"))
        return put_once(parsing, &parsing->rule->mend, value, word);
    if (string_equals(word, "check"))
        return read_check(parsing, value);
    return read_says(parsing, value);
}

static bool is_rule_word(const char *word)
{
    return string_equals(word, "severity") || string_equals(word, "title") ||
           string_equals(word, "mend") || string_equals(word, "check") ||
           string_equals(word, "says");
}

static bool read_line(struct parsing *parsing, struct text line)
{
    struct text value = text_trim(line);
    struct text word;
    const char *name;

    if (line.size > RULE_LINE_LIMIT)
        return REFUSE(parsing, "a line may have %d bytes", RULE_LINE_LIMIT);
    if (!text_next(&value, ' ', &word) || word.size == 0 || word.data[0] == '#')
        return true;
    value = text_trim(value);
    name = text_string(parsing->arena, word);
    if (!string_equals(name, "rule") && !is_rule_word(name))
        return REFUSE(parsing, "the word “%s” is not known", name);
    if (value.size == 0)
        return REFUSE(parsing, "nothing stands after “%s”", name);
    if (string_equals(name, "rule"))
        return read_rule(parsing, value);
    if (parsing->rule == NULL)
        return REFUSE(parsing, "“%s” must stand below a rule", name);
    return read_rule_word(parsing, name, value);
}

static bool read_lines(struct parsing *parsing, struct text content)
{
    struct text rest = content;
    struct text line;
    size_t place;

    parsing->line = 1;
    if (content.size > RULE_FILE_LIMIT)
        return error_set(parsing->error, ERROR_TOO_LARGE,
            "the file has %zu bytes; rules may have %d", content.size,
            RULE_FILE_LIMIT);
    if (!text_is_clean(content, &place)) {
        for (size_t i = 0; i < place; i++)
            parsing->line += content.data[i] == '\n';
        return REFUSE(parsing, "this is not UTF-8 text");
    }
    for (parsing->line = 0; text_next(&rest, '\n', &line);) {
        parsing->line++;
        if (!read_line(parsing, line))
            return false;
    }
    if (!end_rule(parsing))
        return false;
    if (parsing->line == 0)
        parsing->line = 1;
    return parsing->file->count > 0 || REFUSE(parsing, "there is no rule");
}

bool rule_file_parse(struct arena *arena, struct text content,
    struct rule_file *file, struct error *error)
{
    struct parsing parsing = {.arena = arena, .file = file, .error = error};

    *file = (struct rule_file){.count = 0};
    return read_lines(&parsing, content) ||
           error_wrap(error, arena_format(arena, "line %zu", parsing.line));
}
