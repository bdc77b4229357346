# Groups of words with the same letters, sorted by a bubble sort of letters.
signature() {
	word=$1 letters=
	while [ -n "$word" ]; do
		rest=${word#?}
		letters="$letters ${word%"$rest"}"
		word=$rest
	done
	printf '%s\n' $letters | sort | tr -d '\n'
}
cat >words <<E
listen
silent
enlist
google
elbow
below
state
taste
night
thing
E
while IFS= read -r w; do
	printf '%s %s\n' "$(signature "$w")" "$w"
done <words | sort >signed
last= line=
while read -r sig w; do
	if [ "$sig" = "$last" ]; then
		line="$line, $w"
	else
		case $line in *,*) echo "$line" ;; esac
		line=$w last=$sig
	fi
done <signed
case $line in *,*) echo "$line" ;; esac
