import { monitorEventLoopDelay } from 'node:perf_hooks';

// Loaded into the server's process by a benchmark: a timer of a millisecond is watched, and on SIGUSR2 it is told as one
// line of JSON on stderr by how many milliseconds it was late at most since the last time.
const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on('SIGUSR2', () => {
  process.stderr.write(`${JSON.stringify({ longestPause: Math.max(0, delay.max / 1e6 - RESOLUTION_MS) })}\n`);
  delay.reset();
});
