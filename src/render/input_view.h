/*
 * Forms that are not of records: fieldsets of inputs, each with its help and
 * what is wrong with it, drawn as the forms of records are.
 */
#ifndef RENDER_INPUT_VIEW_H
#define RENDER_INPUT_VIEW_H

#include "domain/kind_save.h"
#include "render/template.h"

enum input_control {
    INPUT_LINE,
    INPUT_AREA,
    INPUT_SELECT,
    INPUT_CHECKS, /* the value is the words that are ticked */
    INPUT_FIXED   /* only shown, and sent along */
};

struct input_option {
    const char *value;
    const char *label;
};

struct input {
    const char *name;
    const char *label;
    const char *help;   /* or NULL */
    const char *demand; /* "required", or NULL */
    const char *value;
    enum input_control control;
    bool is_short; /* stands beside other short ones */
    const struct input_option *options;
    size_t option_count;
};

/* A form that is being filled. */
struct input_form {
    struct arena *arena;
    struct template_dictionary *inputs; /* of inputs.tpl */
    struct template_dictionary *set;
    struct template_dictionary *group;
    bool in_row;
    const struct kind_save *save; /* with its problems */
};

/* Begin the form: template inputs.tpl, included as INPUTS. */
struct input_form input_form_begin(struct arena *arena,
    struct template_dictionary *page, const struct kind_save *save);

/* The inputs that follow stand under this heading. */
void input_form_section(struct input_form *form, const char *legend);

void input_form_add(struct input_form *form, const struct input *input);

/* What is wrong with the input, or NULL. */
const char *input_form_problem(const struct kind_save *save, const char *name);

/* The summary above the form: section SUMMARY of messages.tpl, included as
 * MESSAGES. Gives that dictionary. */
struct template_dictionary *input_form_messages(
    struct template_dictionary *page, const struct kind_save *save);

#endif
