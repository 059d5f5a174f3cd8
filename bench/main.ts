import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BenchOptions, describeBound, holds, type Verdict } from './benchmark.ts';
import { cluster } from './cluster.ts';
import { compare } from './compare/compare.ts';
import { compareOptions } from './compare/options.ts';
import { expiry } from './expiry.ts';
import { gateway } from './gateway.ts';
import { grpc } from './grpc.ts';
import { handoff } from './handoff.ts';
import { loops } from './loops.ts';
import { machineLine } from './machine.ts';

const BENCHMARKS: Readonly<Record<string, (options: BenchOptions) => Promise<Verdict>>> = {
  gateway,
  grpc,
  handoff,
  expiry,
  cluster,
  loops,
};

/** What is measured when no name is given. */
const COMPARE = 'compare';
/** Of a measured round, unless told otherwise. */
const SECONDS = { [COMPARE]: 2, other: 3 };

const USAGE = `usage: npm run bench -- [NAME] [--seconds N] [--rounds N] [--json FILE] [--report-only]

  compare   the default: Holdfast beside the floor server, Redis and memcached, those that are found on the PATH
  gateway   server CPU per request beside a server that does nothing
  grpc      server CPU per command, by call and by Pipe, beside a bare gRPC handler
  handoff   how fast and in which order a lock passes from one waiter to the next
  expiry    a million sessions come and go: memory given back, slowest request meanwhile
  cluster   what a locked read and its write cost with one to three members and one and two copies
  loops     the same with two members that share a machine, beside a member alone

--report-only   exit 0 even where a bound is broken

of compare alone, to make it shorter; numbers and names with commas between:
--only PARTS         of throughput, copies, grpc, loops, memory, pauses
--sizes OCTETS       of throughput: contents (256,1024,16384)
--connections NUMBERS   of throughput (1,64,512)
--scale SHARE        of memory and pauses: so much of their millions of sessions (1)`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'string' },
      'report-only': { type: 'boolean', default: false },
      only: { type: 'string' },
      sizes: { type: 'string' },
      connections: { type: 'string' },
      scale: { type: 'string' },
    },
  });
  const [name = COMPARE] = positionals;
  const seconds = Number(values.seconds ?? (name === COMPARE ? SECONDS[COMPARE] : SECONDS.other));
  const options = { seconds, rounds: Number(values.rounds) };
  const ours = compareOptions(options, values);
  const benchmark = name !== COMPARE ? BENCHMARKS[name] : ours === null ? undefined : () => compare(ours);
  if (benchmark === undefined || positionals.length > 1 || !(options.seconds > 0) || !(options.rounds >= 1)) {
    console.error(USAGE);
    return 2;
  }
  console.log(machineLine());
  console.log(`npm run bench -- ${process.argv.slice(2).join(' ')}\n`);
  const verdict = await benchmark(options);
  console.log(`\n${verdict.bounds.map(describeBound).join('\n')}`);
  if (values.json !== undefined) {
    const { figures, bounds } = verdict;
    const record = { machine: machineLine(), arguments: process.argv.slice(2), figures, bounds };
    writeFileSync(values.json, `${JSON.stringify(record, null, 2)}\n`);
  }
  return verdict.bounds.every(holds) || values['report-only'] ? 0 : 1;
}

process.exitCode = await main();
