import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { imageParts } from './image-name.ts';
import { applyOperations } from './json-patch.ts';
import { kubectlKustomize } from './kubectl.ts';
import { buildKustomization } from './kustomization.ts';
import type { Json } from './manifest.ts';

const HEAD = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
    - name: one
      image: house/one
      envFrom:
        - configMapRef:
            name: words
`;

describe('the builder of kustomizations', () => {
  let folder: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const build = (text: string) => {
    write('top/kustomization.yaml', HEAD + text);
    return buildKustomization(join(folder, 'top'));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-kustomize-'));
    write('top/pod.yaml', POD);
    write('base/pod.yaml', POD);
    write(
      'base/kustomization.yaml',
      `${HEAD}resources: [pod.yaml]\nconfigMapGenerator:\n  - name: words\n    literals: [A=1]\n`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const WHOLE = `resources: [../base]
configMapGenerator:
  - name: words
    behavior: merge
    literals: ['B=x=y, z', A=2, EMPTY=]
images:
  - name: house/one
    newTag: v2
  - name: house/one
    newName: example.com/one
patches:
  - target: { kind: Pod, name: a }
    patch: |-
      - { op: add, path: /spec/containers/0/args, value: ['1'] }
      - { op: add, path: /metadata/labels, value: { x.io/y: 'on' } }
      - { op: replace, path: /metadata/labels/x.io~1y, value: 'off' }
      - { op: remove, path: /spec/containers/0/args/0 }
`;

  it('merges settings, sets tags, and names settings after what they say', () => {
    const [pod, settings] = build(WHOLE);
    const name = settings?.metadata.name;
    assert.match(name ?? '', /^words-[a-z0-9]{10}$/);
    assert.deepEqual(settings?.['data'], { A: '2', B: 'x=y, z', EMPTY: '' });
    const envFrom = [{ configMapRef: { name } }];
    assert.deepEqual(pod?.['spec'], { containers: [{ name: 'one', image: 'example.com/one:v2', envFrom, args: [] }] });
    assert.deepEqual(pod?.metadata, { name: 'a', labels: { 'x.io/y': 'off' } });
  });

  it('does so as kubectl does', () => {
    const own = build(WHOLE);
    assert.deepEqual(new Set(own), new Set(kubectlKustomize(join(folder, 'top'), 'whole')));
  });

  it('takes an object out', () => {
    const text = 'resources: [pod.yaml]\npatches:\n  - target: { kind: Pod, name: a }\n    patch: "$patch: delete"\n';
    assert.deepEqual(build(text), []);
  });

  it('refuses what it does not know, and what would do nothing', () => {
    const target = '- target: { kind: Pod, name: a }';
    for (const [text, reason] of [
      ['namePrefix: x-\n', /namePrefix is not known/],
      ['resources: [gone.yaml]\n', /no such resource/],
      ['resources: [pod.yaml, pod.yaml]\n', /Pod\/a twice/],
      ['components: [../base]\n', /is no Component/],
      ['resources: pod.yaml\n', /no list of texts/],
      ['images:\n  - { name: house/one, newTag: v2 }\n', /no container has the image/],
      ['resources: [pod.yaml]\nimages:\n  - { name: house/one, digest: x }\n', /digest is not known/],
      ['configMapGenerator:\n  - { name: w, behavior: merge, literals: [] }\n', /no w to merge with/],
      ['configMapGenerator:\n  - { name: w, files: [x] }\n', /files is not known/],
      ['configMapGenerator:\n  - { name: w, literals: [A=1, A=2] }\n', /A twice/],
      ['configMapGenerator:\n  - { name: w, literals: [A="1"] }\n', /is no KEY=VALUE/],
      [`patches:\n  ${target}\n`, /to patch/],
      [`resources: [pod.yaml]\npatches:\n  ${target}\n    patch: "spec: {}"\n`, /neither a list/],
      [`resources: [pod.yaml]\npatches:\n  - patch: "[]"\n`, /without a target/],
      ['resources: [pod.yaml]\nresources: []\n', /unique/],
    ] as const) {
      assert.throws(() => build(text), { message: reason }, text);
    }
  });
});

describe('operations on objects', () => {
  const after = (target: Json, ...operations: Parameters<typeof applyOperations>[1]): Json => {
    applyOperations(target, operations);
    return target;
  };

  it('add, replace and remove', () => {
    assert.deepEqual(after({ a: [1, 3] }, { op: 'add', path: '/a/1', value: 2 }), { a: [1, 2, 3] });
    assert.deepEqual(after({ a: [1] }, { op: 'add', path: '/a/-', value: { b: 2 } }), { a: [1, { b: 2 }] });
    assert.deepEqual(after({ a: 1 }, { op: 'add', path: '/b~0c~1d', value: 2 }), { a: 1, 'b~c/d': 2 });
    assert.deepEqual(after({ a: [1, 2] }, { op: 'replace', path: '/a/0', value: 5 }), { a: [5, 2] });
    assert.deepEqual(after({ a: [1, 2], b: 3 }, { op: 'remove', path: '/a/0' }, { op: 'remove', path: '/b' }), {
      a: [2],
    });
  });

  it('need what they name', () => {
    for (const operation of [
      { op: 'replace', path: '/b', value: 1 },
      { op: 'remove', path: '/a/2' },
      { op: 'add', path: '/a/3', value: 1 },
      { op: 'add', path: '/b/c', value: 1 },
      { op: 'add', path: 'a', value: 1 },
      { op: 'add', path: '/c' },
      { op: 'add', path: '/a/0/x', value: 1 },
    ] as const) {
      assert.throws(() => after({ a: [1, 2] }, operation), JSON.stringify(operation));
    }
  });
});

describe('names of images', () => {
  it('have a host, a name and a tag', () => {
    for (const [image, registry, name, tag] of [
      ['etcd', null, 'etcd', null],
      ['house/one:v2', null, 'house/one', 'v2'],
      ['localhost/one', 'localhost', 'one', null],
      ['example.com/a/b:1.2', 'example.com', 'a/b', '1.2'],
      ['host:5000/a', 'host:5000', 'a', null],
    ] as const) {
      assert.deepEqual(imageParts(image), { registry, name, tag });
    }
  });
});
