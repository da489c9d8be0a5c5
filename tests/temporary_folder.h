/*
 * A folder for one test, removed with all that is in it.
 */
#ifndef TESTS_TEMPORARY_FOLDER_H
#define TESTS_TEMPORARY_FOLDER_H

#include "base/arena.h"

/* Make it; any failure ends the test. The path lives in the arena. */
const char *temporary_folder_create(struct arena *arena);

void temporary_folder_remove(const char *folder);

#endif
