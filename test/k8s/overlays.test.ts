import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { complaintsAbout } from './complaints.ts';
import { kubectlKustomize } from './kubectl.ts';
import { buildKustomization } from './kustomization.ts';
import { type Manifest, readYaml, titleOf } from './manifest.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OVERLAYS = readdirSync(join(ROOT, 'k8s/overlays')).sort();
const FOLDERS = ['k8s/base', ...OVERLAYS.map((name) => `k8s/overlays/${name}`), 'test/k8s/everything'];

const build = (folder: string): Manifest[] => buildKustomization(join(ROOT, folder));
const byTitle = (manifests: readonly Manifest[]): Manifest[] =>
  manifests.toSorted((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));

describe('k8s/', () => {
  let complaints: ReadonlyMap<string, readonly string[]>;
  before(() => {
    const found = complaintsAbout(FOLDERS.map(build));
    complaints = new Map(FOLDERS.map((folder, at) => [folder, found[at] ?? []]));
  });

  for (const folder of FOLDERS) {
    it(`${folder} is built as kubectl builds it`, () => {
      const recorded = kubectlKustomize(join(ROOT, folder), folder.replaceAll('/', '-'));
      assert.deepEqual(byTitle(build(folder)), byTitle(recorded));
    });
  }

  for (const folder of FOLDERS.slice(1)) {
    it(`${folder} fits the API, the program and itself`, () => assert.deepEqual(complaints.get(folder), []));
  }

  it('has no members that start without an overlay: each would be a cluster of its own', () => {
    assert.deepEqual(complaints.get('k8s/base'), [
      'StatefulSet/holdfast: does not start: coordination (environment HOLDFAST_COORDINATION): etcd is not enough; allowed: together with etcd-endpoints',
    ]);
  });

  it('has the overlays and components that are documented, and no component that is not tried', () => {
    assert.deepEqual(OVERLAYS, ['bundled-etcd', 'external-etcd', 'single-member']);
    const [everything] = readYaml(join(ROOT, 'test/k8s/everything/kustomization.yaml'));
    const tried = (everything as { components: string[] }).components.map((path) => path.split('/').at(-1));
    assert.deepEqual(tried.sort(), readdirSync(join(ROOT, 'k8s/components')).sort());
  });

  it('makes what each overlay is for', () => {
    const titles = (name: string) => byTitle(build(`k8s/overlays/${name}`)).map((manifest) => titleOf(manifest));
    const withoutHash = (title: string) => title.replace(/^(ConfigMap\/holdfast-settings)-[a-z0-9]{10}$/, '$1');
    const members = [
      'ConfigMap/holdfast-settings',
      'NetworkPolicy/holdfast-members',
      'Service/holdfast-gateway',
      'Service/holdfast-grpc',
      'Service/holdfast-members',
      'StatefulSet/holdfast',
    ];
    const budget = 'PodDisruptionBudget/holdfast';
    const etcd = ['NetworkPolicy', 'PodDisruptionBudget', 'Service', 'StatefulSet'].map(
      (kind) => `${kind}/holdfast-etcd`,
    );
    assert.deepEqual(titles('single-member').map(withoutHash), members);
    assert.deepEqual(titles('external-etcd').map(withoutHash), [...members, budget].sort());
    assert.deepEqual(titles('bundled-etcd').map(withoutHash), [...members, budget, ...etcd].sort());
  });
});
