// Asks the real Prisma engines (WebAssembly builds from npm).
//
//   node oracle.mjs FOLDER                    serves: one JSON request a line in, one JSON answer a line out
//   node oracle.mjs FOLDER OP SCHEMA [FROM]   asks once; SCHEMA and FROM are .prisma files or folders of them
//
// FOLDER is what setup.sh printed. A request is {"id", "op", "schema": [[name, text], ...]} and, where the
// op wants it, "from" (another schema) or "url" (a live database). An answer is {"id", "spent",
// "result"}, with the milliseconds that it took, or {"id", "error"}. The ops:
//   validate   {"errors": text or null} of Prisma 7's validator
//   validate7  the same of a text of which nothing is taken out first
//   validate6  the same of Prisma 6.19's, which still knows url and directUrl
//   format     [[name, text], ...] of Prisma 7's formatter
//   ddl        the SQL from an empty database to the schema
//   diff       the SQL from one schema to another
//   drift      the SQL from the live database at "url" to the schema
// Prisma 7 refuses url, directUrl, shadowDatabaseUrl and preview features that are finished or withdrawn;
// they are taken out first (each line stays a line), except for validate7 and validate6.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , folder, op, ...operands] = process.argv;
const require = createRequire(path.resolve(folder, 'package.json'));
const validator = () => require('@prisma/prisma-schema-wasm');
const validator6 = () => require('prisma-schema-wasm-6');

let lastPanic;
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => { lastPanic = message; } };

const previews = new Set(JSON.parse(validator().preview_features()));
const forPrisma7 = (text) => text
  .replace(/^([ \t]*)(url|directUrl|shadowDatabaseUrl)[ \t]*=.*$/gm, '')
  .replace(/(previewFeatures[ \t]*=[ \t]*\[)([^\]]*)\]/g, (_, head, list) =>
    head + list.split(',').map((item) => item.trim()).filter((item) => previews.has(item.replaceAll('"', ''))).join(', ') + ']');
const upgraded = (files) => files.map(([name, text]) => [name, forPrisma7(text)]);

// After a panic the engine is fetched anew.
function forgetAfterPanic(problem) {
  if (!(problem instanceof WebAssembly.RuntimeError)) return;
  for (const file of Object.keys(require.cache)) delete require.cache[file];
}

function validate(engine, files) {
  try {
    engine().validate(JSON.stringify({ prismaSchema: files, noColor: true }));
    return { errors: null };
  } catch (problem) {
    forgetAfterPanic(problem);
    if (!(problem instanceof WebAssembly.RuntimeError)) return { errors: JSON.parse(problem.message).message };
    throw problem;
  }
}

function format(files) {
  const place = { textDocument: { uri: 'file:/' }, options: { tabSize: 2, insertSpaces: true } };
  try {
    return JSON.parse(validator().format(JSON.stringify(files), JSON.stringify(place)));
  } catch (problem) {
    forgetAfterPanic(problem);
    throw problem;
  }
}

let engineModule;
let instances = 0;
async function migrationEngine(adapterFactory) {
  if (!engineModule || lastPanic) {
    lastPanic = undefined;
    const home = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
    const glue = pathToFileURL(path.join(home, 'schema_engine_bg.js')).href;
    // After a panic the memory of the engine is lost, and with it the glue that holds views of it.
    engineModule = await import(glue + '?instance=' + instances++);
    const code = new WebAssembly.Module(fs.readFileSync(path.join(home, 'schema_engine_bg.wasm')));
    const instance = new WebAssembly.Instance(code, { './schema_engine_bg.js': engineModule });
    engineModule.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start?.();
  }
  return engineModule.SchemaEngine.new({ datamodels: undefined }, () => {}, adapterFactory);
}

