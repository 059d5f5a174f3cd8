import type { Holder } from '../placement/holder.ts';
import type { Asker, Request } from '../replica/request.ts';
import type { PeerMessage } from './messages.ts';
import type { Registration } from './registration.ts';

/** What a member is told. */
export type Input =
  | Request
  | Cancel
  | Drain
  | Tick
  | TableSeen
  | MembersSeen
  | StoreUnreachable
  | LineUp
  | LineDown
  | Delivery
  | Forget
  | Leave;

/** What edges that are no doors tell a member. Time it is told by the loop itself. */
export type Told = Exclude<Input, Request | Cancel | Tick>;

/**
 * The asker is gone: if its request waits in line, here or at another member, it leaves the line and is answered
 * `locked`; else it goes on, but for waiting.
 */
export interface Cancel {
  readonly type: 'cancel';
  readonly asker: Asker;
}

/**
 * The process is stopping: whoever waits in line is answered `locked`, nobody waits from now on, and what the member
 * holds passes to others while there are any (`Member.drained` says when that is done).
 */
export interface Drain {
  readonly type: 'drain';
}

/** Time has passed: what fell due is done, in bounded portions (`Member.wakeAt` says when the next one wants its turn). */
export interface Tick {
  readonly type: 'tick';
}

/** The coordination store holds, or held, this table; null if it holds none. Late and repeated sightings do no harm. */
export interface TableSeen {
  readonly type: 'table-seen';
  readonly document: string | null;
  /**
   * Whether the store itself was asked, and not asked again since: if no newer table has come to be known in between, an
   * older one is a sign of lost memory.
   */
  readonly fresh: boolean;
}

/** All who are registered in the coordination store. */
export interface MembersSeen {
  readonly type: 'members-seen';
  readonly members: readonly Registration[];
}

/** A read or swap failed, or nobody knows what became of it. */
export interface StoreUnreachable {
  readonly type: 'store-unreachable';
}

/**
 * A line to this very process stands: what is sent from now on arrives in order, until the line breaks. A line that
 * stood to the same member before is over: its `line-down` has been told.
 */
export interface LineUp {
  readonly type: 'line-up';
  readonly peer: Holder;
}

/** Nothing more comes over the line; what was sent last may never have arrived. */
export interface LineDown {
  readonly type: 'line-down';
  readonly peer: Holder;
}

export interface Delivery {
  readonly type: 'delivery';
  readonly from: Holder;
  readonly message: PeerMessage;
}

/** An operator says that this incarnation is gone for good, with its memory. */
export interface Forget {
  readonly type: 'forget';
  readonly member: string;
  readonly incarnation: number;
}

/** The process is about to end, drained or not: nothing is decided any more, and who holds copies is told so. */
export interface Leave {
  readonly type: 'leave';
}
