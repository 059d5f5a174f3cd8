import type { Clock } from '../member/door.ts';
import type { Log, standardOutput } from '../runtime/log.ts';
import type { Launch } from './launch.ts';
import type { Supervisor, Surroundings } from './supervisor.ts';

/** `output`: one sink for the members' lines and our own, so that none is broken by another. */
export function surroundingsOf(
  launch: Launch,
  clock: Clock,
  log: Log,
  output: ReturnType<typeof standardOutput>,
): Surroundings {
  return { launch, clock, log, after, line: (text) => output.write(`${text}\n`) };
}

/** Runs the members until SIGTERM or SIGINT; a second one ends them at once. Resolves to the status to end with. */
export async function runSupervisor(supervisor: Supervisor, log: Log, onStop: () => void = () => {}): Promise<number> {
  let signals = 0;
  const onSignal = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'stopping all members');
    onStop();
    if (++signals === 1) supervisor.stop();
    else supervisor.kill();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  supervisor.start();
  const status = await supervisor.ended;
  process.off('SIGTERM', onSignal);
  process.off('SIGINT', onSignal);
  log.info('all members have stopped');
  return status;
}

export function after(duration: number, run: () => void): () => void {
  const timer = setTimeout(run, duration);
  return () => clearTimeout(timer);
}
