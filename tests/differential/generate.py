#!/usr/bin/env python3
#
# generate.py - a random shell program that is valid, ends, and does no harm
#
#   generate.py SEED
#
# The same seed gives the same program. It uses only what POSIX specifies, so
# every conforming shell prints the same: no `echo` of backslashes, no order of
# background output, statuses of errors only as zero or not, no file that is read
# while it is written. Files are made in the current folder and nowhere else.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import random
import sys

NAMES = ['a', 'b', 'c', 'd']
UNSET = 'nothing'
# Zero or not: that of an error is the shell's to choose.
TELL_STATUS = 'printf "<%d>" $(($? != 0))'
FILES = ['f1', 'f2', 'f3']
TEXTS = ['x', 'one two', ' lead', 'trail ', 'a:b:c', ':', '', '*', '?x',
         '[ab]', 'a/b/c.tar.gz', 'tab\there', '~', '-n', '--', '\\', 'a\\b',
         '$a', '"', "it's", '#', '007', '42', '-3', 'new\nline', '{}', '!']
PATTERNS = ['*', '?', '*b', 'a*', '[abc]', '[!a]*', '*/', '*.*', '"*"',
            "'?'", '[a-c]?', 'x', '$a', '"$b"', '*[[:digit:]]*', '\\*', '""']


def quote(text):
    """TEXT in single quotes."""
    return "'" + text.replace("'", "'\\''") + "'"


