/* Files in forms. */
#include "render/form_file_view.h"

#include "render/record_view.h"

bool form_file_view_takes(const struct kind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];

        if (field->type->control == CONTROL_FILE && !field->retired &&
            field->computed[0] == '\0')
            return true;
    }
    return false;
}

bool form_file_view_fill(const struct place *place, const char *input,
    struct template_dictionary *control, struct error *error)
{
    return input[0] == '\0' || record_view_fill_ref(place,
                                   template_row(control, "HELD"), input, error);
}
