# Variables set, empty, unset, exported and readonly, told apart.
tell() { eval "echo \"$1: \${$1-unset} \${$1:-empty} \${$1+set} \${$1:+full} \${#$1}\""; }
v=value e=
tell v; tell e; unset u; tell u
unset v; tell v
: ${v:=default}; tell v
: "${e=kept}"; tell e; : "${e:=filled}"; tell e
export X1=one X2
env | grep '^X[12]='
X2=two; env | grep '^X[12]=' | sort
unset X1; env | grep '^X[12]='
X3=temporary env | grep '^X3='
echo "[${X3-}]"
X4=function; f() { echo "f sees $X4"; X4=changed; }; f; echo "$X4"
readonly R=fixed
(R=other; echo no) 2>/dev/null; echo "$R"
(unset R) 2>/dev/null || echo "cannot unset"
(readonly R2=x; R2=y) 2>/dev/null || echo "subshell died"
(set -u; echo "$undefined"; echo no) 2>/dev/null || echo "set -u ends it"
(set -u; echo "${undefined-default}" "$#" "$*"; set --; echo "[$@]")
set -a; auto=matic; set +a; env | grep '^auto='
(: "${missing?the message}") 2>&1 | sed 's/.*: //'
a=1 b=$a c=$((a + 1)); echo $a$b$c
x=old; x=new echo "$x"; echo "$x"
PATH=$PATH:; x=1 : ; echo "x is $x"
unset nothing nowhere; echo $?
