#!/bin/sh
# Installs axe-core, which the browser test runs in the page, once for each version, and prints the
# folder that holds it. It is $PLUMBLINE_AXE, or one in the cache.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
hash=$(cat "$here/package-lock.json" "$here/setup.sh" | cksum | cut -d ' ' -f 1)
folder=${PLUMBLINE_AXE:-${XDG_CACHE_HOME:-$HOME/.cache}/plumbline/axe-$hash}
if [ -f "$folder/.complete" ]; then
  echo "$folder"
  exit 0
fi

mkdir -p "$(dirname "$folder")"
building=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$building"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$building"
(cd "$building" && npm ci --no-audit --no-fund --loglevel=error) >&2
touch "$building/.complete"

# Another run may have been faster; then its folder stands and ours goes.
[ -e "$folder" ] || mv "$building" "$folder" 2>/dev/null || true
[ -f "$folder/.complete" ] || { echo "setup.sh: cannot write $folder" >&2; exit 1; }
echo "$folder"
