import type { Command } from '../cli/command.ts';
import { USAGE_EXIT_CODE } from '../config/cli.ts';
import { StoreMemory } from '../coordination/store-memory.ts';
import { SystemClock } from '../runtime/clock.ts';
import { createLog, standardOutput } from '../runtime/log.ts';
import { renderAddressTable } from './address-table.ts';
import { DECIDED_NAMES, DEFAULT_MEMBERS, MEMBERS, planCluster } from './cluster-plan.ts';
import { launcherOf } from './launch.ts';
import { runSupervisor, surroundingsOf } from './run-supervisor.ts';
import { StoreDesk } from './store-desk.ts';
import { Supervisor } from './supervisor.ts';

/** `holdfast cluster`: a whole cluster on one machine, for those who want to see one. */
export const CLUSTER_COMMAND: Command = {
  name: 'cluster',
  summary: 'Runs several members on this machine. "holdfast cluster --help" says how.',
  help: `Usage: holdfast cluster [--members NUMBER] [--SETTING VALUE]...

Runs a cluster of several members on this machine, each a process of its own, until SIGTERM or SIGINT. A member that
ends is started again. Who holds what is kept in this process's memory: for several machines, run "holdfast serve" on
each, with coordination etcd.

  --members NUMBER
      How many. Default: ${DEFAULT_MEMBERS}. Allowed: ${MEMBERS.allowed}.

The settings of "holdfast serve" are passed on to every member, however they are given, except for those that are
decided here:
${wrapNames(DECIDED_NAMES)}
`,
  run,
};

async function run(args: readonly string[]): Promise<number> {
  const plan = planCluster(args, process.env);
  if (!plan.ok) {
    process.stderr.write(`holdfast: ${plan.line}\n`);
    return USAGE_EXIT_CODE;
  }
  process.stderr.write(`${renderAddressTable(plan)}\n`);

  const output = standardOutput();
  const log = createLog(plan.logLevel, output);
  const clock = new SystemClock();
  const desk = new StoreDesk(new StoreMemory(), clock, log);
  const launch = launcherOf(process.argv[1] ?? '');
  return await runSupervisor(new Supervisor(plan.members, desk, surroundingsOf(launch, clock, log, output)), log);
}

function wrapNames(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const line = lines.at(-1) ?? '';
    if (line.length + name.length > 100) lines.push(name);
    else lines[lines.length - 1] = line === '' ? name : `${line}, ${name}`;
  }
  return lines.map((line) => `  ${line}`).join(',\n');
}
