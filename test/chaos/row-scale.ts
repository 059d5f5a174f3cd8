import type { Row } from './row.ts';
import { inSeconds } from './stage.ts';

const SPREAD_BOUND = 180_000;
const STOP_BOUND = 75_000;
const REST = 5_000;

export const scale: Row = {
  name: 'scale',
  about: 'two members join, then they are drained: everybody has a fair share each time',
  wantsCluster: true,
  wired: false,
  asksCrossedAgain: true,
  longestWait: null,
  async play(stage) {
    const { cluster, load } = stage;
    const ids = [0, 1].map((number) => `m${cluster.plan.members + number}`);

    const joining = stage.fault('join', []);
    const joined = await Promise.all(ids.map((id) => cluster.make(id)));
    await Promise.all(joined.map((member) => member.start()));
    await load.doors(cluster.doors);
    joining.until = await cluster.fairlySpread(SPREAD_BOUND);
    stage.say(`  ${ids.join(' and ')} joined: fairly spread after ${inSeconds(joining.until - joining.from)}`);
    await stage.wait(REST);

    let unclean = 0;
    for (const member of joined.reverse()) {
      const leaving = stage.fault(`drain of ${member.id}`, []);
      const { code } = await member.stop(STOP_BOUND);
      if (code !== 0) unclean++;
      cluster.forget(member.id);
      leaving.until = await cluster.fairlySpread(SPREAD_BOUND);
      stage.say(`  ${member.id} left: fairly spread after ${inSeconds(leaving.until - leaving.from)}`);
    }
    await stage.wait(REST);
    return [{ what: 'members that ended with trouble', measured: unclean, most: 0, unit: '' }];
  },
};
