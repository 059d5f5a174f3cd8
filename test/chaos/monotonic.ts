/** Milliseconds on the machine's monotonic clock: one scale for all processes of a run. */
export function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
