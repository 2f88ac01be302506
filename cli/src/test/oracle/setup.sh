#!/bin/sh
# Installs the Prisma engines that the parity tests ask, once for each set of versions, and prints the
# folder. A second run finds it and only prints. The folder is $PLUMBLINE_ORACLE, or one in the cache.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
hash=$(cat "$here/package-lock.json" "$here/setup.sh" | cksum | cut -d ' ' -f 1)
folder=${PLUMBLINE_ORACLE:-${XDG_CACHE_HOME:-$HOME/.cache}/plumbline/oracle-$hash}
if [ -f "$folder/.complete" ]; then
  echo "$folder"
  exit 0
fi

mkdir -p "$(dirname "$folder")"
building=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$building"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$building"
(cd "$building" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2

# The pg adapter refuses the catalog type "char" (OID 18) and its array, which the engine itself
# selects when it reads a live database; 6 and 70 are the adapter's own numbers for them.
for file in index.mjs index.js; do
  adapter=$building/node_modules/@prisma/adapter-pg/dist/$file
  sed 's/^function fieldToColumnType(fieldTypeId) {$/&\n  if (fieldTypeId === 18) return 6;\n  if (fieldTypeId === 1002) return 70;/' \
    "$adapter" > "$adapter.mended"
  grep -q 'fieldTypeId === 18' "$adapter.mended" || { echo "setup.sh: $file has changed" >&2; exit 1; }
  mv "$adapter.mended" "$adapter"
done
touch "$building/.complete"

# Another run may have been faster; then its folder stands and ours goes.
[ -e "$folder" ] || mv "$building" "$folder" 2>/dev/null || true
[ -f "$folder/.complete" ] || { echo "setup.sh: cannot write $folder" >&2; exit 1; }
echo "$folder"
