import type { Config } from '../config/config.ts';
import { formatAddress } from '../config/relations.ts';
import type { SupervisorLink } from '../coordination/supervisor-link.ts';
import { type AdminLog, AdminServer, type AdminView } from '../runtime/admin-server.ts';

/** Where operators, and whoever sends clients, see how a member stands. */
export interface Showing {
  /** The address to look at, if it is the member's own. */
  readonly admin?: string;
  /** To be called several times a second: this loop turns. */
  turn(): void;
  stop(): Promise<void>;
}

/** Where nothing has changed, how many times `turn` is called before the supervisor is given a sign of life. */
const TURNS_PER_SIGN = 4;

/** An admin listener of the member's own; one of several of a machine tells its supervisor, who has it for all. */
export async function show(
  config: Config,
  supervisor: SupervisorLink | null,
  view: AdminView,
  log: AdminLog,
): Promise<Showing> {
  if (config.machineMember && supervisor !== null) return throughSupervisor(supervisor, view, log);
  const server = new AdminServer(view, log);
  const address = await server.listen(config.adminListen);
  return { admin: formatAddress(address), turn: () => {}, stop: () => server.stop() };
}

function throughSupervisor(supervisor: SupervisorLink, view: AdminView, log: AdminLog): Showing {
  supervisor.onMessage((message) => {
    if (message.type !== 'show-metrics') return;
    const { ask } = message;
    view.metrics().then(
      ({ text }) => supervisor.send({ type: 'metrics', ask, text }),
      (error: unknown) => log.error({ err: error }, 'metrics could not be rendered'),
    );
  });
  let told: boolean | null = null;
  let turns = 0;
  const turn = (): void => {
    const ready = view.ready();
    if (ready === told && ++turns < TURNS_PER_SIGN) return;
    told = ready;
    turns = 0;
    supervisor.send({ type: 'standing', ready });
  };
  return { turn, stop: () => Promise.resolve() };
}
