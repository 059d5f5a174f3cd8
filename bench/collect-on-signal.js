// Loaded into the server's process by a benchmark, with --expose-gc: on SIGUSR2 everything that can be collected is, and
// what is left is told as one line of JSON on stderr.
process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  process.stderr.write(`${JSON.stringify(process.memoryUsage())}\n`);
});
