/*
 * editor.c - choose a line editor and load its module
 *
 * Knows the modules' names, not their libraries: whatever is wrong with a
 * library ends in a warning and the next best editor, never in a shell that
 * cannot be used. A module stays loaded once it was opened, because libraries
 * keep state that cannot be unloaded safely.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/editor.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* Best first */
static const char *const module_names[] = { "readline", "libedit" };

enum { MODULE_COUNT = sizeof module_names / sizeof module_names[0] };

/* What a module exports, or NULL with *why a heap text. */
static const struct editor_ops *check_module(
    void *handle, const char *path, char **why)
{
	const struct editor_ops *ops = dlsym(handle, EDITOR_SYMBOL);

	if (!ops)
		*why = xasprintf("%s: not a line editor module", path);
	else if (ops->abi != EDITOR_ABI)
		*why = xasprintf("%s: belongs to another version of jsh", path);
	else if (!ops->library_fits())
		*why = xasprintf("%s: another library answers in place of %s",
		    path, ops->name);
	else
		return ops;
	return NULL;
}

static const struct editor_ops *load_module(const char *path, char **why)
{
	void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	const struct editor_ops *ops;

	if (!handle) {
		*why = xstrdup(dlerror());
		return NULL;
	}
	ops = check_module(handle, path, why);
	if (!ops)
		(void)dlclose(handle); /* nothing of it was used */
	return ops;
}

/*
 * Open the module NAME. On NULL, *why is a heap text, or NULL when the default
 * choice (ASKED false) may pass over it without a word: the module is not
 * installed, or the terminal is not one for a library.
 */
static struct editor *open_module(const char *name, const char *module_dir,
    bool asked, const struct edit_host *host, int in, int out,
    const struct editor_ops **ops, char **why)
{
	char *path = xasprintf("%s/edit_%s.so", module_dir, name);
	struct editor *editor = NULL;

	*why = NULL;
	if (asked || access(path, F_OK) == 0)
		*ops = load_module(path, why);
	else
		*ops = NULL;
	free(path);
	if (*ops)
		editor = (*ops)->open(host, in, out);
	if (*ops && !editor && asked) {
		const char *term = getenv("TERM");

		*why = xasprintf("%s: cannot edit on this terminal (TERM=%s)",
		    name, term ? term : "");
	}
	return editor;
}

/* Which modules to try for CHOICE: *count of them from *first on. */
static bool find_choice(const char *choice, size_t *first, size_t *count)
{
	size_t i;

	*first = 0;
	*count = MODULE_COUNT;
	if (!choice || !*choice)
		return true;
	*count = 1;
	for (i = 0; i < MODULE_COUNT; i++) {
		*first = i;
		if (strcmp(choice, module_names[i]) == 0)
			return true;
	}
	*count = 0;
	return strcmp(choice, edit_plain.name) == 0;
}

struct editor *editor_open(const char *choice, const char *module_dir,
    const struct edit_host *host, int in, int out,
    const struct editor_ops **ops, char **warning)
{
	struct editor *editor = NULL;
	size_t first, count, i;

	*warning = NULL;
	if (!find_choice(choice, &first, &count))
		*warning = xasprintf(
		    "JSH_EDITOR: %s: not readline, libedit or plain", choice);
	if (!isatty(in) || !isatty(out))
		count = 0;
	for (i = first; i < first + count && !editor; i++) {
		char *why;

		editor = open_module(module_names[i], module_dir, count == 1,
		    host, in, out, ops, &why);
		if (*warning)
			free(why); /* one warning is enough */
		else
			*warning = why;
	}
	if (editor)
		return editor;
	*ops = &edit_plain;
	return edit_plain.open(host, in, out);
}
