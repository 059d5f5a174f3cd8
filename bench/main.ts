import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BenchOptions, describeBound, holds, type Verdict } from './benchmark.ts';
import { cluster } from './cluster.ts';
import { expiry } from './expiry.ts';
import { gateway } from './gateway.ts';
import { grpc } from './grpc.ts';
import { handoff } from './handoff.ts';
import { machineLine } from './machine.ts';

const BENCHMARKS: Readonly<Record<string, (options: BenchOptions) => Promise<Verdict>>> = {
  gateway,
  grpc,
  handoff,
  expiry,
  cluster,
};

const USAGE = `usage: npm run bench -- NAME [--seconds N] [--rounds N] [--json FILE] [--report-only]

  gateway   server CPU per request beside a server that does nothing
  grpc      server CPU per command, by call and by Pipe, beside a bare gRPC handler
  handoff   how fast and in which order a lock passes from one waiter to the next
  expiry    a million sessions come and go: memory given back, slowest request meanwhile
  cluster   what a locked read and its write cost with one to three members and one and two copies

--report-only   exit 0 even where a bound is broken`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '3' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'string' },
      'report-only': { type: 'boolean', default: false },
    },
  });
  const benchmark = BENCHMARKS[positionals[0] ?? ''];
  const options = { seconds: Number(values.seconds), rounds: Number(values.rounds) };
  if (benchmark === undefined || positionals.length !== 1 || !(options.seconds > 0) || !(options.rounds >= 1)) {
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
