# Settings files read into variables, with sections, comments and defaults.
cat >settings <<'E'
; comment
# another
top = level

[server]
host=example.org
  port = 8080
path = /a b/c=d
[empty]
[client]
name=  spaced out  
quoted = "x; y"
broken line
E
trim() {
	t=$1
	t=${t#"${t%%[![:space:]]*}"}
	t=${t%"${t##*[![:space:]]}"}
	printf %s "$t"
}
section=main number=0 errors=0
while IFS= read -r line || [ -n "$line" ]; do
	number=$((number + 1))
	line=$(trim "$line")
	case $line in
	'' | [\;#]*) continue ;;
	\[*\]) section=${line#\[} section=${section%\]} ;;
	*=*)
		key=$(trim "${line%%=*}") value=$(trim "${line#*=}")
		case $value in \"*\") value=${value#\"} value=${value%\"} ;; esac
		eval "ini_${section}_$key=\$value"
		;;
	*) echo "line $number: $line"; errors=$((errors + 1)) ;;
	esac
done <settings
set | sed -n "s/^\(ini_[a-z_]*\)=.*/\1/p" | sort | while read -r name; do
	eval "printf '%s = <%s>\n' \$name \"\$$name\""
done
get() { eval "printf '%s\n' \"\${ini_$1_$2-\$3}\""; }
get server port 80
get server timeout 30
get none at 'all of it'
echo "$errors errors in $number lines"
