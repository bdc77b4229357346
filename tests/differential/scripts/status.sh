# The status of everything, one line each.
s() { echo "$? $*"; }
true; s true
false; s false
(exit 7); s subshell
{ (exit 8); }; s group
! true; s not true
! (exit 9); s not nine
true | false; s pipe
false | true; s pipe
! false | false; s not pipe
x=1; s assignment
x=$(exit 3); s assignment from substitution
x=$(exit 3) true; s with a command
$(exit 4); s an empty command
: $(exit 4); s colon
y=$(exit 5) z=$(exit 6); s two
y=$(exit 5) z=; s only one
if false; then :; fi; s if
if (exit 2); then :; else (exit 3); fi; s else
while (exit 2); do :; done; s while
for i in; do :; done; s for
case x in y) ;; esac; s case
case x in x) ;; esac; s empty case
false; case x in x) ;; esac; s case after false
f() { :; }; f; s f
false; f() { return; }; f; s f
false; f() { echo $?; return $?; }; f; s f
nosuchcommand 2>/dev/null; s not found
./nosuchfile 2>/dev/null; s not found
: >plain; ./plain 2>/dev/null; s not executable
eval; s eval
false; eval ''; s empty eval
eval '(exit 5)'; s eval
false; : ; s colon
false && :; s and
true || :; s or
(false; true); s list
sleep 0 & wait $!; s wait
(exit 6) & wait $!; s wait
test; s test
[ a = b ]; s bracket
false
s after an empty line

s comment # nothing
exit $(($(false; echo $?) + 40))
