import type { EnvVarSource } from 'kubernetes-types/core/v1.d.ts';
import { CERTIFICATE, PRIVATE_KEY } from '../config/certificates.ts';
import type { Cluster, Pods } from './cluster.ts';

/** The Secrets that docs/kubernetes.md tells to make, with something in each that would do. */
const TLS_FILES = { 'ca.crt': CERTIFICATE, 'tls.crt': CERTIFICATE, 'tls.key': PRIVATE_KEY };
export const SECRETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'holdfast-etcd-tls': TLS_FILES,
  'holdfast-etcd-user': { username: 'holdfast', password: 'secret' },
  'holdfast-member-tls': TLS_FILES,
};

export const NAMESPACE = 'farm';

/** What Kubernetes says of a pod that runs. */
const FIELDS: Readonly<Record<string, (name: string) => string>> = {
  'metadata.name': (name) => name,
  'metadata.namespace': () => NAMESPACE,
  "metadata.labels['topology.kubernetes.io/zone']": () => 'zone-a',
};

/** The variables that the container of pod `name` is started with, as the kubelet makes them. */
export function environmentOf({ container }: Pods, name: string, { configMaps }: Cluster): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const { configMapRef } of container.envFrom ?? []) {
    const map = configMaps.find(({ metadata }) => metadata?.name === configMapRef?.name);
    Object.assign(variables, map?.data);
  }
  for (const { name: variable, value, valueFrom } of container.env ?? []) {
    variables[variable] = valueFrom === undefined ? expand(value ?? '', variables) : told(valueFrom, name);
  }
  return variables;
}

/** Replaces `$(NAME)`. */
export function expand(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\((\w+)\)/g, (whole, name: string) => variables[name] ?? whole);
}

function told({ fieldRef, secretKeyRef }: EnvVarSource, name: string): string {
  if (fieldRef !== undefined) {
    const field = FIELDS[fieldRef.fieldPath];
    if (field === undefined) throw new Error(`a pod does not know its ${fieldRef.fieldPath}`);
    return field(name);
  }
  const value = SECRETS[secretKeyRef?.name ?? '']?.[secretKeyRef?.key ?? ''];
  if (value === undefined) throw new Error(`no Secret has ${secretKeyRef?.name} ${secretKeyRef?.key}`);
  return value;
}

/** What the container finds at `path`: in a Secret, or nothing. Throws as `fs.readFileSync` does. */
export function readInPod({ set, container }: Pods, path: string): string {
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    if (!path.startsWith(`${mountPath}/`)) continue;
    const secret = set.spec?.template.spec?.volumes?.find((volume) => volume.name === name)?.secret;
    const file = path.slice(mountPath.length + 1);
    const key = secret?.items === undefined ? file : secret.items.find((item) => item.path === file)?.key;
    const content = SECRETS[secret?.secretName ?? '']?.[key ?? ''];
    if (content !== undefined) return content;
  }
  throw Object.assign(new Error(`there is no ${path}`), { code: 'ENOENT' });
}
