import { monotonic } from './monotonic.ts';
import type { Row } from './row.ts';

const LENGTHS = [1_000, 3_000, 10_000];
const REST = 2_000;

export const pause: Row = {
  name: 'pause',
  about: 'SIGSTOP of one member for 1, 3 and 10 s, then SIGCONT',
  wantsCluster: true,
  wired: false,
  asksCrossedAgain: false,
  longestWait: 2_000,
  async play(stage) {
    const { cluster } = stage;
    for (let round = 0; round < (stage.times ?? 1); round++) {
      for (const length of LENGTHS) {
        const member = cluster.member(stage.anyHolder());
        const fault = stage.fault(`pause of ${length / 1000} s: ${member.id}`, [member.id]);
        member.pause();
        const answering = stage.answersAgain(fault);
        await stage.wait(length);
        member.resume();
        stage.standstills.push({ from: fault.from, until: monotonic() });
        await answering;
        await stage.mended(fault);
        await stage.wait(REST);
      }
    }
    return [];
  },
};
