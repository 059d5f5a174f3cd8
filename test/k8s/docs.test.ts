import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { environmentVariable, SETTING_IDS, SETTINGS } from '../../src/config/settings.ts';
import { VERSION } from '../../src/config/version.ts';
import { clusterOf } from './cluster.ts';
import { buildKustomization } from './kustomization.ts';
import { SECRETS } from './pod-environment.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs/kubernetes.md'), 'utf8');

function all(pattern: RegExp): string[] {
  return [...new Set(Array.from(PAGE.matchAll(pattern), ([whole]) => whole))].sort();
}

describe('docs/kubernetes.md', () => {
  it('names folders that are there, and every one that can be applied or taken in', () => {
    const named = all(/\bk8s\/[a-z0-9-]+(\/[a-z0-9-]+)*/g);
    assert.deepEqual(
      named.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
    for (const kind of ['overlays', 'components']) {
      for (const name of readdirSync(join(ROOT, 'k8s', kind))) assert.ok(named.includes(`k8s/${kind}/${name}`), name);
    }
  });

  it('names settings that there are', () => {
    const known = SETTING_IDS.map((id) => environmentVariable(SETTINGS[id].name));
    const named = all(/\bHOLDFAST_[A-Z_]+/g);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((name) => !known.includes(name)),
      [],
    );
  });

  it('builds the image under the name that the manifests ask for', () => {
    assert.deepEqual(all(/docker build .*/g), [`docker build -t holdfast:${VERSION} .`]);
  });

  it('tells to make the Secrets of the overlay that wants some, with what is read of them', () => {
    const made = Array.from(PAGE.matchAll(/create secret generic (\S+)([\s\S]*?)(?=kubectl|```)/g));
    assert.deepEqual(
      made.map(([, name]) => name),
      ['holdfast-etcd-tls', 'holdfast-etcd-user'],
    );
    for (const [, name = '', flags = ''] of made) {
      const keys = Array.from(flags.matchAll(/--from-(?:file|literal)=([\w.]+)/g), ([, key]) => key);
      assert.deepEqual(keys.sort(), Object.keys(SECRETS[name] ?? {}).sort());
    }
  });

  it('shows an overlay that can be built', () => {
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(PAGE) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-k8s-docs-'));
    try {
      symlinkSync(join(ROOT, 'k8s'), join(folder, 'k8s'));
      mkdirSync(join(folder, 'my-cluster'));
      writeFileSync(join(folder, 'my-cluster/kustomization.yaml'), text);
      const { pods, configMaps, monitors } = clusterOf(buildKustomization(join(folder, 'my-cluster')));
      assert.deepEqual(
        pods.map(({ container, replicas }) => [container.image?.split(':')[0], replicas]),
        [
          ['registry.example.com/holdfast', 5],
          ['registry.example.com/etcd', 3],
        ],
      );
      assert.equal(configMaps[0]?.data?.['HOLDFAST_COPIES'], '3');
      assert.equal(monitors.length, 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
