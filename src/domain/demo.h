/*
 * The worked example: people, files and a history of events replayed through
 * the same calls that forms use, each at its own moment and by its own hand.
 */
#ifndef DOMAIN_DEMO_H
#define DOMAIN_DEMO_H

#include "domain/context.h"

/* Load `folder`/demo.json into an empty site whose manual is in place. The
 * whole replay is one write transaction, begun here. `password` is everybody's.
 * Errors name the event. */
bool demo_load(struct context *context, const char *folder,
    const char *password, struct error *error);

#endif
