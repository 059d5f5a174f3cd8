import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describeBound, holds } from '../../bench/benchmark.ts';
import { formatTable } from '../../bench/table.ts';
import type { Judgement } from './judge.ts';
import { passes, type RowResult } from './row.ts';

const MOST_LINES = 5;
/** A load below this share of what was asked for is no fair trial of what was asked for. */
const ENOUGH = 0.95;

/** One line for each row. */
export function tableOf(results: readonly RowResult[]): string {
  const header = ['row', 'requests', 'failed', 'lost or wrong', 'longest wait', 'answered again', 'verdict'];
  const lines = results.map((result) => {
    const { row, rate, report, figures, judgement, answeredAgain } = result;
    return [
      row,
      `${report.requests} (${rate}/s)`,
      `${figures.failed} (+${figures.failedOfHarmed} of harmed)`,
      String(judgement.wrong.length),
      `${figures.longestWait.toFixed(0)} ms`,
      answeredAgain === 0 ? '-' : `${(answeredAgain / 1000).toFixed(2)} s`,
      passes(result) ? 'passes' : 'FAILS',
    ];
  });
  return formatTable(header, lines);
}

/** All that there is to say about a row. */
export function detailsOf(result: RowResult): string {
  const { rate, loadAverage, report, figures, judgement, bounds } = result;
  const { p50, p99, p999, crossed, refused, polls, brokenLocks, gaveUp, turnedAway } = report;
  const again = Object.entries(report.askedAgain).map(([member, count]) => `${member} ${count}`);
  const made = report.requests / report.seconds;
  return [
    `  ${report.requests} requests in ${report.seconds.toFixed(0)} s (${made.toFixed(0)} a second), ${report.pages} pages`,
    ...(made < rate * ENOUGH ? [`  LESS THAN PLANNED: ${rate} a second`] : []),
    `  waits: half ${ms(p50)}, 99 % ${ms(p99)}, 99.9 % ${ms(p999)}; longest ${ms(figures.longestWait)}` +
      (figures.longestIn === '' ? '' : ` (${figures.longestIn})`),
    `  clients of harmed members: ${figures.failedOfHarmed} failed, longest wait ${ms(figures.longestOfHarmed)}`,
    ...few('    ', inWords(figures.whysOfHarmed)),
    ...few('  failed: ', inWords(figures.whys)),
    `  asked to come again (423, cookie 0): ${again.join(', ') || 'nobody'}; polled a lock ${polls} times`,
    `  met a FIN ${crossed} times, nobody ${refused} times; broke ${brokenLocks} old locks, gave up ${gaveUp} times, turned ${turnedAway} pages away`,
    `  the load generator stood still for ${ms(report.worstStall)} at worst, was busy ${(report.busy * 100).toFixed(0)} %`,
    `  load average ${loadAverage.toFixed(1)} on ${availableParallelism()} cores`,
    ...wrongsOf(judgement),
    ...bounds.map((bound) => `  ${describeBound(bound)}`),
  ].join('\n');
}

export function wrongsOf({ operations, sessions, wrong, heldTwice, doubles, undecided }: Judgement): string[] {
  return [
    `  judged ${operations} operations of ${sessions} sessions`,
    ...few(
      '  ',
      wrong.flatMap(({ key, why }) => why.map((each) => `${key}: ${each}`)),
    ),
    ...few('  ', heldTwice),
    ...few('  ', doubles),
    ...few('  undecided: ', undecided),
  ];
}

/** The ends of the members' logs, and what they call errors. */
export function logsIn(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return files
    .map((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').filter(isNews);
      const errors = lines.filter((line) => /"level":"(error|fatal)"/.test(line));
      return [`  ${name}:`, ...errors.slice(-MOST_LINES), ...lines.slice(-MOST_LINES)].join('\n    ');
    })
    .join('\n');
}

/** Late writes are part of the load: that they are refused is no news. */
function isNews(line: string): boolean {
  return !line.includes('"event":"stale-write"');
}

export function jsonOf(result: RowResult): object {
  const { report, judgement, bounds, ...rest } = result;
  const { troubles, ...figures } = report;
  const told = bounds.map((bound) => ({ ...bound, holds: holds(bound) }));
  return {
    ...rest,
    passes: passes(result),
    report: { ...figures, troubles: troubles.slice(0, 1000) },
    judgement,
    bounds: told,
  };
}

function few(indent: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, MOST_LINES).map((line) => indent + line);
  return lines.length > MOST_LINES ? [...shown, `${indent}and ${lines.length - MOST_LINES} more`] : shown;
}

function inWords(whys: Readonly<Record<string, number>>): string[] {
  return Object.entries(whys)
    .sort(([, one], [, other]) => other - one)
    .map(([why, count]) => `${count} × ${why}`);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}
