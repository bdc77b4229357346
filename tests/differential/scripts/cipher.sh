# Caesar and Vigenere, character by character.
alphabet=abcdefghijklmnopqrstuvwxyz
index_of() {
	before=${alphabet%%"$1"*}
	echo ${#before}
}
letter_at() {
	rest=$alphabet i=$1
	while [ "$i" -gt 0 ]; do rest=${rest#?} i=$((i - 1)); done
	printf %s "${rest%"${rest#?}"}"
}
shift_by() { # text key-letters sign
	text=$1 key=$2 out=
	while [ -n "$text" ]; do
		c=${text%"${text#?}"} text=${text#?}
		case $c in
		[a-z])
			k=${key%"${key#?}"} key=${key#?}$k
			out=$out$(letter_at $((($(index_of "$c") + $3 * $(index_of "$k") + 26) % 26)))
			;;
		*) out=$out$c ;;
		esac
	done
	printf '%s\n' "$out"
}
for key in d lemon b; do
	secret=$(shift_by 'attack at dawn, they said' $key 1)
	echo "$key: $secret"
	shift_by "$secret" $key -1
done
echo 'Hello World' | tr 'A-Za-z' 'N-ZA-Mn-za-m' | tee rot | tr 'A-Za-z' 'N-ZA-Mn-za-m'
cat rot
