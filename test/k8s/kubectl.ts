import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asManifest, type Manifest, parseYaml } from './manifest.ts';

/** By name, what kubectl wrote. */
const RECORD = fileURLToPath(new URL('./kubectl-builds.json', import.meta.url));
/** Before kustomize 5 it knew less than k8s/ uses. */
const LEAST_KUSTOMIZE = 5;

/**
 * What `kubectl apply -k FOLDER` would send, as it was recorded under `name`. Where there is a kubectl it is asked too,
 * and has to agree with the record; with UPDATE=1 it writes it.
 */
export function kubectlKustomize(folder: string, name: string): Manifest[] {
  const record = JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, string>;
  const asked = isKubectlThere() ? ask(folder) : null;
  if (process.env['UPDATE'] === '1' && asked !== null) {
    record[name] = asked;
    writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
  }
  const recorded = read(record[name] ?? '');
  if (asked !== null)
    assert.deepEqual(recorded, read(asked), `${name} is not what kubectl says: record it with UPDATE=1`);
  return recorded;
}

function isKubectlThere(): boolean {
  const { status, stdout } = spawnSync('kubectl', ['version', '--client', '--output', 'json'], { encoding: 'utf8' });
  const major = status === 0 ? /"kustomizeVersion":\s*"v(\d+)\./.exec(stdout)?.[1] : undefined;
  return Number(major ?? 0) >= LEAST_KUSTOMIZE;
}

function ask(folder: string): string {
  const { status, stdout, stderr } = spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`kubectl kustomize ${folder}: ${stderr}`);
  return stdout;
}

function read(text: string): Manifest[] {
  return parseYaml(text, 'kubectl').map((document) => asManifest(document, 'kubectl'));
}
