import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineLine } from '../../bench/machine.ts';
import { type ChaosArguments, parseChaosArguments, USAGE } from './chaos-arguments.ts';
import { judgeFolder } from './judge.ts';
import { FACTS_FILE, playRow, Unplayable } from './play-row.ts';
import { detailsOf, jsonOf, logsIn, tableOf, wrongsOf } from './report.ts';
import { passes, type RowResult } from './row.ts';
import type { Facts } from './terms-of-run.ts';

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  // What was started is killed when this process exits.
  process.once(signal, () => process.exit(code));
}

async function playAll(asked: ChaosArguments): Promise<boolean> {
  console.log(machineLine());
  console.log(`npm run chaos -- ${process.argv.slice(2).join(' ')}`);
  const results: RowResult[] = [];
  const unplayable: { readonly row: string; readonly why: string }[] = [];
  for (const row of asked.rows) {
    console.log(`\n${row.name}: ${row.about}`);
    try {
      const { result, folder } = await playRow(row, asked, console.log);
      results.push(result);
      console.log(detailsOf(result));
      if (folder !== null) leftBehind(folder, !passes(result));
    } catch (error) {
      if (!(error instanceof Unplayable)) throw error;
      unplayable.push({ row: row.name, why: error.message });
      console.log(`  FAILS: could not be played: ${error.message}`);
      leftBehind(error.folder, true);
    }
  }
  console.log(`\n${tableOf(results)}`);
  for (const { row, why } of unplayable) console.log(`${row}  FAILS: ${why}`);
  if (asked.json !== null) {
    const record = { machine: machineLine(), arguments: process.argv.slice(2), rows: results.map(jsonOf), unplayable };
    writeFileSync(asked.json, `${JSON.stringify(record, null, 2)}\n`);
  }
  return unplayable.length === 0 && results.every(passes);
}

function leftBehind(folder: string, hasFailed: boolean): void {
  if (hasFailed) console.log(logsIn(folder));
  console.log(`  logs and histories: ${folder}`);
}

function judgeAgain(folder: string): boolean {
  const facts = JSON.parse(readFileSync(join(folder, FACTS_FILE), 'utf8')) as Facts;
  const judgement = judgeFolder(folder, facts);
  console.log(wrongsOf(judgement).join('\n'));
  const { wrong, heldTwice, doubles, undecided } = judgement;
  return [wrong, heldTwice, doubles, undecided].every(({ length }) => length === 0);
}

async function main(): Promise<number> {
  const asked = parseChaosArguments(process.argv.slice(2));
  switch (asked.type) {
    case 'wrong':
      console.error(`${asked.why}\n\n${USAGE}`);
      return 2;
    case 'judge':
      return judgeAgain(asked.folder) ? 0 : 1;
    case 'play':
      return (await playAll(asked.asked)) ? 0 : 1;
  }
}

process.exitCode = await main();
