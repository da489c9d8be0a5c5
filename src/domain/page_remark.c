/* The words looked for are the rules'. */
#include "domain/page_remark.h"

#include "domain/markup_remark.h"
#include "domain/rule.h"

static const char *const kind_names[] = {
    [MARKUP_REMARK_PLACEHOLDER] = "placeholder",
    [MARKUP_REMARK_INSTRUCTION] = "instruction",
};

/* The words of all checks for placeholders. */
static bool read_words(
    struct context *context, const char **words, struct error *error)
{
    struct builder all = builder_create(context->arena);
    const struct rules *rules;

    if (!rule_read(context, &rules, error))
        return false;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rules[i];

        for (size_t c = 0; c < rule->check_count; c++) {
            if (string_equals(rule->checks[c].name, "placeholders"))
                builder_format(&all, "%s%s", all.size == 0 ? "" : " ",
                    rule->checks[c].parts[RULE_WORDS]);
        }
    }
    *words = builder_string(&all);
    return true;
}

bool page_remark_put(struct context *context, long long page, struct text body,
    size_t first_line, struct error *error)
{
    struct markup_remark remarks[MARKUP_REMARK_LIMIT];
    const char *words;
    size_t count;

    if (!read_words(context, &words, error) ||
        !database_run(context->db, "delete from page_remark where page = $1",
            VALUES(value_number(page)), error))
        return false;
    count =
        markup_remark_find(context->arena, body, first_line, words, remarks);
    for (size_t i = 0; i < count; i++) {
        if (!database_run(context->db,
                "insert into page_remark (kind, page, line, words) "
                "values ($1, $2, $3, $4) on conflict do nothing",
                VALUES(value_text(kind_names[remarks[i].kind]),
                    value_number(page),
                    value_number((long long)remarks[i].line),
                    value_text(remarks[i].words)),
                error))
            return false;
    }
    return true;
}
