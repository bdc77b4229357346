# New in POSIX.1-2024: set -o pipefail.
set -o pipefail
true | true; echo $?
false | true; echo $?
(exit 3) | (exit 4) | true; echo $?
(exit 3) | true | (exit 5) | true; echo $?
! false | true; echo $?
x=$(false | true); echo $?
if false | true; then echo yes; else echo no; fi
(set +o pipefail; false | true; echo $?)
(set -e; false | true; echo bad); echo $?
set +o pipefail
false | true; echo $?
set -o pipefail
(exit 7) | cat & wait $!; echo $?
