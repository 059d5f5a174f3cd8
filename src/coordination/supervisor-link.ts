import cluster from 'node:cluster';
import { isToMember, type ToMember, type ToSupervisor } from './supervised-messages.ts';

/** Two processes' channel, as `process` has it in one that was forked. */
export interface Channel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** Why a member stops with all that its supervisor started: that one was told to, or is gone. */
export type ClusterEnd = 'stopping' | 'supervisor-lost';

/** A member's end of the channel to the supervisor that started it. */
export class SupervisorLink {
  private readonly channel: Channel;
  private end: ClusterEnd | null = null;
  private isLost = false;
  private readonly receivers: Array<(message: ToMember) => void> = [];
  private readonly enders: Array<(why: ClusterEnd) => void> = [];
  private readonly losers: Array<() => void> = [];

  constructor(channel: Channel) {
    this.channel = channel;
    channel.onMessage((message) => {
      if (!isToMember(message)) return;
      if (message.type === 'stop') this.endWith('stopping');
      else for (const receive of this.receivers) receive(message);
    });
    channel.onClose(() => {
      this.isLost = true;
      for (const lose of this.losers) lose();
      this.endWith('supervisor-lost');
    });
  }

  /** Null in a process that no supervisor started. */
  static ofThisProcess(): SupervisorLink | null {
    if (process.send === undefined) return null;
    // Else Node would end a worker as soon as it loses its supervisor, before it could hand anything over.
    if (cluster.worker !== undefined) cluster.worker.exitedAfterDisconnect = true;
    return new SupervisorLink({
      // A channel that closed while a message was on its way says so in its own event.
      send: (message) => void process.send?.(message, undefined, undefined, () => {}),
      onMessage: (listener) => void process.on('message', listener),
      onClose: (listener) => void (process.connected ? process.on('disconnect', listener) : setImmediate(listener)),
    });
  }

  get lost(): boolean {
    return this.isLost;
  }

  /** Into the void if the supervisor is gone. */
  send(message: ToSupervisor): void {
    if (!this.isLost) this.channel.send(message);
  }

  onMessage(receive: (message: ToMember) => void): void {
    this.receivers.push(receive);
  }

  onLost(lose: () => void): void {
    this.losers.push(lose);
  }

  /** Calls `listener` once, even if it was so before: this process is to stop, as all do that the supervisor started. */
  onClusterEnd(listener: (why: ClusterEnd) => void): void {
    if (this.end === null) this.enders.push(listener);
    else listener(this.end);
  }

  private endWith(why: ClusterEnd): void {
    if (this.end !== null) return;
    this.end = why;
    for (const listener of this.enders) listener(why);
  }
}
