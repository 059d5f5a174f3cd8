import { clusterOf } from './cluster.ts';
import { etcdComplaints } from './etcd-rules.ts';
import { formatComplaints } from './formats.ts';
import type { Manifest } from './manifest.ts';
import { memberComplaints } from './member-rules.ts';
import { networkComplaints } from './network-rules.ts';
import { podComplaints } from './pod-rules.ts';
import { schemaComplaints } from './schema.ts';

/** Everything that is wrong with each of these sets of objects. One that is not of the API's types is looked at no further. */
export function complaintsAbout(sets: readonly (readonly Manifest[])[]): string[][] {
  const bySchema = schemaComplaints(sets);
  return sets.map((manifests, at) => {
    const first = [...(bySchema[at] ?? []), ...formatComplaints(manifests)];
    if (first.length > 0) return first;
    const cluster = clusterOf(manifests);
    return [
      ...podComplaints(cluster),
      ...networkComplaints(cluster),
      ...memberComplaints(cluster),
      ...etcdComplaints(cluster),
    ];
  });
}
