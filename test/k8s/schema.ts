import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Manifest, titleOf } from './manifest.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

/** Where the type of each kind of object is found. */
const TYPES: Readonly<Record<string, string>> = {
  'apps/v1 StatefulSet': 'kubernetes-types/apps/v1',
  'v1 ConfigMap': 'kubernetes-types/core/v1',
  'v1 Service': 'kubernetes-types/core/v1',
  'policy/v1 PodDisruptionBudget': 'kubernetes-types/policy/v1',
  'networking.k8s.io/v1 NetworkPolicy': 'kubernetes-types/networking/v1',
  'monitoring.coreos.com/v1 ServiceMonitor': 'service-monitor.ts',
};

const OPTIONS = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  module: 'nodenext',
  target: 'es2023',
  types: [],
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  paths: {
    'kubernetes-types/*': [join(ROOT, 'node_modules/kubernetes-types/*')],
    'service-monitor.ts': [join(ROOT, 'test/k8s/service-monitor.ts')],
  },
};

/**
 * What is wrong with objects by the types of the Kubernetes API: each becomes a literal of its type, and the compiler
 * tells unknown fields, missing ones and values of a wrong type. All sets in one run, because a run takes most of it.
 *
 * @returns per set its complaints
 */
export function schemaComplaints(sets: readonly (readonly Manifest[])[]): string[][] {
  const complaints: string[][] = sets.map(() => []);
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-k8s-'));
  try {
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, include: ['src'] }));
    for (const [at, manifests] of sets.entries()) {
      for (const [index, manifest] of manifests.entries()) {
        const module = TYPES[`${manifest.apiVersion} ${manifest.kind}`];
        if (module === undefined) {
          complaints[at]?.push(
            `${titleOf(manifest)}: ${manifest.apiVersion} has no kind of this name that is used here`,
          );
        } else {
          writeFileSync(join(folder, 'src', `${at}-${index}.ts`), literal(module, manifest));
        }
      }
    }
    const { status, stdout, error } = spawnSync(process.execPath, [TSC, '-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    const errors = Array.from(
      stdout.matchAll(/^(?:.*\/)?(\d+)-(\d+)\.ts\((\d+),\d+\): error \w+: (.*(?:\n {2}.*)*)/gm),
    );
    // Anything else that fails the compiler is no fault of the objects.
    const told = stdout.match(/error TS\d+/g)?.length ?? 0;
    if (told !== errors.length || (status === 0) !== (told === 0)) {
      throw new Error(`tsc ended with ${status}:\n${stdout}`);
    }
    for (const [, at, index, line, text] of errors) {
      const manifest = sets[Number(at)]?.[Number(index)];
      if (manifest === undefined) throw new Error(`tsc speaks of a file that was not written: ${text}`);
      const written = literal('', manifest).split('\n')[Number(line) - 1]?.trim();
      complaints[Number(at)]?.push(`${titleOf(manifest)}: ${written} ${text?.replaceAll(/\s+/g, ' ')}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return complaints;
}

function literal(module: string, manifest: Manifest): string {
  return [
    `import type { ${manifest.kind} } from '${module}';`,
    `export const it: ${manifest.kind} = ${JSON.stringify(manifest, null, 2)};`,
  ].join('\n');
}
