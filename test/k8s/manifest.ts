import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/** A value as JSON has them. */
export type Json = null | boolean | number | string | Json[] | JsonMap;

export interface JsonMap {
  [name: string]: Json;
}

/** A Kubernetes object. */
export type Manifest = JsonMap & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: JsonMap & { name: string };
};

/** Every document of a YAML file, read as kubectl reads it: by YAML 1.1, in which `on` is true and 0440 is 288. */
export function readYaml(path: string): Json[] {
  return parseYaml(readFileSync(path, 'utf8'), path);
}

export function parseYaml(text: string, where: string): Json[] {
  const documents = [...parseAllDocuments(text, { version: '1.1', uniqueKeys: true, prettyErrors: false })];
  return documents.map((document) => {
    const [trouble] = [...document.errors, ...document.warnings];
    if (trouble !== undefined) throw new Error(`${where}: ${trouble.message}`);
    return document.toJS() as Json;
  });
}

export function asManifest(value: Json, where: string): Manifest {
  if (!isMap(value)) throw new Error(`${where}: a document that is no map`);
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') throw new Error(`${where}: no apiVersion or kind`);
  if (!isMap(metadata) || typeof metadata['name'] !== 'string') throw new Error(`${where}: ${kind} without a name`);
  return value as Manifest;
}

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How an object is called here: `StatefulSet/holdfast`. */
export function titleOf(manifest: Manifest): string {
  return `${manifest.kind}/${manifest.metadata.name}`;
}
