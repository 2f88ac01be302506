#!/bin/sh
# Installs the two generations of drizzle-kit that tests ask, once for each set of versions, and prints
# the folder, which holds v0 and v1. It is $PLUMBLINE_DRIZZLE, or one in the cache.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
hash=$(cat "$here/v0/package-lock.json" "$here/v1/package-lock.json" "$here/setup.sh" | cksum | cut -d ' ' -f 1)
folder=${PLUMBLINE_DRIZZLE:-${XDG_CACHE_HOME:-$HOME/.cache}/plumbline/drizzle-$hash}
if [ -f "$folder/.complete" ]; then
  echo "$folder"
  exit 0
fi

mkdir -p "$(dirname "$folder")"
building=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$building"' EXIT
for version in v0 v1; do
  mkdir "$building/$version"
  cp "$here/$version/package.json" "$here/$version/package-lock.json" "$building/$version"
  (cd "$building/$version" && npm ci --no-audit --no-fund --loglevel=error) >&2
done
touch "$building/.complete"

# Another run may have been faster; then its folder stands and ours goes.
[ -e "$folder" ] || mv "$building" "$folder" 2>/dev/null || true
[ -f "$folder/.complete" ] || { echo "setup.sh: cannot write $folder" >&2; exit 1; }
echo "$folder"
