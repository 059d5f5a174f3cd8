import type { Duration } from '../base/instant.ts';
import { USAGE_EXIT_CODE } from '../config/cli.ts';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { formatAddress } from '../config/relations.ts';
import { StoreMemory } from '../coordination/store-memory.ts';
import { AdminServer } from '../runtime/admin-server.ts';
import { SystemClock } from '../runtime/clock.ts';
import { createLog, standardOutput } from '../runtime/log.ts';
import { workerLauncherOf } from './launch.ts';
import { MachineDesk } from './machine-desk.ts';
import { planMachine } from './machine-plan.ts';
import { after, runSupervisor, surroundingsOf } from './run-supervisor.ts';
import { StoreDesk } from './store-desk.ts';
import { STOP_LIMIT, Supervisor } from './supervisor.ts';

interface Configured {
  readonly config: Config;
  readonly warnings: readonly string[];
}

/** What the members write in Prometheus' text format. */
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * `holdfast serve --members-per-machine N`: members in processes of their own, for which this one accepts connections.
 * Runs them until SIGTERM or SIGINT. What cannot be had at the start ends it with one line.
 *
 * @param argv what follows `serve`
 * @returns the status to end with
 */
export async function runMachine({ config, warnings }: Configured, argv: readonly string[]): Promise<number> {
  const plans = planMachine(config, argv);
  // They differ in nothing that could be wrong: a mistake is told once, before anything runs.
  const loaded = loadConfig(plans[0]?.args.slice(1) ?? [], process.env);
  if (!loaded.ok) return refuse(loaded.line, USAGE_EXIT_CODE);

  const output = standardOutput();
  const log = createLog(config.logLevel, output);
  for (const warning of warnings) log.warn(warning);
  const clock = new SystemClock();
  const ids = plans.map(({ id }) => id);
  const keepsStore = config.coordination === 'embedded';
  const store = keepsStore ? new StoreDesk(new StoreMemory(), clock, log) : null;
  const desk = new MachineDesk(ids, store, clock, after);
  const admin = new AdminServer(
    {
      turning: () => desk.turning,
      ready: () => desk.ready,
      metrics: async () => ({ contentType: METRICS_TYPE, text: await desk.metrics() }),
      advance: null,
    },
    log,
  );
  const adminAt = await admin.listen(config.adminListen).catch((error: Error) => error);
  if (adminAt instanceof Error) return refuse(adminAt.message, 1);
  log.info({ members: ids, admin: formatAddress(adminAt) }, 'starting the members of this machine');
  // With no store but ours, all that the members hold ends with us. Otherwise they hand it over, to other machines.
  const handOver: Duration = keepsStore ? 0 : config.drainLimit;
  const surroundings = surroundingsOf(workerLauncherOf(process.argv[1] ?? ''), clock, log, output);
  const supervisor = new Supervisor(plans, desk, surroundings, handOver + STOP_LIMIT);
  const status = await runSupervisor(supervisor, log, () => desk.stopping());
  await admin.stop();
  return status;
}

function refuse(line: string, status: number): number {
  process.stderr.write(`holdfast: ${line}\n`);
  return status;
}
