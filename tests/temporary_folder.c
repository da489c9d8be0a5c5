/* mkdtemp and nftw. */
#include "temporary_folder.h"

#include "base/text.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

static int remove_entry(
    const char *path, const struct stat *state, int type, struct FTW *place)
{
    (void)state;
    (void)type;
    (void)place;
    return remove(path);
}

const char *temporary_folder_create(struct arena *arena)
{
    const char *parent = getenv("TMPDIR");
    char *folder = arena_format(
        arena, "%s/ims-test-XXXXXX", string_empty(parent) ? "/tmp" : parent);

    if (mkdtemp(folder) == NULL) {
        perror(folder);
        abort();
    }
    return folder;
}

void temporary_folder_remove(const char *folder)
{
    nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}
