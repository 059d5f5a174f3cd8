import type { Asker, Request } from '../replica/request.ts';
import type { Registration } from './registration.ts';

/** What a member is told. */
export type Input = Request | Cancel | Drain | Tick | TableSeen | MembersSeen;

/** The asker is gone: if its request waits in line it leaves the line and is answered `locked`; else nothing. */
export interface Cancel {
  readonly type: 'cancel';
  readonly asker: Asker;
}

/** The process is stopping: whoever waits in line is answered `locked`, and nobody waits from now on. */
export interface Drain {
  readonly type: 'drain';
}

/** Time has passed: what fell due is done, in bounded portions (`Member.wakeAt` says when the next one wants its turn). */
export interface Tick {
  readonly type: 'tick';
}

/** The coordination store holds this table; null if it holds none. */
export interface TableSeen {
  readonly type: 'table-seen';
  readonly document: string | null;
}

/** All who are registered in the coordination store. */
export interface MembersSeen {
  readonly type: 'members-seen';
  readonly members: readonly Registration[];
}
