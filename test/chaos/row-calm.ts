import type { Row } from './row.ts';

const SECONDS = 30;

export const calm: Row = {
  name: 'calm',
  about: 'nothing is done: what the load and the machine do by themselves',
  wantsCluster: false,
  wired: false,
  asksCrossedAgain: false,
  longestWait: null,
  async play(stage) {
    await stage.wait((stage.seconds ?? SECONDS) * 1000);
    return [];
  },
};
