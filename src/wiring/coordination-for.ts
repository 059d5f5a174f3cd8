import { assert } from '../base/assert.ts';
import type { Config } from '../config/config.ts';
import type { Announcement, Coordination } from '../coordination/coordination.ts';
import { EmbeddedCoordination } from '../coordination/embedded-coordination.ts';
import { EtcdCoordination } from '../coordination/etcd/etcd-coordination.ts';
import { SupervisedCoordination } from '../coordination/supervised-coordination.ts';
import { SupervisorLink } from '../coordination/supervisor-link.ts';
import type { Clock } from '../member/door.ts';
import type { Log } from '../runtime/log.ts';
import { drawSeed } from './draw-seed.ts';

/** The store that the configuration asks for. `supervisor`: of whoever started this process; null if nobody did. */
export function coordinationFor(
  config: Config,
  announcement: Announcement,
  supervisor: SupervisorLink | null,
  clock: Clock,
  log: Log,
): Coordination {
  switch (config.coordination) {
    case 'embedded':
      return new EmbeddedCoordination(announcement, clock, log);
    case 'supervisor':
      assert(supervisor !== null, 'only a supervisor starts members with its own store');
      return new SupervisedCoordination(announcement, supervisor, clock, log);
    case 'etcd': {
      const { etcdEndpoints, etcdTls, etcdLogin, clusterName } = config;
      assert(etcdEndpoints !== null, 'with etcd goes where it listens');
      const pem = (text: string | null | undefined): Buffer | null => (text == null ? null : Buffer.from(text));
      return new EtcdCoordination(
        {
          endpoints: etcdEndpoints,
          tls: { ca: pem(etcdTls?.ca), cert: pem(etcdTls?.cert), key: pem(etcdTls?.key?.reveal()) },
          user: etcdLogin === null ? null : { name: etcdLogin.user, password: etcdLogin.password.reveal() },
          clusterName,
          announcement,
          seed: drawSeed(),
        },
        clock,
        log,
      );
    }
  }
}

/** The process that started this one, where there must be one. */
export async function supervisorFor(config: Config): Promise<SupervisorLink | null> {
  if (config.coordination !== 'supervisor' && !config.machineMember) return null;
  const link = SupervisorLink.ofThisProcess();
  const [words, command] = config.machineMember ? ['machine-member', 'serve'] : ['coordination supervisor', 'cluster'];
  if (link === null) throw new Error(`${words} is for members that "holdfast ${command}" starts`);
  return link;
}