class Generator:
    """Builds one program; each method gives lines of it."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.counter = 0
        self.functions = []

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def fresh(self, prefix):
        self.counter += 1
        return f'{prefix}{self.counter}'

    # --- words ---------------------------------------------------------------

    def number(self, depth=2):
        """An arithmetic expression without side effects or overflow."""
        if depth == 0 or self.chance(30):
            return self.pick(['0', '1', '7', '10', '0x1f', '017', 'n', 'm',
                              '$n', '${m}', '$#'])
        left, right = self.number(depth - 1), self.number(depth - 1)
        kind = self.random.randrange(6)
        if kind == 0:
            operator = self.pick(['/', '%'])
            return f'({left}) {operator} (({right}) % 5 + 6)'
        if kind == 1:
            return f'({left} ? {right} : {self.number(depth - 1)})'
        if kind == 2:
            return self.pick(['- ', '+ ', '! ', '~ ']) + f'({left})'
        if kind == 3:
            return f'({left}) ' + self.pick(['<<', '>>']) + \
                f' ((({right}) % 4 + 4) % 4)'
        operator = self.pick(['+', '-', '*', '<', '<=', '>', '>=', '==',
                              '!=', '&', '|', '^', '&&', '||'])
        return f'({left}) {operator} ({right})'

    def parameter(self, depth):
        name = self.pick(NAMES + [UNSET, '1', '2', '@', '*', '#', '9'])
        plain = name if name.isalpha() or name in '12' else 'a'
        kind = self.random.randrange(8)
        if kind == 0:
            return '$' + name
        if kind == 1:
            return '${' + name + '}'
        if kind == 2:
            return '${#' + plain + '}'
        if kind in (3, 4):
            operator = self.pick(['-', ':-', '+', ':+'])
            inner = self.word(depth - 1) if depth else 'w'
            return '${' + plain + operator + inner + '}'
        if kind in (5, 6):
            operator = self.pick(['#', '##', '%', '%%'])
            return '${' + plain + operator + self.pick(PATTERNS) + '}'
        return '${' + self.pick(NAMES) + ':=' + quote(self.pick(TEXTS)) + '}'

    def quoted_parameter(self, depth):
        """For double quotes: a word in ${-} may hold no single quote there."""
        name = self.pick(NAMES + ['1', '2', '@', '*', '#', '9'])
        if self.chance(40):
            return '$' + name if self.chance(50) else '${' + name + '}'
        name = self.pick(NAMES + [UNSET])
        if self.chance(50):
            inner = self.pick(['w', 'w v', '$a', '"$b"', '', '$(printf z)'])
            return '${' + name + self.pick(['-', ':-', '+', ':+']) + inner + '}'
        pattern = self.pick(PATTERNS)
        return '${' + name + self.pick(['#', '##', '%', '%%']) + pattern + '}'

    def part(self, depth):
        kind = self.random.randrange(9)
        if kind == 0:
            return quote(self.pick(TEXTS))
        if kind == 1:
            return '"' + ''.join(
                self.pick([lambda: self.quoted_parameter(depth),
                           lambda: self.pick([' ', 'q', '-', "'", '\\"', '\\$',
                                              '\\\\', '*'])])()
                for _ in range(self.random.randint(1, 3))) + '"'
        if kind in (2, 3, 4):
            return self.parameter(depth)
        if kind == 5:
            return '$((' + self.number() + '))'
        if kind == 6 and depth:
            return '$(' + self.simple(depth - 1) + ')'
        if kind == 7 and depth:
            return '"$(' + self.simple(depth - 1) + ')"'
        return self.pick(['w', 'x1', 'a.b', '\\*', '\\ ', 'f*', '[f]1', '-'])

    def word(self, depth):
        return ''.join(self.part(depth)
                       for _ in range(self.random.randint(1, 2)))

    def words(self, depth, most=4):
        return ' '.join(self.word(depth)
                        for _ in range(self.random.randint(1, most)))

    # --- commands, one line each ---------------------------------------------

    def simple(self, depth):
        """A command that prints and has no effect on the shell."""
        kind = self.random.randrange(6)
        if kind == 0:
            return "printf '[%s]' " + self.words(depth)
        if kind == 1:
            return "printf '%s\\n' " + self.words(depth)
        if kind == 2:
            return "printf '%s,' \"$@\""
        if kind == 3:
            return "printf '%d ' $((" + self.number() + '))'
        if kind == 4 and depth:
            return f'{self.simple(depth - 1)} | ' + self.pick(
                ['cat', "tr ab xy", "sed 's/a/[&]/g'", 'wc -l | tr -d " "'])
        if self.functions and depth:
            return self.pick(self.functions) + ' ' + self.words(depth - 1, 2)
        return self.pick(['cat r1', 'cat r2 2>/dev/null || printf none'])

    def assignment(self, depth):
        name = self.pick(NAMES)
        if self.chance(30):
            return f'{self.pick(["n", "m"])}=$(( ({self.number()}) % 100 ))'
        return f'{name}={self.word(depth)}'

    def condition(self, depth):
        return self.pick([
            lambda: f'[ "${self.pick(NAMES)}" = {quote(self.pick(TEXTS))} ]',
            lambda: f'[ $(( {self.number()} )) -gt 3 ]',
            lambda: f'[ -n "${{{self.pick(NAMES + [UNSET])}-}}" ]',
            lambda: f'case {self.word(depth)} in {self.pick(PATTERNS)})'
                    ' ;; *) false ;; esac',
            lambda: '! ' + self.pick(['true', 'false']),
            lambda: f'({self.pick(["true", "false", "exit 3"])})',
            lambda: f'[ -s {self.pick(FILES)} ]',
        ])()

    # --- statements, as lists of lines ----------------------------------------

    def block(self, depth, size=3):
        lines = []
        for _ in range(self.random.randint(1, size)):
            lines += self.statement(depth)
        return ['\t' + line if '\x00' not in line else line for line in lines]

    def statement(self, depth):
        if depth == 0 or self.chance(40):
            return self.flat(1)
        return self.pick([self.if_, self.for_, self.while_, self.case,
                          self.function, self.subshell, self.group, self.loop,
                          self.guarded, self.here, self.reading])(depth - 1)

    def flat(self, depth):
        kind = self.random.randrange(10)
        if kind < 3:
            return [self.assignment(depth)]
        if kind < 6:
            return [self.simple(depth)]
        if kind == 6:
            return ['set -- ' + self.words(depth)]
        if kind == 7:
            return [f'{self.condition(depth)} {self.pick(["&&", "||"])} '
                    + self.simple(depth)]
        if kind == 8:
            # In braces: the file is there before any part of a pipeline runs.
            return [f'{{ {self.simple(depth)}; }} {self.pick([">", ">>"])}'
                    + self.pick(FILES)]
        return [self.pick([
            f'unset {self.pick(NAMES)}', 'set -f', 'set +f', 'IFS=:',
            "IFS=' '", 'IFS=', 'unset IFS', '[ $# -eq 0 ] || shift',
            'eval ' + quote(self.simple(0)),
            f'{self.pick(NAMES)}=e {self.simple(0)}',
            TELL_STATUS, 'wait', ':', 'cat f* | sort | uniq',
            "trap 'printf exit' EXIT", 'trap - EXIT',
            'printf "[%s]" f*', '{ printf bg; } & wait',
            f'export {self.pick(NAMES)}', 'sh_test=$-; : "$sh_test"'])]

    def if_(self, depth):
        lines = [f'if {self.condition(depth)}; then', *self.block(depth)]
        if self.chance(30):
            lines += [f'elif {self.condition(depth)}; then', *self.block(depth)]
        if self.chance(50):
            lines += ['else', *self.block(depth)]
        return lines + ['fi']

    def for_(self, depth):
        name = self.pick(NAMES)
        head = f'for {name} in {self.words(1)}; do'
        if self.chance(20):
            head = f'for {name} do'
        lines = [head, *self.block(depth, 2)]
        if self.chance(30):
            lines.append('\t' + self.condition(0) + ' && '
                         + self.pick(['break', 'continue']))
        end = 'done'
        if self.chance(25):
            end += ' | ' + self.pick(['cat', 'sort', "tr '\\n' ,"])
        return lines + [end]

    def while_(self, depth):
        counter = self.fresh('i')
        word = self.pick(['while', 'until'])
        test = '-lt' if word == 'while' else '-ge'
        return [f'{counter}=0',
                f'{word} [ ${counter} {test} {self.random.randint(1, 3)} ]; do',
                f'\t{counter}=$(({counter} + 1))',
                *self.block(depth, 2), 'done']

    def loop(self, depth):
        counter = self.fresh('k')
        return [f'{counter}=0', 'while :; do',
                f'\t[ $(({counter} += 1)) -gt 2 ] && break',
                *self.block(depth, 2), 'done']

    def case(self, depth):
        lines = [f'case {self.word(1)} in']
        for _ in range(self.random.randint(1, 3)):
            patterns = '|'.join(self.pick(PATTERNS) for _ in range(
                self.random.randint(1, 2)))
            paren = self.pick(['', '('])
            lines += [f'{paren}{patterns})', *self.block(depth, 2), '\t;;']
        return lines + ['*)', '\t' + self.simple(0), 'esac']

    def function(self, depth):
        name = self.fresh('fn')
        body = self.block(depth)
        if self.chance(40):
            body.append(f'\treturn {self.random.randint(0, 5)}')
        open_, close = self.pick([('{', '}'), ('(', ')')])
        lines = [f'{name}() {open_}', *body, close,
                 f'{name} {self.words(1, 2)}', TELL_STATUS]
        self.functions.append(name)
        return lines

    def subshell(self, depth):
        lines = ['(', *self.block(depth)]
        if self.chance(30):
            lines.append(f'\texit {self.random.randint(0, 7)}')
        return lines + [')', TELL_STATUS]

    def group(self, depth):
        return ['{', *self.block(depth), '} ' + self.pick(
            ['>g1', '>>g2', '2>/dev/null', '| cat', '</dev/null', '3>g3'])]

    def guarded(self, depth):
        """Something that may fail, so its status is only told as 0 or not."""
        option = self.pick(['set -e', 'set -u', 'set -eu', 'set -C', ':'])
        return ['if (', '\t' + option, *self.block(depth),
                '\t' + self.pick(['false', ':', f'printf "$%s" "${UNSET}"' %
                                  UNSET, ': ${%s?gone}' % UNSET, '[ -e / ]']),
                '\tprintf alive', ') 2>/dev/null; then :; fi',
                'printf "|\\n"']

    def here(self, _depth):
        delimiter = self.pick(['E', "'E'", '"E"'])
        body = self.pick(['plain', '$a ${b-none} $((n + 1))', '\\$a \\\\ \\`',
                          '"quoted" \'q\'', '$(printf sub)', '*'])
        # A NUL marks lines that must not be indented.
        return [f'cat <<{delimiter}', '\x00' + body, '\x00E']

    def reading(self, _depth):
        names = self.random.sample(NAMES, 2)
        reader = 'read ' + self.pick(['', '-r ']) + ' '.join(names)
        values = ' '.join('"$' + name + '"' for name in names)
        ifs = self.pick([':', '', quote(' ')])
        return ["printf '%s\\n' " + self.words(0, 3) + ' | '
                f'while IFS={ifs} {reader}; do printf "(%s)" {values}; done']

    def program(self, statements=14):
        lines = [f'{name}={quote(self.pick(TEXTS))}' for name in NAMES]
        lines += ['n=3 m=5', "printf 'line\\nlast' >r1", 'set -- p1 "p 2" ""']
        for _ in range(statements):
            lines += self.statement(3)
            lines.append('echo')
        return '\n'.join(line.replace('\x00', '') for line in lines) + '\n'


if __name__ == '__main__':
    sys.stdout.write(Generator(int(sys.argv[1])).program())
