import type { Duration } from '../../src/base/instant.ts';

const UNITS: Readonly<Record<string, Duration>> = { ms: 1, s: 1_000, m: 60_000 };

/** `1500ms`, `3s`, `0.5s`, `10m`. */
export function readDuration(text: string): Duration {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
  if (number === undefined || unit === undefined) throw new Error(`${text} is no length of time, as 1500ms, 3s or 10m`);
  return Number(number) * (UNITS[unit] as Duration);
}

/** To the half second, which is as much as a story needs, and not more than may change with every small thing: `1.5 s`. */
export function tellDuration(duration: Duration): string {
  return `${(Math.round(duration / 500) / 2).toFixed(1)} s`;
}
