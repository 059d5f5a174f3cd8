import type { LabelSelector, ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';

/** As much of the Prometheus operator's object as is used here; schema.ts names this file. */
export interface ServiceMonitor {
  readonly apiVersion: 'monitoring.coreos.com/v1';
  readonly kind: 'ServiceMonitor';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly selector: LabelSelector;
    readonly endpoints: readonly { readonly port: string; readonly path: string; readonly interval: string }[];
  };
}
