/*
 * The conformance checker's judgement of one clause: its verdict, and every
 * reason in words that a newcomer understands.
 */
#ifndef DOMAIN_CONFORMANCE_JUDGE_H
#define DOMAIN_CONFORMANCE_JUDGE_H

#include "domain/conformance_walk.h"

/* Fill the result of an item whose `clause` is set from what the walk read. */
void conformance_judge(struct walk *walk, struct conformance_clause *clause);

#endif
