// Builds the image without an engine, runs it as a container would, and tells what did not hold: npm run check-image
// It installs packages, which takes a minute and a network, so it is no part of `npm test`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAddress } from '../process/address.ts';
import { parseDockerfile } from './dockerfile.ts';
import { buildImage, type Image, inside } from './image-build.ts';
import { checkHealth, RunningImage } from './running-image.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'holdfast-image-'));
try {
  // Others than its owner must get through to what lies in it.
  chmodSync(folder, 0o755);
  const image = buildImage(parseDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8')), ROOT, folder);
  holdsWhatIsNeeded(image);
  const before = seal(image);
  await runsAndStops(image);
  assert.deepEqual(filesOf(image.root), before, 'something was written into the image');
  say(`holds ${before.length} files and folders, starts, answers, and stops; nothing was written`);
} finally {
  spawnSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true });
}

function holdsWhatIsNeeded(image: Image): void {
  assert.deepEqual(readdirSync(image.root), [image.workdir.slice(1)]);
  assert.deepEqual(readdirSync(inside(image, '.')).sort(), [
    'LICENSE',
    'dist',
    'node_modules',
    'package.json',
    'proto',
  ]);
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
  };
  for (const [path, { dev = false, optional = false }] of Object.entries(packages)) {
    const isThere = lstatSync(inside(image, path), { throwIfNoEntry: false }) !== undefined;
    assert.ok(isThere || dev || optional, `${path} is missing`);
    assert.ok(!isThere || !dev, `${path} is of no use in the image`);
  }
}

/** Makes the image's files unwritable, and tells what they are. */
function seal(image: Image): string[] {
  assert.equal(spawnSync('chmod', ['-R', 'a-w', image.root]).status, 0);
  return filesOf(image.root);
}

/** Every path with what changes when it is written. */
function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const { size, mode, mtimeMs, ctimeMs } = lstatSync(join(root, path));
      return [path, size, mode, mtimeMs, ctimeMs].join(' ');
    });
}

async function runsAndStops(image: Image): Promise<void> {
  // On all addresses as the image says, but on any port that is free.
  const listening = Object.fromEntries(
    Object.entries(image.variables)
      .filter(([name]) => name.endsWith('_LISTEN'))
      .map(([name, address]) => [name, address.replace(/:\d+$/, ':0')]),
  );
  const [running, { gateway, grpc, admin }] = await RunningImage.start(image, listening);
  try {
    for (const door of [gateway, grpc, admin]) assert.equal(parseAddress(door).host, '0.0.0.0');
    for (const path of ['/healthz', '/readyz']) {
      const { status } = await fetch(`http://127.0.0.1:${parseAddress(admin).port}${path}`);
      assert.equal(status, 200, path);
    }
    const found = { HOLDFAST_ADMIN_LISTEN: admin };
    assert.equal(await checkHealth(image, found), 0, 'the health check of a member that serves');
    assert.equal(await running.stop(), 0, 'the exit code after SIGTERM');
    assert.equal(await checkHealth(image, found), 1, 'the health check of one that does not');
  } finally {
    running.kill();
  }
}

function say(text: string): void {
  process.stdout.write(`check-image: ${text}\n`);
}
