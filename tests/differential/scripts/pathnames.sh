# Paths by parameter expansion: base names, folders, suffixes, normal forms.
base() {
	p=$1
	case $p in *[!/]*) p=${p%"${p##*[!/]}"} ;; esac
	printf '%s\n' "${p##*/}"
}
normal() {
	out= rest=$1/
	while [ -n "$rest" ]; do
		part=${rest%%/*} rest=${rest#*/}
		case $part in
		'' | .) ;;
		..) out=${out%/*} ;;
		*) out=$out/$part ;;
		esac
	done
	printf '%s\n' "${out:-/}"
}
for path in /usr/lib/x.so.1 a/b/ file ./hidden/.rc /a//b/../c/./d/ ../.. 'sp ace/n'; do
	printf '<%s> ' "$path" "$(base "$path")" "$(normal "$path")" \
		"${path%/*}" "${path#*/}" "${path##*.}" "${path%%.*}"
	echo
done
relative() {
	from=$1 to=$2 up=
	while [ "${to#"$from"/}" = "$to" ] && [ "$from" != "$to" ]; do
		from=${from%/*} up=../$up
	done
	down=${to#"$from"}
	printf '%s\n' "$up${down#/}"
}
relative /a/b/c /a/b/d/e
relative /a /a/b/c
relative /x/y /z
mkdir -p dir/sub 'dir/with space'
: >dir/sub/a.c; : >dir/sub/b.c; : >dir/sub/.hidden; : >'dir/with space/c.h'
for f in dir/*/*.[ch]; do base "$f"; done
for f in dir/*/*.none; do echo "none: $f"; done
echo dir/sub/.[!.]* dir/*/ dir/sub/[!a]*
cd dir/sub && cd .. && cd - >/dev/null && pwd | sed 's|.*/dir|dir|'
(cd ../.. && base "$PWD/x") && [ -f a.c ] && echo 'still here'
