/*
 * cd.c - change the current directory
 *
 * The numbers in the comments are the steps of the standard. A directory that
 * is reached through symbolic links keeps the name by which it was reached,
 * unless -P is given.
 *
 * POSIX.1-2024 XCU cd.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "builtins/cd.h"
#include "builtins/opts.h"
#include "exec/inside.h"
#include "state/shell.h"

struct cd {
	struct shell *sh;
	const char *who;    /* what messages begin with */
	bool physical;      /* -P */
	bool must_know;     /* -e with -P: not knowing PWD is status 1 */
	const char *typed;  /* the operand, or what stands for it */
	bool shown;         /* the new directory is written: "-", CDPATH */
	bool silent;        /* but not even then */
	struct strbuf path; /* curpath of the standard */
};

static int cd_error(const struct cd *cd, const char *path, const char *why)
{
	if (path)
		diag("%s: %s: %s", cd->who, path, why);
	else
		diag("%s: %s", cd->who, why);
	return cd->must_know ? 2 : 1;
}

static bool is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Set the path to DIR "/" NAME. */
static void set_joined(
    struct strbuf *path, const char *dir, size_t dir_len, const char *name)
{
	strbuf_reset(path);
	strbuf_add(path, dir, dir_len);
	if (dir_len && dir[dir_len - 1] != '/')
		strbuf_addc(path, '/');
	strbuf_adds(path, name);
}

/* Does it begin with the component "." or ".."? */
static bool begins_with_dots(const char *name)
{
	size_t dots = strspn(name, ".");

	return (dots == 1 || dots == 2) && (!name[dots] || name[dots] == '/');
}

/* Step 5: the first directory of CDPATH that has the operand; else (6) the
 * operand itself. */
static void find_in_cdpath(struct cd *cd)
{
	const char *p = var_get(cd->sh, "CDPATH");
	size_t len;

	while (p) {
		len = strcspn(p, ":");
		set_joined(&cd->path, len ? p : ".", len ? len : 1, cd->typed);
		if (is_directory(cd->path.s)) {
			cd->shown = cd->shown || len;
			return;
		}
		p = p[len] ? p + len + 1 : NULL;
	}
	strbuf_reset(&cd->path);
	strbuf_adds(&cd->path, cd->typed);
}

const char *cd_current(struct shell *sh)
{
	const char *pwd = var_get(sh, "PWD");
	char *kernel;

	if (pwd && pwd[0] == '/')
		return arena_strdup(&sh->arena, pwd);
	kernel = getcwd(NULL, 0);
	if (!kernel)
		return NULL;
	pwd = arena_strdup(&sh->arena, kernel);
	free(kernel);
	return pwd;
}

/* Drop the last component of OUT, which begins with ROOT slashes. */
static void drop_component(struct strbuf *out, size_t root)
{
	size_t len = out->len;

	while (len > root && out->s[len - 1] != '/')
		len--;
	while (len > root && out->s[len - 1] == '/')
		len--;
	strbuf_truncate(out, len);
}

/*
 * Step 8: PATH, which is absolute, without ".", ".." and double slashes. False
 * with errno if what a ".." is relative to is no directory; *out is then that.
 */
static bool canonicalize(const char *path, struct strbuf *out)
{
	size_t slashes = strspn(path, "/");
	size_t root = slashes == 2 ? 2 : 1; /* "//" may be special: kept */

	strbuf_add(out, "//", root);
	path += slashes;
	while (*path) {
		size_t len = strcspn(path, "/");

		if (len == 2 && path[0] == '.' && path[1] == '.') {
			struct stat st;

			if (stat(out->s, &st) < 0)
				return false;
			if (!S_ISDIR(st.st_mode)) {
				errno = ENOTDIR;
				return false;
			}
			drop_component(out, root);
		} else if (!(len == 1 && path[0] == '.')) {
			if (out->len > root)
				strbuf_addc(out, '/');
			strbuf_add(out, path, len);
		}
		path += len;
		path += strspn(path, "/");
	}
	return true;
}

/* Steps 7 and 8: make the path, which PWD completes if it is relative, absolute
 * and plain. 0, or a status after a message. */
static int make_logical(struct cd *cd, const char *pwd)
{
	struct strbuf full = STRBUF_INIT, plain = STRBUF_INIT;
	int status = 0;

	if (cd->path.s[0] == '/')
		strbuf_adds(&full, cd->path.s);
	else
		set_joined(&full, pwd, strlen(pwd), cd->path.s);
	if (!canonicalize(full.s, &plain)) {
		int error = errno;

		diag("%s: %s: %s: %s", cd->who, cd->typed, plain.s,
		    strerror(error));
		status = cd->must_know ? 2 : 1;
	}
	strbuf_fini(&full);
	strbuf_fini(&cd->path);
	cd->path = plain;
	return status;
}

