import { monotonic } from './monotonic.ts';
import type { Row } from './row.ts';
import { inSeconds } from './stage.ts';

const DOWN = 1_000;
const FORMS_BOUND = 60_000;
const REST = 5_000;

export const restartAll: Row = {
  name: 'restart-all',
  about: 'all members are killed at once: they form a cluster again by themselves, empty, and say so loudly',
  wantsCluster: false,
  wired: false,
  asksCrossedAgain: false,
  longestWait: null,
  async play(stage) {
    const { cluster } = stage;
    const loud = (): number => cluster.logged('"level":"error"', 'SESSIONS LOST');
    const before = loud();
    const fault = stage.fault('all killed', ['*']);
    await Promise.all(cluster.all.map((member) => member.kill()));
    await stage.wait(DOWN);
    await Promise.all(cluster.all.map((member) => member.start()));
    await cluster.whole(FORMS_BOUND);
    await stage.load.doors(cluster.doors);
    const again = await stage.answersAgain(fault, { within: 0 });
    stage.losses.push({ from: fault.from, until: monotonic() });
    await stage.mended(fault);
    stage.say(`  serves again, empty, after ${inSeconds(again)}`);
    await stage.wait(REST);
    // A member that was alone has nobody to tell it that anything was lost.
    const saysSo = cluster.etcd === null || loud() > before ? 1 : 0;
    return [
      { what: 'silence about lost sessions', measured: 1 - saysSo, most: 0, unit: '' },
      { what: 'time until it serves again', measured: again, most: FORMS_BOUND, unit: ' ms' },
    ];
  },
};
