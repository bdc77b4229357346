# Aliases in a script: words, chains, blanks, keywords, removal.
alias say='echo said' twice='say a; say b' nothing=''
say hello
twice c
nothing say through
alias run='command ' word='say'
run echo word
alias chain=link link='echo end of'
chain it
alias echo='echo again'
echo once
unalias echo
alias if_true='if true; then' end='fi'
if_true echo inside; end
\say 2>/dev/null || echo 'not when quoted'
'say' 2>/dev/null || echo 'nor so'
f() { say in f; }
unalias say
f
say 2>/dev/null || echo gone
alias one=two; alias one | tr -d \'
alias q="it's"
x=$(alias q | sed 's/^q=//'); eval "x=$x"; echo "$x"
x=$(alias one | sed 's/one=//'); eval "echo $x"
unalias -a; alias | wc -l | tr -d ' '
alias late='echo late'; late 2>/dev/null || echo 'not on the same line'
late
