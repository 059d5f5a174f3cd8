// Plays seeds of a simulated cluster under faults and judges them: npm run simulate -- --seed 1 (docs/simulation.md).
import { writeFileSync } from 'node:fs';
import { drawPlan } from './cluster-plan.ts';
import { type ClusterReport, runCluster } from './cluster-run.ts';
import { writeLines } from './history-lines.ts';
import { huntPlanted, playPlanted } from './planted/play-planted.ts';
import { commandFor, readArguments, type SimulateArguments, USAGE } from './simulate-arguments.ts';
import { seconds, tellMarks, tellOperations, tellSeed, tellWrongs } from './simulate-report.ts';
import { playSpread } from './simulate-spread.ts';

const PROGRESS_EVERY = 15_000;

function playOne(seed: number, given: SimulateArguments): boolean {
  const { report, entries } = runCluster(drawPlan(seed, given));
  if (given.history !== null) writeFileSync(given.history, writeLines(entries));
  console.log(tellSeed(report));
  return report.wrongs.length === 0;
}

async function playMany(seeds: number, given: SimulateArguments): Promise<boolean> {
  const begin = performance.now();
  const reports: ClusterReport[] = [];
  let wrong = 0;
  let toldAt = begin;
  await playSpread(given.from, seeds, given, (report) => {
    reports.push(report);
    if (report.wrongs.length > 0) {
      wrong++;
      console.log(`${commandFor(report.seed, given)}\n${tellWrongs(report)}`);
    }
    const now = performance.now();
    if (now < toldAt + PROGRESS_EVERY) return;
    toldAt = now;
    console.error(`${reports.length} of ${seeds} seeds in ${seconds(now - begin)}, ${wrong} with something wrong`);
  });
  const simulated = reports.reduce((sum, report) => sum + report.simulated, 0);
  console.log(
    [
      `${reports.length} seeds from ${given.from}: ${wrong} with something wrong`,
      `  ${tellOperations(reports)}`,
      `  ${tellMarks(reports)}`,
      `  ${seconds(simulated)} simulated in ${seconds(performance.now() - begin)}`,
    ].join('\n'),
  );
  return wrong === 0;
}

async function play(given: SimulateArguments): Promise<boolean> {
  const { planted, seed, seeds } = given;
  if (seed !== null) return planted === null ? playOne(seed, given) : playPlanted(seed, given);
  return planted === null ? await playMany(seeds ?? 0, given) : await huntPlanted(given);
}

try {
  const given = readArguments(process.argv.slice(2));
  process.exitCode = (await play(given)) ? 0 : 1;
} catch (error) {
  console.error(`simulate: ${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}
