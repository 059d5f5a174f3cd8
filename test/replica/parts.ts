import { DeadlineHeap } from '../../src/base/deadline-heap.ts';
import { DurationTally } from '../../src/base/duration-tally.ts';
import type { Key } from '../../src/base/key.ts';
import { Random } from '../../src/base/random.ts';
import { Sources } from '../../src/member/sources.ts';
import { makeKey } from '../../src/placement/locate.ts';
import { Copy } from '../../src/replica/copy.ts';
import type { ReplicaEffects, Trace } from '../../src/replica/effects.ts';
import type { ReplicaMessage } from '../../src/replica/messages.ts';
import type { Asker, Request } from '../../src/replica/request.ts';
import type { Shared } from '../../src/replica/shared.ts';
import { type Waiter, Waiters, type WaitLine } from '../../src/replica/wait-line.ts';
import type { Command } from '../../src/session/command.ts';
import { newCoreCounters } from '../../src/session/core-counters.ts';
import type { Outcome } from '../../src/session/outcome.ts';
import { SlabAllocator } from '../../src/session/slab-allocator.ts';
import { kept } from '../member/kept.ts';

const LIMITS = { maxWaitersPerSession: 50, maxWaitersPerSource: 1_000, maxWaiters: 10_000 };

/** What the copies of one member share, for a member that has nothing else. */
export function parts(given: Partial<Shared> = {}): Shared {
  return {
    self: 'a#1',
    memory: new SlabAllocator(),
    waiters: new Waiters(LIMITS, new DeadlineHeap<Waiter | WaitLine>()),
    counters: newCoreCounters(),
    replicationWaits: new DurationTally(),
    rules: { maxMemory: 64 * 1024 * 1024, staleWrites: 'reject' },
    sources: new Sources(),
    rememberFor: 60_000,
    maxRememberedPerPartition: 1_000,
    tailLength: 1_000,
    portionBytes: 1_000,
    maxUncommitted: 100,
    maxQueued: 10,
    ...given,
  };
}

export function copyOf(shared: Shared, seed = 1): Copy {
  const copy = new Copy(shared, new Random(seed));
  copy.reign = 1;
  return copy;
}

export function keyOf(text: string): Key {
  return makeKey(new TextEncoder().encode(text));
}

/** Of the client at this very member who asks under `number`. */
export function request(number: number, key: string, command: Command, rest: Partial<Request> = {}): Request {
  return { type: 'request', asker: number, number, source: 0, key: keyOf(key), command, repeatId: null, ...rest };
}

/** Writes down what a copy wants done. */
export class Recorder implements ReplicaEffects {
  answers: { readonly asker: Asker; readonly outcome: Outcome }[] = [];
  sent: { readonly to: string; readonly message: ReplicaMessage }[] = [];
  traces: Trace[] = [];

  answer(asker: Asker, outcome: Outcome): void {
    const kept = outcome.type === 'found' ? { ...outcome, content: Uint8Array.from(outcome.content) } : outcome;
    this.answers.push({ asker, outcome: kept });
  }

  send(to: string, message: ReplicaMessage): void {
    this.sent.push({ to, message: kept(message) });
  }

  trace(event: Trace): void {
    this.traces.push(event);
  }
}
