/*
 * var.c - shell variables: values, attributes, temporary scopes, environment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/var.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/diag.h"
#include "base/lazy_locale.h"
#include "base/mem.h"
#include "state/shell.h"

/* What a scope puts back. The variable's entry outlives it: while a scope is
 * open, entries are emptied but not freed. */
struct var_saved {
	struct var_saved *next;
	int scope;
	struct var *var;
	char *value; /* NULL: it was unset */
	bool exported;
	bool temporary;
	bool local; /* its own readonly ends with the scope as well */
	bool noted; /* for a journal: these two are put back as well */
	bool readonly;
	int journaled;
	const char *(*compute)(struct shell *sh);
};

/* What a value may be long to be kept where the one before it was. */
enum { SMALL_VALUE = 64 };

static struct var *find(const struct shell *sh, const char *name, size_t len)
{
	struct var *var;

	HASH_FIND(hh, sh->vars.by_name, name, len, var);
	return var;
}

static struct var *find_or_add_len(
    struct shell *sh, const char *name, size_t len)
{
	struct var *var;
	unsigned hash;

	HASH_VALUE(name, len, hash);
	HASH_FIND_BYHASHVALUE(hh, sh->vars.by_name, name, len, hash, var);
	if (var)
		return var;
	var = xcalloc(1, sizeof *var + len + 1);
	memcpy(var->name, name, len);
	HASH_ADD_KEYPTR_BYHASHVALUE(
	    hh, sh->vars.by_name, var->name, len, hash, var);
	return var;
}

static struct var *find_or_add(struct shell *sh, const char *name)
{
	return find_or_add_len(sh, name, strlen(name));
}

static void environment_changed(struct var_table *vars)
{
	if (!vars->environment)
		return;
	for (size_t i = 0; vars->environment[i]; i++)
		free(vars->environment[i]);
	free(vars->environment);
	vars->environment = NULL;
}

static bool is_in_environment(const struct var *var)
{
	return (var->exported || var->temporary) && var->value;
}

/* Take over VALUE (heap or NULL) as the value of VAR. */
static void put_value(struct shell *sh, struct var *var, char *value)
{
	if (value != var->value)
		free(var->value);
	var->value = value;
	var->compute = NULL;
	if (var->exported || var->temporary)
		environment_changed(&sh->vars);
	if (var->changed)
		var->changed(sh, value);
}

static void free_var(struct var_table *vars, struct var *var)
{
	/* The analyzer does not follow the lists of uthash. */
	/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc) */
	HASH_DEL(vars->by_name, var);
	free(var->value);
	free(var);
}

bool var_is_name(const char *s, size_t len)
{
	if (!len || !is_name_start(*s))
		return false;
	for (size_t i = 1; i < len; i++)
		if (!is_name_char(s[i]))
			return false;
	return true;
}

const char *var_get_len(struct shell *sh, const char *name, size_t len)
{
	struct var *var = find(sh, name, len);

	if (!var)
		return NULL;
	return var->compute ? var->compute(sh) : var->value;
}

const char *var_get(struct shell *sh, const char *name)
{
	return var_get_len(sh, name, strlen(name));
}

static bool may_write(const struct var *var)
{
	if (!var->readonly)
		return true;
	diag("%s: readonly variable", var->name);
	return false;
}

/* What VAR is, to be put back when SCOPE ends; not in the list yet. */
static struct var_saved *new_saved(struct var *var, int scope)
{
	struct var_saved *saved = xcalloc(1, sizeof *saved);

	saved->scope = scope;
	saved->var = var;
	saved->value = var->value;
	saved->exported = var->exported;
	saved->temporary = var->temporary;
	saved->compute = var->compute;
	return saved;
}

/* Where the entries of SCOPE, or of those around it, begin. */
static struct var_saved **saved_of(struct var_table *vars, int scope)
{
	struct var_saved **link = &vars->saved;

	while (*link && (*link)->scope > scope)
		link = &(*link)->next;
	return link;
}

static void insert_saved(struct var_table *vars, struct var_saved *saved)
{
	struct var_saved **place = saved_of(vars, saved->scope);

	saved->next = *place;
	*place = saved;
}

static void add_to_journal(struct var_table *vars, struct var *var)
{
	struct var_saved *saved = new_saved(var, vars->journal);

	if (var->value)
		saved->value = xstrdup(var->value);
	saved->noted = true;
	saved->readonly = var->readonly;
	saved->journaled = var->journaled;
	var->journaled = vars->journal;
	insert_saved(vars, saved);
}

