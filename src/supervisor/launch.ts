import { type ChildProcess, fork } from 'node:child_process';
import cluster from 'node:cluster';
import { createInterface } from 'node:readline';
import type { ToMember } from '../coordination/supervised-messages.ts';

/** How a process ended: by itself, by a signal, or before it began. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What a running process tells the one that started it. */
export interface LaunchEvents {
  /** Came over the channel between the two. */
  message(message: unknown): void;
  /** A whole line of its standard output, without its end. */
  line(text: string): void;
  /** Once, after all else. */
  ended(exit: Exit): void;
}

export interface Launched {
  /** Into the void if the process has ended. */
  send(message: ToMember): void;
  kill(): void;
}

/** Starts one member process. */
export type Launch = (args: readonly string[], events: LaunchEvents) => Launched;

const STDIO: ['ignore', 'pipe', 'inherit', 'ipc'] = ['ignore', 'pipe', 'inherit', 'ipc'];

/**
 * Runs this very program in further processes, each with a channel to this one, which closes when either dies. What
 * they write to standard error goes where ours goes.
 *
 * @param program the script, as this process was given it
 */
export function launcherOf(program: string): Launch {
  return launcher((args) => fork(program, [...args], { stdio: STDIO }));
}

/**
 * The same, but a port that several of them listen on is opened once, in this process, which hands the connections to
 * them in turn. It stays open as long as any of them listens there.
 */
export function workerLauncherOf(program: string): Launch {
  return launcher((args) => {
    cluster.setupPrimary({ exec: program, args: [...args], stdio: STDIO });
    const worker = cluster.fork();
    // The worker repeats its process's errors, and one that nobody listens to would end us.
    worker.on('error', () => {});
    return worker.process;
  });
}

function launcher(start: (args: readonly string[]) => ChildProcess): Launch {
  return (args, events) => {
    const child = start(args);
    let isOver = false;
    const end = (exit: Exit): void => {
      if (isOver) return;
      isOver = true;
      events.ended(exit);
    };
    child.on('message', (message) => events.message(message));
    child.once('close', (code, signal) => end({ code, signal }));
    // Of a process that could not be started nothing else is heard.
    child.on('error', () => {
      if (child.pid === undefined) end({ code: null, signal: null });
    });
    if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', (text) => events.line(text));
    return {
      send: (message) => {
        // Without somebody to tell, a channel that has just closed would be an error of ours.
        if (child.connected) child.send(message, () => {});
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
