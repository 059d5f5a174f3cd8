import { monotonic } from './monotonic.ts';
import type { Row } from './row.ts';
import { inSeconds } from './stage.ts';

const SECONDS = 60;
const REST = 5_000;
/** How long the store stays away after a member was killed: longer than takeovers take when it is there. */
const AWAY_WITH_DEAD = 4_000;
const BACK_BOUND = 5_000;

export const etcdStop: Row = {
  name: 'etcd-stop',
  about: 'etcd is stopped for 60 s; then stopped, a member killed, and started again',
  wantsCluster: true,
  wired: false,
  asksCrossedAgain: false,
  longestWait: null,
  async play(stage) {
    const { cluster } = stage;
    const { etcd } = cluster;
    if (etcd === null) throw new Error('this row wants etcd');

    const away = stage.fault('etcd away', []);
    await etcd.stop();
    await stage.wait((stage.seconds ?? SECONDS) * 1000);
    await etcd.start();
    await stage.answersAgain(away, { within: 0, from: monotonic() });
    await stage.mended(away);
    await stage.wait(REST);

    const id = stage.anyHolder();
    await etcd.stop();
    // Without the store nobody may take over: every client may have to wait too long.
    const fault = stage.fault(`etcd away, and ${id} killed`, ['*']);
    const member = cluster.member(id);
    await member.kill();
    await stage.wait(AWAY_WITH_DEAD);
    const back = await etcd.start();
    const spared = { ...fault, harmed: [id] };
    const again = await stage.answersAgain(spared, { from: back });
    fault.answeredAgain = again;
    stage.say(`  etcd came back: every partition answered ${inSeconds(again)} later`);
    await member.start();
    await stage.mended(fault);
    await stage.wait(REST);
    return [
      {
        what: 'time from the return of etcd until every partition answered',
        measured: again,
        most: BACK_BOUND,
        unit: ' ms',
      },
    ];
  },
};
