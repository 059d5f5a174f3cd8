import type { StatefulSet } from 'kubernetes-types/apps/v1.d.ts';
import type { ConfigMap, Container, Service } from 'kubernetes-types/core/v1.d.ts';
import type { NetworkPolicy } from 'kubernetes-types/networking/v1.d.ts';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1.d.ts';
import type { Manifest } from './manifest.ts';
import type { ServiceMonitor } from './service-monitor.ts';

export type Labels = Readonly<Record<string, string>>;

/** The pods of one StatefulSet; all of them are alike. */
export interface Pods {
  readonly title: string;
  readonly name: string;
  readonly replicas: number;
  readonly labels: Labels;
  readonly set: StatefulSet;
  /** The only one that it has. */
  readonly container: Container;
  /** Its ports by their names. */
  readonly ports: ReadonlyMap<string, number>;
}

/** What one kustomization makes, sorted. Reads what schema.ts found to be of the right types. */
export interface Cluster {
  readonly pods: readonly Pods[];
  readonly services: readonly Service[];
  readonly configMaps: readonly ConfigMap[];
  readonly budgets: readonly PodDisruptionBudget[];
  readonly policies: readonly NetworkPolicy[];
  readonly monitors: readonly ServiceMonitor[];
}

export function clusterOf(manifests: readonly Manifest[]): Cluster {
  const ofKind = (kind: string): readonly unknown[] => manifests.filter((manifest) => manifest.kind === kind);
  return {
    pods: (ofKind('StatefulSet') as readonly StatefulSet[]).map(podsOf),
    services: ofKind('Service') as readonly Service[],
    configMaps: ofKind('ConfigMap') as readonly ConfigMap[],
    budgets: ofKind('PodDisruptionBudget') as readonly PodDisruptionBudget[],
    policies: ofKind('NetworkPolicy') as readonly NetworkPolicy[],
    monitors: ofKind('ServiceMonitor') as readonly ServiceMonitor[],
  };
}

function podsOf(set: StatefulSet): Pods {
  const name = set.metadata?.name ?? '';
  const [container, ...more] = set.spec?.template.spec?.containers ?? [];
  if (container === undefined || more.length > 0) throw new Error(`${name}: these rules are for pods of one container`);
  return {
    title: `StatefulSet/${name}`,
    name,
    replicas: set.spec?.replicas ?? 1,
    labels: set.spec?.template.metadata?.labels ?? {},
    set,
    container,
    ports: new Map((container.ports ?? []).map((port) => [port.name ?? '', port.containerPort])),
  };
}

/** Whether a selector takes what has these labels. One that takes everything counts as a slip: it takes nothing here. */
export function selects(selector: Labels | undefined, labels: Labels): boolean {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([name, value]) => labels[name] === value);
}
