/*
 * pipeline.h - pipelines and subshells: jobs of forked shells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_PIPELINE_H
#define JSH_EXEC_PIPELINE_H

#include "exec/exec.h"

int exec_pipeline(struct shell *sh, const struct node *node, unsigned flags);
int exec_subshell(struct shell *sh, const struct node *node, unsigned flags);

/*
 * Start every command of PIPELINE as a member of JOB, connected by pipes.
 * DETACH, if not NULL, detaches each from the keyboard: it is called in those
 * that are subshells. OUTPUT, if not NULL, becomes the reading end of a pipe from
 * the last. NULL; or, with errno, what could not be made, for
 * foreground_failed(): JOB then has the commands before.
 */
const char *pipeline_launch(struct shell *sh, struct job *job,
    const struct node_pipeline *pipeline, void (*detach)(struct shell *sh),
    int *output) __attribute__((warn_unused_result));

#endif
