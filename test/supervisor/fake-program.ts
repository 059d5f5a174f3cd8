// What the real program is to `holdfast cluster`, as far as the supervisor goes: `cluster` runs the real command, which
// starts this file again with `serve`, as a member that holds nothing and says on standard output what it sees.
import { loadConfig } from '../../src/config/load-config.ts';
import { SupervisedCoordination } from '../../src/coordination/supervised-coordination.ts';
import { SupervisorLink } from '../../src/coordination/supervisor-link.ts';
import { SystemClock } from '../../src/runtime/clock.ts';
import { CLUSTER_COMMAND } from '../../src/supervisor/cluster-command.ts';

const [command, ...args] = process.argv.slice(2);
if (command === 'cluster') process.exitCode = await CLUSTER_COMMAND.run(args);
else await serve();

async function serve(): Promise<void> {
  const loaded = loadConfig(args, process.env);
  if (!loaded.ok) throw new Error(loaded.line);
  const { memberId: member, zone, copies } = loaded.config;
  const link = SupervisorLink.ofThisProcess();
  if (link === null) throw new Error('nobody started this');
  const say = (msg: string, more: object = {}): void =>
    void process.stdout.write(`${JSON.stringify({ member, msg, ...more })}\n`);

  const announcement = { member, zone, address: 'nowhere:1', version: '1', gatewayOnly: false };
  const log = { warn: () => {}, info: () => {} };
  const coordination = new SupervisedCoordination(announcement, link, new SystemClock(), log);
  link.onClusterEnd((why) => {
    // Standard output ends with the supervisor; standard error is not its own.
    process.stderr.write(`${member}: ${why}\n`);
    process.exit(0);
  });
  const incarnation = await coordination.draw();
  say('began', { incarnation, pid: process.pid, copies });
  coordination.begin(incarnation, {
    tableSeen: (document, fresh) => {
      say('table', { document, fresh });
      if (document === null) coordination.swap(null, `made by ${member}, ${'x'.repeat(100_000)}`);
    },
    membersSeen: (members) => say('members', { members: members.map((each) => each.incarnation) }),
    unreachable: (reason) => say('unreachable', { reason }),
  });
}