/* Step 9: what to give chdir(), relative to PWD if the whole is too long. */
static const char *chdir_path(const struct cd *cd, const char *pwd)
{
	size_t len = pwd ? strlen(pwd) : 0;

	if (cd->path.len < PATH_MAX || !len || cd->physical ||
	    strncmp(cd->path.s, pwd, len) != 0)
		return cd->path.s;
	if (pwd[len - 1] == '/')
		return cd->path.s + len;
	return cd->path.s[len] == '/' ? cd->path.s + len + 1 : cd->path.s;
}

/* Step 10: go there, and set PWD and OLDPWD. */
static int enter(struct cd *cd, const char *pwd)
{
	const char *known = cd->path.s[0] == '/' ? cd->path.s : "";
	char *real = NULL;
	int status = 0;

	if (chdir(chdir_path(cd, pwd)) < 0)
		return cd_error(cd, cd->typed, strerror(errno));
	if (cd->physical) {
		real = getcwd(NULL, 0);
		if (!real && cd->must_know) {
			diag("%s: current directory: %s", cd->who,
			    strerror(errno));
			status = 1;
		}
	}
	if (pwd) {
		var_set_always(cd->sh, "OLDPWD", pwd);
		var_export(cd->sh, "OLDPWD");
	}
	var_set_always(cd->sh, "PWD", real ? real : known);
	free(real);
	if (cd->shown && !cd->silent)
		out_printf(&cd->sh->out, "%s\n", var_get(cd->sh, "PWD"));
	return status;
}

/* The operand, or what stands for it. False after a message. */
static bool choose_directory(struct cd *cd, const char *operand)
{
	const char *name = operand ? operand : "HOME";

	if (operand && strcmp(operand, "-") == 0)
		name = "OLDPWD";
	if (name == operand) {
		cd->typed = operand;
		if (!*operand)
			(void)cd_error(
			    cd, NULL, "the directory's name is empty");
		return *operand;
	}
	cd->typed = var_get(cd->sh, name);
	if (!cd->typed || !*cd->typed) {
		(void)cd_error(cd, name, "not set");
		return false;
	}
	cd->typed = arena_strdup(&cd->sh->arena, cd->typed);
	cd->shown = operand != NULL;
	return true;
}

static int change_directory(struct cd *cd)
{
	const char *pwd = cd_current(cd->sh);
	int status;

	if (cd->typed[0] == '/' || begins_with_dots(cd->typed))
		strbuf_adds(&cd->path, cd->typed);
	else
		find_in_cdpath(cd);
	/* Out of a directory that was removed only the kernel knows the way. */
	if (!pwd && cd->path.s[0] != '/')
		cd->physical = true;
	if (!cd->physical) {
		status = make_logical(cd, pwd);
		if (status)
			return status;
	}
	return enter(cd, pwd);
}

/* The operand may be NULL. */
static int go(struct cd *cd, const char *operand)
{
	int status;

	if (!choose_directory(cd, operand))
		return cd->must_know ? 2 : 1;
	status = change_directory(cd);
	strbuf_fini(&cd->path);
	return status;
}

int cd_enter(struct shell *sh, const char *who, const char *directory)
{
	struct cd cd = { .sh = sh, .who = who, .silent = true };

	return go(&cd, directory);
}

static int run_cd(struct shell *sh, int argc, char **argv)
{
	struct cd cd = { .sh = sh, .who = "cd" };
	struct opts opts;
	bool e = false;
	int letter;

	opts_init(&opts, &builtin_cd, argc, argv);
	while ((letter = opts_next(&opts, "LPe")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		if (letter == 'e')
			e = true;
		else
			cd.physical = letter == 'P';
	}
	cd.must_know = e && cd.physical;
	if (argc > opts.index + 1) {
		diag("cd: too many arguments");
		return usage_error(&builtin_cd);
	}
	return go(&cd, argv[opts.index]);
}

static bool cd_can_undo(struct shell *sh, char **argv)
{
	(void)argv;
	return inside_keep_directory(sh);
}

const struct builtin builtin_cd = {
	.name = "cd",
	.kind = BUILTIN_REGULAR,
	.changes_shell = true,
	.run = run_cd,
	.can_undo = cd_can_undo,
	.usage = "cd [-L|-P [-e]] [directory]",
	.summary = "change the current directory",
	.help =
	    "Without a directory go to $HOME; with - to where you were before\n"
	    "($OLDPWD), and write its name. A name that does not begin with /\n"
	    "or . is looked for in the directories of $CDPATH, if it is set.\n"
	    "PWD and OLDPWD are set.\n"
	    "\n"
	    "-L  a symbolic link counts as a directory of its own, so that ..\n"
	    "    leads back to where the link is (the default)\n"
	    "-P  go to where links lead, and let PWD say so\n"
	    "-e  with -P: fail if the new PWD cannot be found out\n",
};
