// Makes the message code of src/ from proto/. With --check writes nothing, and exits 1 if the files there are not what
// it would write.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = dirname(createRequire(import.meta.url).resolve('protobufjs-cli/package.json'));
const check = process.argv.includes('--check');

const protos = readdirSync(join(root, 'proto'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.proto'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();

/** `root`: where protobufjs keeps the types at run time, so that sets which know nothing of each other share nothing. */
const sets = [
  { target: 'src/rpc/generated', name: 'holdfast', root: 'default', isIn: (proto) => !proto.startsWith('etcd/') },
  { target: 'src/coordination/generated', name: 'etcd', root: 'etcd', isIn: (proto) => proto.startsWith('etcd/') },
];

const HEADER = '// Made by `npm run generate` from proto/. Not to be edited.\n';

// 64-bit fields are to be plain numbers at run time too, and the generated code asks for `util.Long` while it loads.
const IMPORT = 'import $protobuf from "protobufjs/minimal.js";\n';
const PLAIN_NUMBERS = '\n$protobuf.util.Long = null;\n$protobuf.configure();\n';

const scratch = mkdtempSync(join(tmpdir(), 'holdfast-generate-'));
try {
  process.exitCode = sets.map(generate).every((held) => held) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Whether both files of the set are as they should be. */
function generate({ target, name, root: typesRoot, isIn }) {
  const code = join(scratch, `${name}.js`);
  run('pbjs', [
    ...['--target', 'static-module', '--wrap', 'esm', '--dependency', 'protobufjs/minimal.js', '--root', typesRoot],
    ...['--force-number', '--null-semantics', '--no-create', '--no-verify', '--no-convert', '--no-delimited'],
    ...['--no-typeurl', '--no-service', '--path', 'proto', '--out', code, ...protos.filter(isIn)],
  ]);
  const types = join(scratch, `${name}.d.ts`);
  run('pbts', ['--out', types, code]);

  const script = normalize(readFileSync(code, 'utf8'));
  const at = script.indexOf(IMPORT);
  if (at < 0)
    throw new Error(`pbjs does not write ${IMPORT.trim()} any more: tools/generate.js must learn its new form`);
  const afterImport = at + IMPORT.length;
  const outputs = {
    [`${name}.js`]: HEADER + script.slice(0, afterImport) + PLAIN_NUMBERS + script.slice(afterImport),
    [`${name}.d.ts`]: HEADER + normalize(readFileSync(types, 'utf8')),
  };
  return Object.entries(outputs)
    .map(([file, text]) => put(join(root, target, file), text))
    .every((held) => held);
}

function run(tool, args) {
  execFileSync(process.execPath, [join(cli, 'bin', tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function normalize(text) {
  return text.replaceAll('\r\n', '\n');
}

/** Whether the file is as it should be: compared with --check, else made so. */
function put(path, text) {
  if (!check) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return true;
  }
  if (read(path) === text) return true;
  console.error(`${relative(root, path)} is not what proto/ says: run npm run generate`);
  return false;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
