import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { imageParts } from './image-name.ts';
import { applyOperations, type Operation } from './json-patch.ts';
import { asManifest, isMap, type Json, type JsonMap, type Manifest, parseYaml, readYaml, titleOf } from './manifest.ts';

/** What is built so far, and which of it kustomize names after its content at the end. */
interface Gathered {
  readonly manifests: Manifest[];
  readonly generated: Set<Manifest>;
}

const FILE = 'kustomization.yaml';
const FIELDS = ['apiVersion', 'kind', 'resources', 'components', 'configMapGenerator', 'patches', 'images'];
const KINDS = {
  'kustomize.config.k8s.io/v1beta1': 'Kustomization',
  'kustomize.config.k8s.io/v1alpha1': 'Component',
} as const;

/**
 * The objects that `kubectl apply -k FOLDER` would send: as much of kustomize as k8s/ uses, so that the tests need no
 * kubectl. What it does not know, and what kustomize lets pass although it does nothing, it refuses.
 */
export function buildKustomization(folder: string): Manifest[] {
  const gathered: Gathered = { manifests: [], generated: new Set() };
  gather(folder, gathered, 'Kustomization');
  for (const manifest of gathered.generated) renameAfterContent(manifest, gathered.manifests);
  return gathered.manifests;
}

/** In kustomize's order: resources, components, generators; then what changes all that is there. */
function gather(folder: string, into: Gathered, expected: 'Kustomization' | 'Component'): void {
  const where = join(folder, FILE);
  const [kustomization, ...more] = readYaml(where);
  if (!isMap(kustomization) || more.length > 0) throw new Error(`${where}: is not one map`);
  onlyFields(kustomization, FIELDS, where);
  const { apiVersion, kind } = kustomization;
  if (kind !== expected || KINDS[apiVersion as keyof typeof KINDS] !== expected) {
    throw new Error(`${where}: ${String(apiVersion)} ${String(kind)} is no ${expected}`);
  }
  for (const entry of strings(kustomization['resources'], where)) addResource(join(folder, entry), into);
  for (const entry of strings(kustomization['components'], where)) gather(join(folder, entry), into, 'Component');
  for (const entry of maps(kustomization['configMapGenerator'], where)) generate(entry, into, where);
  for (const entry of maps(kustomization['patches'], where)) patch(entry, folder, into, where);
  for (const entry of maps(kustomization['images'], where)) renameImages(entry, into.manifests, where);
}

function addResource(path: string, into: Gathered): void {
  if (!existsSync(path)) throw new Error(`${path}: there is no such resource`);
  if (statSync(path).isDirectory()) {
    gather(path, into, 'Kustomization');
    return;
  }
  for (const document of readYaml(path)) add(asManifest(document, path), into.manifests);
}

function add(manifest: Manifest, manifests: Manifest[]): void {
  if (manifests.some((other) => titleOf(other) === titleOf(manifest))) throw new Error(`${titleOf(manifest)} twice`);
  manifests.push(manifest);
}

function generate(entry: JsonMap, into: Gathered, where: string): void {
  onlyFields(entry, ['name', 'behavior', 'literals'], where);
  const { name, behavior } = entry;
  if (typeof name !== 'string') throw new Error(`${where}: a generator without a name`);
  const data: JsonMap = {};
  for (const literal of strings(entry['literals'], where)) {
    const [, key, value] = /^([^=]+)=([^'"].*|)$/.exec(literal) ?? [];
    if (key === undefined || value === undefined) throw new Error(`${where}: ${literal} is no KEY=VALUE`);
    if (key in data) throw new Error(`${where}: ${key} twice`);
    data[key] = value;
  }
  const present = into.manifests.find((manifest) => into.generated.has(manifest) && manifest.metadata.name === name);
  if (behavior === 'merge') {
    if (present === undefined) throw new Error(`${where}: there is no ${name} to merge with`);
    present['data'] = { ...(present['data'] as JsonMap), ...data };
  } else if (behavior === undefined) {
    const manifest: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
    add(manifest, into.manifests);
    into.generated.add(manifest);
  } else {
    throw new Error(`${where}: behavior ${String(behavior)} is not known here`);
  }
}

function patch(entry: JsonMap, folder: string, into: Gathered, where: string): void {
  onlyFields(entry, ['path', 'patch', 'target'], where);
  const { path, patch: inline, target } = entry;
  if (!isMap(target)) throw new Error(`${where}: a patch without a target`);
  onlyFields(target, ['kind', 'name'], where);
  const found = into.manifests.find(
    ({ kind, metadata }) => kind === target['kind'] && metadata.name === target['name'],
  );
  if (found === undefined) throw new Error(`${where}: there is no ${JSON.stringify(target)} to patch`);
  const text = typeof inline === 'string' ? inline : readFileSync(join(folder, String(path)), 'utf8');
  const [body] = parseYaml(text, where);
  if (Array.isArray(body)) {
    applyOperations(found, body as unknown as Operation[]);
  } else if (isMap(body) && body['$patch'] === 'delete') {
    into.manifests.splice(into.manifests.indexOf(found), 1);
  } else {
    throw new Error(`${where}: a patch that is neither a list of operations nor $patch: delete`);
  }
}

function renameImages(entry: JsonMap, manifests: readonly Manifest[], where: string): void {
  onlyFields(entry, ['name', 'newName', 'newTag'], where);
  const { name, newName = name, newTag } = entry;
  let found = 0;
  for (const container of manifests.flatMap((manifest) => containersIn(manifest))) {
    const present = imageParts(String(container['image']));
    if (present.name !== name) continue;
    const tag = newTag ?? present.tag;
    container['image'] = tag === null ? String(newName) : `${String(newName)}:${String(tag)}`;
    found++;
  }
  if (found === 0) throw new Error(`${where}: no container has the image ${String(name)}`);
}

function containersIn(value: Json): JsonMap[] {
  if (Array.isArray(value)) return value.flatMap(containersIn);
  if (!isMap(value)) return [];
  const own = ['containers', 'initContainers'].flatMap((name) => value[name] ?? []).filter(isMap);
  return [...own, ...Object.values(value).flatMap(containersIn)];
}

/** As kustomize does it, so that the names are the very same. */
function renameAfterContent(generated: Manifest, manifests: readonly Manifest[]): void {
  const before = generated.metadata.name;
  const data = Object.fromEntries(Object.entries(generated['data'] as JsonMap).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = JSON.stringify({ data, kind: generated.kind, name: '' });
  const harmless: Record<string, string> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
  generated.metadata.name = `${before}-${digest.replaceAll(/[013ae]/g, (letter) => harmless[letter] ?? letter)}`;
  for (const manifest of manifests) renameReferences(manifest, before, generated.metadata.name);
}

function renameReferences(value: Json, before: string, after: string): void {
  if (Array.isArray(value)) for (const each of value) renameReferences(each, before, after);
  if (!isMap(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const isReference = ['configMapRef', 'configMapKeyRef', 'configMap'].includes(key) && isMap(child);
    if (isReference && child['name'] === before) child['name'] = after;
    else renameReferences(child, before, after);
  }
}

function onlyFields(map: JsonMap, known: readonly string[], where: string): void {
  const unknown = Object.keys(map).find((field) => !known.includes(field));
  if (unknown !== undefined) throw new Error(`${where}: ${unknown} is not known here`);
}

function strings(value: Json | undefined, where: string): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw new Error(`${where}: ${JSON.stringify(value)} is no list of texts`);
}

function maps(value: Json | undefined, where: string): JsonMap[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every(isMap)) return value;
  throw new Error(`${where}: ${JSON.stringify(value)} is no list of maps`);
}
