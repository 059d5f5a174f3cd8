import { killTakenAlong } from '../../test/process/children.ts';
import type { Bound, Verdict } from '../benchmark.ts';
import { Load } from '../load.ts';
import { pinnedTo } from '../machine.ts';
import { MEMCACHED } from '../memcached-process.ts';
import { REDIS } from '../redis-process.ts';
import { isOnPath } from '../server-process.ts';
import { copies } from './copies.ts';
import { memory } from './memory.ts';
import type { CompareOptions, PartName } from './options.ts';
import { type Findings, type Part, renderFindings } from './part.ts';
import { pauses } from './pauses.ts';
import { throughput } from './throughput.ts';

/** In this order. */
const PARTS: Readonly<Record<PartName, Part>> = { throughput, copies, memory, pauses };

/**
 * Holdfast beside the floor server, Redis and memcached: the same machine, the same load process, the same sessions.
 * All servers share one core and the load has another; CPU time is that of the server processes alone, all of them.
 */
export async function compare(options: CompareOptions): Promise<Verdict> {
  const missing = [REDIS, MEMCACHED].filter((program) => !isOnPath(program));
  const skipped = missing.map((program) => `no rows of ${program}: it is not on the PATH`);
  const pinned = pinnedTo(0);
  if (pinned.length === 0) skipped.push('nothing is pinned to a core: that takes two cores and taskset');
  const played: Array<Findings & { readonly part: PartName }> = [];
  console.log(`medians of ${options.rounds} rounds of ${options.seconds} s; an op is one request\n`);
  if (skipped.length > 0) console.log(`${skipped.join('\n')}\n`);
  const failed: Bound[] = [];
  for (const part of options.only) {
    const load = new Load(pinnedTo(1));
    try {
      const findings = await PARTS[part]({ options, load, pinned, has: isOnPath });
      played.push({ part, ...findings });
      // At once: a run takes long.
      console.log(`${renderFindings(findings)}\n`);
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
