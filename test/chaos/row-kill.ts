import type { Row } from './row.ts';

const TIMES = 20;
const RESTART_AFTER = 1_000;
const REST = 1_000;

export const kill: Row = {
  name: 'kill',
  about: 'kill -9 of one member, 20 times, each time another by chance; it is started again at once',
  wantsCluster: true,
  wired: false,
  asksCrossedAgain: false,
  longestWait: 2_000,
  async play(stage) {
    const { cluster } = stage;
    for (let time = 1; time <= (stage.times ?? TIMES); time++) {
      const id = stage.anyHolder();
      const fault = stage.fault(`kill ${time}: ${id}`, [id]);
      const member = cluster.member(id);
      await member.kill();
      const answering = stage.answersAgain(fault);
      await stage.wait(RESTART_AFTER);
      await Promise.all([answering, member.start()]);
      await stage.mended(fault);
      await stage.wait(REST);
    }
    return [];
  },
};
