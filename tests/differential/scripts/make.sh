# Targets with dependencies, built once each, in the right order.
rule() { eval "needs_$1=\$2 recipe_$1=\$3"; }
rule all 'prog docs' 'echo all done'
rule prog 'main util' 'cat main.o util.o >prog; echo linked'
rule main 'header' 'echo main >main.o'
rule util 'header' 'echo util >util.o'
rule header '' 'echo header'
rule docs '' '(exit 0)'
rule bad 'fails after' 'echo never'
rule fails '' 'exit 3'
rule after '' 'echo after'
rule loop1 loop2 ''
rule loop2 loop1 ''
build() {
	eval "state=\${state_$1-new} known=\${recipe_$1+x}"
	case $state,$known in
	done,*) return 0 ;;
	busy,*) echo "circle at $1"; return 2 ;;
	*,) echo "no rule for $1"; return 4 ;;
	esac
	eval "state_$1=busy needed=\$needs_$1"
	for need in $needed; do
		build "$need" || return
	done
	eval "recipe=\$recipe_$1"
	(eval "$recipe") || { s=$?; echo "$1 failed: $s"; return $s; }
	eval "state_$1=done"
	built="$built $1"
}
built=
build all; echo "status $?"
build prog; echo "again: $?"
build bad; echo "status $?"
build loop1; echo "status $?"
build nothing; echo "status $?"
echo "built:$built"
cat prog
