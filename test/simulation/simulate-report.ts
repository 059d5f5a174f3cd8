import type { ClusterReport } from './cluster-run.ts';

/** One seed, in words. */
export function tellSeed(report: ClusterReport): string {
  const { seed, cluster, hash, simulated, played, judged } = report;
  return [
    `seed ${seed}: ${cluster}`,
    `  trace ${hash}`,
    `  ${tellOperations([report])}`,
    `  ${tellMarks([report])}`,
    `  ${seconds(simulated)} simulated in ${seconds(played + judged)} (played ${seconds(played)}, judged ${seconds(judged)})`,
    ...(report.wrongs.length === 0 ? ['  nothing wrong'] : [`  ${report.wrongs.length} wrong:`, tellWrongs(report)]),
  ].join('\n');
}

export function tellWrongs({ wrongs }: ClusterReport): string {
  return wrongs.map((wrong) => `  - ${wrong.replaceAll('\n', '\n    ')}`).join('\n');
}

export function tellOperations(reports: readonly ClusterReport[]): string {
  const [operations, certain, simulated] = (['operations', 'certain', 'simulated'] as const).map((what) =>
    reports.reduce((sum, report) => sum + report[what], 0),
  ) as [number, number, number];
  const rate = ((operations * 1_000) / simulated).toFixed(1);
  const share = ((certain * 100) / Math.max(operations, 1)).toFixed(2);
  return `${operations} operations, ${rate} a simulated second, ${share} % with a certain outcome`;
}

/** What happened how often, over all of these. */
export function tellMarks(reports: readonly ClusterReport[]): string {
  const sums = new Map<string, number>();
  for (const { marks } of reports) {
    for (const [what, count] of Object.entries(marks)) sums.set(what, (sums.get(what) ?? 0) + count);
  }
  const texts = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${what} ${count}`);
  return `marks: ${texts.join(', ')}`;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
