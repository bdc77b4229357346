# test and [ over files, strings and numbers.
t() { if [ "$@" ]; then printf 'yes  '; else printf 'no %d ' $?; fi; printf '<%s>' "$@"; echo; }
: >empty; echo x >full; mkdir dir; ln -s full link; ln -s nowhere broken; mkfifo pipe
chmod 600 full; chmod 755 empty
for op in -e -f -d -h -L -p -s -r -w -b -c -S -u -g -k; do
	for file in empty full dir link broken pipe missing; do t $op $file; done
done
t -x empty; t -t 9; t /dev/null -ef /dev/null
t full -nt missing; t missing -ot full
t; t ''; t x; t -n; t -z; t !; t ! x; t ! ''; t -n x; t -z ''; t -e
t a = a; t a = b; t a != b; t '' = ''; t -n = -n; t ! = !; t = = =; t '(' = '('
t 1 -eq 1; t 1 -ne 2; t 10 -gt 9; t -1 -lt 0; t 5 -ge 5; t 5 -le 4; t 007 -eq 7; t +3 -eq 3
t ! a = b; t ! -f dir; t ! ! ''
t 'a b' = 'a b'; t '*' = '*'
test -f full && test -d dir; echo $?
[ 1 -eq x ] 2>/dev/null; [ $? -gt 1 ] && echo 'error for x'
[ a = b c ] 2>/dev/null; [ $? -ge 1 ] && echo 'too many'
[ a 2>/dev/null; [ $? -gt 1 ] && echo 'no bracket'