/* To be called before VAR changes. Without a journal both are 0. */
static void note(struct shell *sh, struct var *var)
{
	if (var->journaled != sh->vars.journal)
		add_to_journal(&sh->vars, var);
}

/* A copy of VALUE, to be put into VAR. A counter's goes where the former one is,
 * which saves most of the time that var_set() takes. */
static char *copy_for(const struct var *var, const char *value)
{
	size_t len = strlen(value), room;

	if (var->value) {
		room = strnlen(var->value, SMALL_VALUE);
		if (len <= room && room < SMALL_VALUE)
			return memmove(var->value, value, len + 1);
	}
	return xstrndup(value, len);
}

bool var_set(struct shell *sh, const char *name, const char *value)
{
	struct var *var = find_or_add(sh, name);

	if (!may_write(var))
		return false;
	note(sh, var);
	if (sh->options[OPTION_ALLEXPORT])
		var->exported = true;
	put_value(sh, var, copy_for(var, value));
	return true;
}

void var_set_always(struct shell *sh, const char *name, const char *value)
{
	struct var *var = find_or_add(sh, name);

	note(sh, var);
	put_value(sh, var, xstrdup(value));
}

bool var_set_temporary(struct shell *sh, const char *name, const char *value)
{
	struct var *var = find_or_add(sh, name);
	struct var_saved *saved;

	if (!may_write(var))
		return false;
	note(sh, var);
	saved = new_saved(var, sh->vars.scopes);
	saved->next = sh->vars.saved;
	sh->vars.saved = saved;
	var->value = NULL; /* now the saved entry's */
	var->temporary = true;
	put_value(sh, var, xstrdup(value));
	return true;
}

bool var_unset(struct shell *sh, const char *name)
{
	struct var *var = find(sh, name, strlen(name));

	if (!var)
		return true;
	if (!may_write(var))
		return false;
	note(sh, var);
	put_value(sh, var, NULL);
	var->exported = false;
	var->temporary = false;
	if (!sh->vars.scopes && !var->changed)
		free_var(&sh->vars, var);
	return true;
}

void var_export(struct shell *sh, const char *name)
{
	struct var *var = find_or_add(sh, name);

	note(sh, var);
	var->exported = true;
	environment_changed(&sh->vars);
}

void var_make_readonly(struct shell *sh, const char *name)
{
	struct var *var = find_or_add(sh, name);

	note(sh, var);
	var->readonly = true;
}

bool var_is_readonly(const struct shell *sh, const char *name)
{
	const struct var *var = find(sh, name, strlen(name));

	return var && var->readonly;
}

/* Take what was saved first of VAR in the scopes inside SCOPE off the list.
 * NULL if nothing was. */
static struct var_saved *take_inner(
    struct var_table *vars, const struct var *var, int scope)
{
	struct var_saved **first = NULL, *saved;

	for (struct var_saved **link = &vars->saved;
	     *link && (*link)->scope > scope; link = &(*link)->next)
		if ((*link)->var == var)
			first = link;
	if (!first)
		return NULL;
	saved = *first;
	*first = saved->next;
	return saved;
}

static bool is_local(
    const struct var_saved *saved, const struct var *var, int scope)
{
	for (; saved && saved->scope == scope; saved = saved->next)
		if (saved->var == var && saved->local)
			return true;
	return false;
}

bool var_make_local(struct shell *sh, const char *name, int scope)
{
	struct var *var = find_or_add(sh, name);
	struct var_saved *saved;

	if (!may_write(var))
		return false;
	if (is_local(*saved_of(&sh->vars, scope), var, scope))
		return true;
	/* x=1 eval 'local x': what x was before that command is put back. */
	saved = take_inner(&sh->vars, var, scope);
	if (!saved) {
		saved = new_saved(var, scope);
		if (var->value)
			saved->value = xstrdup(var->value);
	}
	saved->scope = scope;
	saved->local = true;
	insert_saved(&sh->vars, saved);
	return true;
}

void var_scope_push(struct shell *sh)
{
	sh->vars.scopes++;
}

/* The newest saved entry of the innermost scope, taken off; NULL if none. */
static struct var_saved *take_saved(struct var_table *vars)
{
	struct var_saved *saved = vars->saved;

	if (!saved || saved->scope < vars->scopes)
		return NULL;
	vars->saved = saved->next;
	return saved;
}

static void put_back(struct shell *sh, const struct var_saved *saved)
{
	struct var *var = saved->var;

	put_value(sh, var, saved->value);
	var->exported = saved->exported;
	var->temporary = saved->temporary;
	var->compute = saved->compute;
	if (saved->local)
		var->readonly = false; /* or it could not be local */
	if (saved->noted) {
		var->readonly = saved->readonly;
		var->journaled = saved->journaled;
	}
	if (var->exported || var->temporary)
		environment_changed(&sh->vars);
}

