/*
 * git_branch.h - the branch of the git repository around the current folder
 *
 * Read from the repository's HEAD: no program runs, so there is nothing to wait
 * for. As git does, this looks into the folders above on the same file system.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_GIT_BRANCH_H
#define JSH_INTERACTIVE_GIT_BRANCH_H

/*
 * The branch, as it stands in the file; where HEAD is detached, the beginning
 * of the commit's name. Heap. NULL: there is no repository, or what is there is
 * none. GIT_DIR, if not NULL, is the repository.
 */
char *git_branch(const char *git_dir);

#endif