// The engine greets its database also when it compares two schema files: it asks for the version and whether
// the schema is there. This adapter answers that and nothing else, so that no server is needed.
const answered = (value) => ({ ok: true, value });
const refused = async ({ sql }) => { throw new Error('no database to ask: ' + sql); };
const nowhere = {
  adapterName: 'nowhere', provider: 'postgres', errorRegistry: { consumeError: () => undefined },
  queryRaw: async (query) => /\bversion\(\)/.test(query.sql)
    ? answered({ columnNames: ['exists', 'version', 'numeric_version'], columnTypes: [5, 7, 0], rows: [[true, 'PostgreSQL 17.0', 170000]] })
    : refused(query),
  executeRaw: refused, executeScript: refused, startTransaction: refused,
  getConnectionInfo: () => answered({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => answered(undefined),
};
const nowhereFactory = {
  adapterName: 'nowhere', provider: 'postgres', errorRegistry: nowhere.errorRegistry,
  connect: async () => answered(nowhere), connectToShadowDb: async () => answered(nowhere),
};

function liveFactory(url) {
  const { PrismaPg } = require('@prisma/adapter-pg');
  const { bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils');
  return bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
}

const containers = (files) => upgraded(files).map(([name, text]) => ({ path: name, content: text }));
const datamodel = (files) => ({ tag: 'schemaDatamodel', files: containers(files) });

async function script(factory, from, to) {
  const engine = await migrationEngine(factory);
  const filters = { externalTables: [], externalEnums: [] };
  return (await engine.diff({ from, to, script: true, exitCode: true, filters })).stdout;
}

const migrationsList = (migrations) => ({
  baseDir: '/migrations', shadowDbInitScript: '',
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
  migrationDirectories: migrations.map(([name, sql]) => (
    { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } } })),
});

async function applied(url, migrations) {
  const engine = await migrationEngine(liveFactory(url));
  const filters = { externalTables: [], externalEnums: [] };
  return (await engine.applyMigrations({ migrationsList: migrationsList(migrations), filters })).appliedMigrationNames;
}

async function answer({ op, schema, from, url }) {
  switch (op) {
    case 'apply': return applied(url, schema);
    case 'validate': return validate(validator, upgraded(schema));
    case 'validate7': return validate(validator, schema);
    case 'validate6': return validate(validator6, schema);
    case 'format': return format(schema);
    case 'ddl': return script(nowhereFactory, { tag: 'empty' }, datamodel(schema));
    case 'diff': return script(nowhereFactory, datamodel(from), datamodel(schema));
    case 'drift': {
      const live = { tag: 'schemaDatasource', files: containers(schema), configDir: '.' };
      return script(liveFactory(url), live, datamodel(schema));
    }
    default: throw new Error('unknown op ' + op);
  }
}

// A panic of the engine surfaces outside of the promise that waits for its answer.
let surfaced = () => {};
process.on('uncaughtException', (problem) => surfaced(problem));
const orPanic = (promise) => new Promise((resolve, reject) => {
  surfaced = (problem) => reject(lastPanic ? new Error(lastPanic) : problem);
  promise.then(resolve, reject);
});

async function serve() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    const start = performance.now();
    const before = process.cpuUsage();
    let reply;
    try {
      const result = await orPanic(answer(request));
      const cpu = process.cpuUsage(before);
      const spent = { wall: performance.now() - start, cpu: (cpu.user + cpu.system) / 1000 };
      reply = { id: request.id, spent, result };
    } catch (problem) {
      reply = { id: request.id, error: lastPanic ?? String(problem.message ?? problem) };
    }
    process.stdout.write(JSON.stringify(reply) + '\n');
  }
}

const read = (place) => place === undefined ? undefined : (fs.statSync(place).isDirectory()
  ? fs.readdirSync(place).filter((name) => name.endsWith('.prisma')).sort().map((name) => path.join(place, name))
  : [place]).map((name) => [name, fs.readFileSync(name, 'utf8')]);

if (op === undefined) await serve();
else {
  const result = await orPanic(answer({ op, schema: read(operands[0]), from: read(operands[1]), url: process.env.DATABASE_URL }));
  console.log(typeof result === 'string' ? result : JSON.stringify(result, null, 1));
}
