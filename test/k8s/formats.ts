import { isMap, type Json, type Manifest, titleOf } from './manifest.ts';

/** Fields that are texts to the types, and of which the API takes these alone. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  podManagementPolicy: ['OrderedReady', 'Parallel'],
  whenUnsatisfiable: ['DoNotSchedule', 'ScheduleAnyway'],
  policyTypes: ['Ingress', 'Egress'],
  accessModes: ['ReadWriteOnce', 'ReadWriteOncePod'],
  fsGroupChangePolicy: ['Always', 'OnRootMismatch'],
  clusterIP: ['None'],
};

const LABEL_VALUE = /^([a-z0-9A-Z]([-_.a-z0-9A-Z]{0,61}[a-z0-9A-Z])?)?$/;
const LABEL_NAME = /^([a-z0-9]([-.a-z0-9]*[a-z0-9])?\/)?[a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const OBJECT_NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const PORT_NAME = /^(?=.{1,15}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const QUANTITY = /^\d+(\.\d+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/;

/** What the types of the Kubernetes API leave open and its server refuses. */
export function formatComplaints(manifests: readonly Manifest[]): string[] {
  return manifests.flatMap((manifest) => {
    const named = OBJECT_NAME.test(manifest.metadata.name) ? [] : ['metadata.name'];
    return [...named, ...wrongIn(manifest, '')].map((path) => `${titleOf(manifest)}: ${path} is not in its form`);
  });
}

function wrongIn(value: Json, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => wrongIn(each, `${path}[${index}]`));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return isFit(name, child) ? wrongIn(child, at) : [at];
  });
}

function isFit(name: string, value: Json): boolean {
  const choices = CHOICES[name];
  if (choices !== undefined) return [value].flat().every((each) => choices.includes(String(each)));
  switch (name) {
    case 'labels':
    case 'matchLabels':
      return entriesAre(value, LABEL_NAME, LABEL_VALUE);
    case 'requests':
    case 'limits':
      return entriesAre(value, LABEL_NAME, QUANTITY);
    case 'ports':
      return Array.isArray(value) && value.every((port) => isMap(port) && isPort(port));
    default:
      return true;
  }
}

function isPort(port: Readonly<Record<string, Json>>): boolean {
  return Object.entries(port).every(([name, value]) => {
    if (typeof value === 'number') return Number.isInteger(value) && value >= 1 && value <= 65_535;
    return name === 'protocol' ? value === 'TCP' : PORT_NAME.test(String(value));
  });
}

function entriesAre(value: Json, names: RegExp, values: RegExp): boolean {
  if (!isMap(value)) return false;
  return Object.entries(value).every(([name, each]) => names.test(name) && values.test(String(each)));
}
