import { killTakenAlong } from '../../test/process/children.ts';
import type { BenchOptions, Bound, Verdict } from '../benchmark.ts';
import { grpc } from '../grpc.ts';
import { Load } from '../load.ts';
import { loops } from '../loops.ts';
import { pinnedTo } from '../machine.ts';
import { MEMCACHED } from '../memcached-process.ts';
import { REDIS } from '../redis-process.ts';
import { isOnPath } from '../server-process.ts';
import { copies } from './copies.ts';
import { memory } from './memory.ts';
import type { CompareOptions, PartName } from './options.ts';
import { type Part, renderFindings } from './part.ts';
import { pauses } from './pauses.ts';
import { throughput } from './throughput.ts';

const PARTS: Readonly<Record<Exclude<PartName, OwnName>, Part>> = { throughput, copies, memory, pauses };

/** Beside floors of their own, with load of their own, and their own tables: they can be run by themselves, too. */
const OWN = { grpc, loops } as const satisfies Readonly<Record<string, (options: BenchOptions) => Promise<Verdict>>>;
type OwnName = keyof typeof OWN;

interface Played {
  readonly part: PartName;
  readonly figures: unknown;
  readonly bounds: readonly Bound[];
}

/**
 * Holdfast beside the floor server, Redis and memcached: the same machine, the same load process, the same sessions.
 * All servers share one core and the load has another; CPU time is that of the server processes alone, all of them.
 */
export async function compare(options: CompareOptions): Promise<Verdict> {
  const missing = [REDIS, MEMCACHED].filter((program) => !isOnPath(program));
  const skipped = missing.map((program) => `no rows of ${program}: it is not on the PATH`);
  const pinned = pinnedTo(0);
  if (pinned.length === 0) skipped.push('nothing is pinned to a core: that takes two cores and taskset');
  const played: Played[] = [];
  console.log(`medians of ${options.rounds} rounds of ${options.seconds} s; an op is one request\n`);
  if (skipped.length > 0) console.log(`${skipped.join('\n')}\n`);
  const failed: Bound[] = [];
  for (const part of options.only) {
    const load = new Load(pinnedTo(1));
    try {
      if (part === 'grpc' || part === 'loops') {
        played.push({ part, ...(await OWN[part](options)) });
        console.log('');
      } else {
        const findings = await PARTS[part]({ options, load, pinned, has: isOnPath });
        played.push({ part, ...findings });
        // At once: a run takes long.
        console.log(`${renderFindings(findings)}\n`);
      }
    } catch (error) {
      // Nor is the rest lost because of one part.
      console.log(`${part}: ${error instanceof Error ? error.stack : error}\n`);
      failed.push({ what: `${part}: not measured to its end`, measured: 1, most: 0, unit: '' });
      killTakenAlong();
    }
    load.close();
  }
  const figures = { options, skipped, parts: played };
  return { figures, bounds: [...played.flatMap(({ bounds }) => bounds), ...failed] };
}
