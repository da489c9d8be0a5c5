/*
 * The conformance checker's judgement of one clause: its verdict, and every
 * reason in words that a newcomer understands.
 */
#ifndef DOMAIN_CONFORMANCE_JUDGE_H
#define DOMAIN_CONFORMANCE_JUDGE_H

#include "domain/conformance_walk.h"

/* Fill the result of the plan's clause at `place`, and of its lettered items.
 * The marks and broken references must have been read. */
bool conformance_judge(struct walk *walk, size_t place,
    struct conformance_clause *clause, struct error *error);

#endif
