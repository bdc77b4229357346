/*
 * tilde.c - ~ and ~user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/tilde.h"

#include <pwd.h>
#include <unistd.h>

const char *tilde_home(struct shell *sh, const char *name, size_t len)
{
	const char *home = len ? NULL : var_get(sh, "HOME");
	const struct passwd *user;

	if (home)
		return home;
	user = len ? getpwnam(arena_strndup(&sh->arena, name, len))
		   : getpwuid(getuid());
	return user ? user->pw_dir : NULL;
}
