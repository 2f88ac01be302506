// Lets the real drizzle-kit and its migrator judge a folder of migrations.
//
//   node accept.mjs KIT MIGRATIONS SCHEMA.ts URL [NAMESPACE,...]
//
// KIT holds the packages, URL is an empty database. Prints {"step": null or what is wrong, ...}:
//   check     drizzle-kit finds the snapshots in order
//   migrate   drizzle-kit applies every migration, notes its hash, and has nothing to do the second time
//   generate  drizzle-kit finds no difference between the snapshots and the TypeScript schema
//   snapshot  the last snapshot is the one that drizzle-kit makes of the TypeScript schema
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

const [, , kit, migrations, schema, url, namespaces = 'public'] = process.argv;
const pg = createRequire(path.join(kit, 'package.json'))('pg');
const journal = fs.existsSync(path.join(migrations, 'meta', '_journal.json'));

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'drizzle-'));
fs.symlinkSync(path.join(kit, 'node_modules'), path.join(work, 'node_modules'));
fs.cpSync(migrations, path.join(work, 'out'), { recursive: true });
fs.copyFileSync(schema, path.join(work, 'schema.ts'));

const config = (out) => {
  const name = `${out}.config.ts`;
  const settings = {
    dialect: 'postgresql', out: `./${out}`, schema: './schema.ts',
    schemaFilter: namespaces.split(','), dbCredentials: { url },
  };
  fs.writeFileSync(path.join(work, name), `export default ${JSON.stringify(settings)}`);
  return name;
};
const run = (...command) => {
  const ended = spawnSync(path.join(kit, 'node_modules', '.bin', 'drizzle-kit'), command, { cwd: work, encoding: 'utf8', input: '' });
  const text = (ended.stdout + ended.stderr).replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '').trim();
  return { status: ended.status, text };
};
const query = async (sql) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try { return (await client.query(sql)).rows; } finally { await client.end(); }
};
const files = (folder) => fs.readdirSync(path.join(work, folder), { recursive: true }).map(String).sort();
const contents = (folder) => files(folder)
  .filter((file) => fs.statSync(path.join(work, folder, file)).isFile())
  .map((file) => [file, fs.readFileSync(path.join(work, folder, file), 'utf8')]);
const scripts = (folder) => journal
  ? JSON.parse(fs.readFileSync(path.join(work, folder, 'meta', '_journal.json'))).entries.map((entry) => `${entry.tag}.sql`)
  : files(folder).filter((file) => file.endsWith('migration.sql'));

// Members in any order, and without those that differ from run to run.
const sorted = (value) => Array.isArray(value) ? value.map(sorted)
  : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;
const lastSnapshot = (folder) => {
  const last = files(folder).filter((file) => file.endsWith('_snapshot.json')).at(-1);
  const { id, prevId, _meta, ...rest } = JSON.parse(fs.readFileSync(path.join(work, folder, last)));
  return JSON.stringify(sorted(rest), null, 1);
};

async function migrated() {
  const all = scripts('out');
  for (let round = 0; round < 2; round++) {
    const ended = run('migrate', '--config', config('out'));
    if (ended.status !== 0) return ended.text || 'it ends with ' + ended.status;
    const noted = await query('select hash from drizzle.__drizzle_migrations order by id');
    const hashes = all.map((file) => createHash('sha256').update(fs.readFileSync(path.join(work, 'out', file))).digest('hex'));
    if (JSON.stringify(noted.map((row) => row.hash)) !== JSON.stringify(hashes)) return `${noted.length} of ${all.length} are noted`;
  }
  return null;
}

function generated() {
  const before = JSON.stringify(contents('out'));
  const ended = run('generate', '--config', config('out'));
  if (JSON.stringify(contents('out')) !== before) return 'it writes ' + fs.readFileSync(path.join(work, 'out', scripts('out').at(-1)), 'utf8');
  return ended.text.includes('No schema changes') ? null : ended.text;
}

function sameSnapshot() {
  if (!journal) return null;
  const ended = run('generate', '--config', config('reference'));
  if (!fs.existsSync(path.join(work, 'reference', 'meta'))) return ended.text;
  const ours = lastSnapshot('out');
  const theirs = lastSnapshot('reference');
  return ours === theirs ? null : `ours ${ours}\ntheirs ${theirs}`;
}

const verdict = {};
try {
  const check = run('check', '--dialect', 'postgresql', '--out', './out');
  verdict.check = check.status === 0 && check.text.includes("Everything's fine") ? null : check.text;
  verdict.migrate = await migrated();
  verdict.generate = generated();
  verdict.snapshot = sameSnapshot();
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
console.log(JSON.stringify(verdict));
