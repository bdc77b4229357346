# A dialogue: commands read from a here-document, a state that changes.
state=closed money=0
handle() {
	set -- $1
	verb=${1-} ; [ $# -gt 0 ] && shift
	case $state:$verb in
	*:help) echo "verbs: coin push look quit" ;;
	*:quit) return 1 ;;
	*:look) echo "it is $state, with $money inside" ;;
	closed:coin)
		money=$((money + ${1:-1}))
		[ "$money" -ge 2 ] && state=open
		echo "clink ($money)"
		;;
	closed:push) echo "it does not move" ;;
	open:push) state=closed money=$((money - 2)); echo "through you go" ;;
	open:coin) echo "it is open already" ;;
	*:) echo "say something" ;;
	*) echo "$verb? try help" ;;
	esac
}
turn=0
while printf '%d> ' $((turn += 1)) && IFS= read -r line; do
	printf '%s\n' "$line"
	handle "$line" || break
done <<'E'
look
push
coin

coin 2
coin
look
push
dance wildly
help
quit
not reached
E
echo "left in turn $turn, $state"
