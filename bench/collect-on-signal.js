// Loaded into the server's process by a benchmark, with --expose-gc. On SIGUSR2 it tells on stderr, in one line of JSON,
// how long the loop stood still at most since the last time, and what is left in memory when everything that can be
// collected is.
const EVERY_MS = 1;
/** After the collection, which is no pause of the server's own. */
const SETTLE_MS = 50;

let longestPauseMs = 0;
let lastTime = performance.now();
let lastCpu = process.cpuUsage();

// What others on the machine take from the process is no pause of its loop: of the time that passed between two turns
// counts what the process, all its threads together, was running.
setInterval(() => {
  const time = performance.now();
  const cpu = process.cpuUsage();
  const ran = (cpu.user - lastCpu.user + cpu.system - lastCpu.system) / 1000;
  longestPauseMs = Math.max(longestPauseMs, Math.min(time - lastTime - EVERY_MS, ran));
  lastTime = time;
  lastCpu = cpu;
}, EVERY_MS).unref();

process.on('SIGUSR2', () => {
  const pause = longestPauseMs;
  globalThis.gc();
  globalThis.gc();
  const memory = process.memoryUsage();
  setTimeout(() => {
    longestPauseMs = 0;
    process.stderr.write(`${JSON.stringify({ ...memory, longestPauseMs: pause })}\n`);
  }, SETTLE_MS);
});