void var_scope_pop(struct shell *sh)
{
	struct var_saved *saved;

	while ((saved = take_saved(&sh->vars))) {
		put_back(sh, saved);
		free(saved);
	}
	sh->vars.scopes--;
}

int var_journal_begin(struct shell *sh)
{
	int outer = sh->vars.journal;

	var_scope_push(sh);
	sh->vars.journal = sh->vars.scopes;
	return outer;
}

void var_journal_end(struct shell *sh, int outer)
{
	while (sh->vars.scopes >= sh->vars.journal)
		var_scope_pop(sh);
	sh->vars.journal = outer;
}

void var_journal_forget(struct shell *sh)
{
	const struct var_saved *saved = sh->vars.saved;

	for (; saved; saved = saved->next)
		saved->var->journaled = 0;
	sh->vars.journal = 0;
}

void var_scope_keep(struct shell *sh)
{
	struct var_saved *saved;

	while ((saved = take_saved(&sh->vars))) {
		saved->var->temporary = saved->temporary;
		if (sh->options[OPTION_ALLEXPORT])
			saved->var->exported = true;
		environment_changed(&sh->vars);
		free(saved->value);
		free(saved);
	}
	sh->vars.scopes--;
}

char *const *var_environment(struct shell *sh)
{
	struct var_table *vars = &sh->vars;
	size_t count = vars->foreign.count, i = 0;
	struct var *var, *next;

	if (vars->environment)
		return vars->environment;
	HASH_ITER (hh, vars->by_name, var, next)
		count += is_in_environment(var);
	vars->environment =
	    xreallocarray(NULL, count + 1, sizeof *vars->environment);
	HASH_ITER (hh, vars->by_name, var, next)
		if (is_in_environment(var))
			vars->environment[i++] =
			    xasprintf("%s=%s", var->name, var->value);
	for (size_t k = 0; k < vars->foreign.count; k++)
		vars->environment[i++] = xstrdup(vars->foreign.items[k]);
	vars->environment[i] = NULL;
	return vars->environment;
}

static int compare_names(const void *a, const void *b)
{
	const struct var *const *left = a, *const *right = b;
	int order = strcoll((*left)->name, (*right)->name);

	return order ? order : strcmp((*left)->name, (*right)->name);
}

struct var **var_sorted(struct shell *sh, size_t *count)
{
	size_t total = HASH_COUNT(sh->vars.by_name), n = 0;
	struct var **list = arena_alloc(&sh->arena, (total + 1) * sizeof *list);
	struct var *var, *next;

	HASH_ITER (hh, sh->vars.by_name, var, next)
		if (var->value || var->exported || var->readonly)
			list[n++] = var;
	lazy_locale_need(LAZY_COLLATE);
	qsort(list, n, sizeof *list, compare_names);
	*count = n;
	return list;
}

void var_watch(struct shell *sh, const char *name,
    void (*changed)(struct shell *sh, const char *value),
    const char *(*compute)(struct shell *sh))
{
	struct var *var = find_or_add(sh, name);

	var->changed = changed;
	var->compute = compute;
}

/* POSIX: these are the shell's own, whatever the environment says. */
static bool is_not_imported(const char *name, size_t len)
{
	static const char own[][8] = { "PPID", "OPTIND", "IFS", "LINENO" };

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (strncmp(name, own[i], len) == 0 && !own[i][len])
			return true;
	return false;
}

void var_init(struct shell *sh, char *const *envp)
{
	for (; *envp; envp++) {
		const char *equals = strchr(*envp, '=');
		size_t len = equals ? (size_t)(equals - *envp) : 0;
		struct var *var;

		if (!equals || !var_is_name(*envp, len)) {
			vec_push(&sh->vars.foreign, xstrdup(*envp));
			continue;
		}
		if (is_not_imported(*envp, len))
			continue;
		var = find_or_add_len(sh, *envp, len);
		var->exported = true;
		put_value(sh, var, xstrdup(equals + 1));
	}
}

void var_fini(struct shell *sh)
{
	struct var *var, *next;

	while (sh->vars.scopes)
		var_scope_pop(sh);
	HASH_ITER (hh, sh->vars.by_name, var, next)
		free_var(&sh->vars, var);
	environment_changed(&sh->vars);
	for (size_t i = 0; i < sh->vars.foreign.count; i++)
		free(sh->vars.foreign.items[i]);
	vec_fini(&sh->vars.foreign);
}
