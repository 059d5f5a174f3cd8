import type { Row } from './row.ts';

const ROUNDS = 2;
/** The members' own drain-limit, and what comes after it. */
const STOP_BOUND = 75_000;
const REST = 1_000;

export const rolling: Row = {
  name: 'rolling',
  about: 'SIGTERM of each member in turn, twice, each started again when it has ended',
  wantsCluster: true,
  wired: false,
  asksCrossedAgain: true,
  longestWait: 250,
  async play(stage) {
    const { cluster } = stage;
    let unclean = 0;
    for (let round = 0; round < (stage.times ?? ROUNDS); round++) {
      for (const { id } of cluster.holders) {
        const member = cluster.member(id);
        // Nobody is harmed: every client is owed an answer.
        const fault = stage.fault(`stop of ${id}`, []);
        const { code } = await member.stop(STOP_BOUND);
        if (code !== 0) unclean++;
        await member.start();
        await stage.mended(fault);
        await stage.wait(REST);
      }
    }
    return [{ what: 'members that ended with trouble', measured: unclean, most: 0, unit: '' }];
  },
};
