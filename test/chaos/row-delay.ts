import type { Row } from './row.ts';

const SECONDS = 300;
const WEATHER = { delay: 20, loss: 0.01 };

export const delay: Row = {
  name: 'delay',
  about:
    '20 ms of delay each way and 1 % of packets lost between all members, for 5 minutes: nobody takes anything over',
  wantsCluster: true,
  wired: true,
  asksCrossedAgain: false,
  longestWait: null,
  async play(stage) {
    const { cluster } = stage;
    const before = await cluster.sum('holdfast_takeovers_total');
    const ids = cluster.all.map(({ id }) => id);
    const fault = stage.fault('delay and loss', []);
    for (const from of ids) {
      for (const to of ids.filter((id) => id !== from)) cluster.wires?.set(from, to, WEATHER);
    }
    await stage.wait((stage.seconds ?? SECONDS) * 1000);
    cluster.wires?.heal();
    await stage.mended(fault);
    const takeovers = (await cluster.sum('holdfast_takeovers_total')) - before;
    return [{ what: 'takeovers', measured: takeovers, most: 0, unit: '' }];
  },
};
