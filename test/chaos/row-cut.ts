import { STORE } from './cluster.ts';
import { isHarmed } from './figures.ts';
import { CLOSED, CROSSED, type Trouble } from './load-plan.ts';
import type { Row } from './row.ts';
import type { Stage } from './stage.ts';

const LINK_CUT = 8_000;
const ISOLATED = 15_000;
const REST = 2_000;

export const cut: Row = {
  name: 'cut',
  about: 'a link between two members cut one way, then both ways; then one member cut off from all, and from etcd',
  wantsCluster: true,
  wired: true,
  asksCrossedAgain: false,
  longestWait: 2_000,
  async play(stage) {
    const one = stage.anyHolder();
    const other = stage.cluster.holders.map(({ id }) => id).find((id) => id !== one) as string;
    await cutFor(stage, `${one} to ${other} cut`, [one, other], [[one, other]], LINK_CUT);
    await cutFor(stage, `${one} and ${other} cut`, [one, other], both(one, other), LINK_CUT);

    const alone = stage.anyHolder();
    const rest = [...stage.cluster.all.map(({ id }) => id).filter((id) => id !== alone), STORE];
    const links = rest.flatMap((id) => both(alone, id));
    await cutFor(stage, `${alone} cut off`, [alone], links, ISOLATED);
    return [];
  },
  afterwards(stage, { troubles }) {
    const wrong = unlawful(troubles.filter((trouble) => isHarmed(trouble, stage.harms)));
    for (const text of wrong.slice(0, 5)) stage.say(`  at the gateway of a member that was cut off: ${text}`);
    return [{ what: 'answers that a member which is cut off may not give', measured: wrong.length, most: 0, unit: '' }];
  },
};

type Link = readonly [from: string, to: string];

function both(one: string, other: string): Link[] {
  return [
    [one, other],
    [other, one],
  ];
}

async function cutFor(
  stage: Stage,
  name: string,
  harmed: readonly string[],
  links: readonly Link[],
  length: number,
): Promise<void> {
  const { wires } = stage.cluster;
  if (wires === null) throw new Error('this row wants wires');
  const fault = stage.fault(name, harmed);
  for (const [from, to] of links) wires.set(from, to, { cut: true });
  const answering = stage.answersAgain(fault);
  await stage.wait(length);
  wires.heal();
  await answering;
  await stage.mended(fault);
  await stage.wait(REST);
}

/**
 * What clients of a member that is cut off were told that it may not tell: its gateway answers readers 423 with age 0 and
 * cookie 0, and closes the connections of others; over gRPC it names the trouble. In words.
 */
export function unlawful(troubles: readonly Trouble[]): string[] {
  return troubles.flatMap(({ type, door, command, why }) => {
    if (type !== 'failed' || door !== 'gateway') return [];
    const isRead = command === 'get' || command === 'getExclusive';
    return !isRead && (why === CLOSED || why === CROSSED) ? [] : [`${command}: ${why}`];
  });
}
