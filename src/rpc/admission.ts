import type { Clock } from '../member/door.ts';
import { TOO_MANY_BYTES, TOO_MANY_COMMANDS, type Trouble } from './status.ts';

/** The log lines this room writes. */
export interface RpcLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** What the room counts since its start, for the exporter to read; the last four are how it stands now. */
export interface RpcCounters {
  /** Commands that came, by call or by Pipe, and were handed to the core. */
  commands: number;
  /** Commands refused because they were wrong. */
  invalid: number;
  /** Commands and streams refused because too many were open. */
  refused: number;
  /** Calls refused for want of a known token. */
  unauthenticated: number;
  /** Commands whose client went away (or whose deadline passed) before they were answered. */
  cancelled: number;
  /** Locks granted, not delivered, and given back. */
  undelivered: number;
  /** Connections closed at once because too many were open. */
  connectionsRefused: number;
  /** Connections closed because requests or answers on them did not move on. */
  connectionsSlow: number;
  /** Connections now open. */
  connections: number;
  /** Commands taken up whose call has not ended; of a Pipe, those with the core. */
  commandsInWork: number;
  /** Streams now open, of Pipe. */
  pipesOpen: number;
  /** Bytes of answers handed over for writing and not yet written. */
  unwrittenBytes: number;
}

/** As many as the member keeps in line, of all doors together. */
const MAX_COMMANDS_IN_WORK = 10_000;
const MAX_CONNECTIONS = 10_000;
const MAX_PIPES = 1_000;
const MAX_UNWRITTEN_BYTES = 512 * 1024 * 1024;

export interface AdmissionLimits {
  /** Absent: ten thousand. */
  readonly maxConnections?: number;
  /** Commands with the core at a time. Absent: ten thousand. */
  readonly maxCommandsInWork?: number;
  /** Bytes of answers of all connections that wait to be written. Absent: 512 MiB. */
  readonly maxUnwrittenBytes?: number;
}

/** Milliseconds between two lines in the log. */
const WARN_INTERVAL = 10_000;

/** Bounds what this room has open at a time, and counts it. */
export class Admission {
  readonly counters: RpcCounters = {
    commands: 0,
    invalid: 0,
    refused: 0,
    unauthenticated: 0,
    cancelled: 0,
    undelivered: 0,
    connectionsRefused: 0,
    connectionsSlow: 0,
    connections: 0,
    commandsInWork: 0,
    pipesOpen: 0,
    unwrittenBytes: 0,
  };
  /** No new command goes to the core from now on. */
  stopping = false;
  private readonly maxConnections: number;
  private readonly maxCommands: number;
  private readonly maxUnwrittenBytes: number;
  private readonly clock: Clock;
  private readonly log: RpcLog;
  private warnedAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, log: RpcLog, limits: AdmissionLimits) {
    this.clock = clock;
    this.log = log;
    this.maxConnections = limits.maxConnections ?? MAX_CONNECTIONS;
    this.maxCommands = limits.maxCommandsInWork ?? MAX_COMMANDS_IN_WORK;
    this.maxUnwrittenBytes = limits.maxUnwrittenBytes ?? MAX_UNWRITTEN_BYTES;
  }

  /** Whether one more connection may stay. If so, `leaveConnection` must follow once it is closed. */
  enterConnection(): boolean {
    if (this.counters.connections >= this.maxConnections) {
      this.counters.connectionsRefused++;
      this.warn('connections', this.maxConnections);
      return false;
    }
    this.counters.connections++;
    return true;
  }

  leaveConnection(): void {
    this.counters.connections--;
  }

  /** Null if one more command may go to the core: `leaveCommand` must follow. Else why it may not. */
  enterCommand(): Trouble | null {
    const { counters, maxCommands, maxUnwrittenBytes } = this;
    if (counters.commandsInWork >= maxCommands) {
      this.refuse('commands in work', maxCommands);
      return TOO_MANY_COMMANDS;
    }
    if (counters.unwrittenBytes >= maxUnwrittenBytes) {
      this.refuse('bytes of answers not taken', maxUnwrittenBytes);
      return TOO_MANY_BYTES;
    }
    counters.commandsInWork++;
    counters.commands++;
    return null;
  }

  leaveCommand(): void {
    this.counters.commandsInWork--;
  }

  /**
   * Whether an answer with so much content may be rendered. Many commands may have been let in while there was room for
   * the answers of a few. Up to half of the limit any answer may: the largest alone may come near it.
   */
  hasRoomFor(contentBytes: number): boolean {
    const { counters, maxUnwrittenBytes } = this;
    if (counters.unwrittenBytes * 2 <= maxUnwrittenBytes) return true;
    if (counters.unwrittenBytes + contentBytes <= maxUnwrittenBytes) return true;
    return this.refuse('bytes of answers not taken', maxUnwrittenBytes);
  }

  enterPipe(): boolean {
    if (this.counters.pipesOpen >= MAX_PIPES) return this.refuse('open pipes', MAX_PIPES);
    this.counters.pipesOpen++;
    return true;
  }

  leavePipe(): void {
    this.counters.pipesOpen--;
  }

  private refuse(limit: string, maximum: number): false {
    this.counters.refused++;
    this.warn(limit, maximum);
    return false;
  }

  private warn(limit: string, maximum: number): void {
    const now = this.clock.now();
    if (now - this.warnedAt < WARN_INTERVAL) return;
    this.warnedAt = now;
    this.log.warn({ limit, maximum }, 'gRPC: a limit is reached, new work is refused');
  }
}
