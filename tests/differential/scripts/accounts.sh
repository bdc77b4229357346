# Bank accounts: variables named by eval, errors as statuses, a ledger file.
balance() { eval "printf '%d' \"\${account_$1-0}\""; }
deposit() {
	case $2 in
	'' | *[!0-9]*) return 2 ;;
	esac
	eval "account_$1=\$(( \${account_$1-0} + $2 ))"
	echo "deposit $1 $2" >>ledger
}
withdraw() {
	if [ "$(balance "$1")" -lt "$2" ]; then
		echo "refused $1 $2" >>ledger
		return 1
	fi
	eval "account_$1=\$(( account_$1 - $2 ))"
	echo "withdraw $1 $2" >>ledger
}
transfer() {
	withdraw "$1" "$3" && deposit "$2" "$3"
}
deposit ann 100
deposit bob 20
transfer ann bob 70 && echo "moved"
transfer ann bob 70 || echo "cannot move: $?"
deposit bob x || echo "not a number: $?"
withdraw nobody 1 || echo "poor: $?"
for who in ann bob nobody; do
	printf '%-8s%5d\n' "$who" "$(balance "$who")"
done
total=0
while read -r kind who amount; do
	case $kind in
	deposit) total=$((total + amount)) ;;
	withdraw) total=$((total - amount)) ;;
	refused) echo "was refused: $who $amount" ;;
	esac
done <ledger
echo "total $total"
set | grep '^account_' | tr -d \' | sort
