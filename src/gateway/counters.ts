import type { BadRequestKind } from './gateway-request.ts';
import type { InFlightBudget } from './in-flight-budget.ts';
import type { UnreadAnswers } from './unread-answers.ts';

/** Plain numbers that the exporter reads. They only grow, but for `connectionsOpen` and the two that are held elsewhere. */
export class GatewayCounters {
  connectionsOpen = 0;
  connectionsAccepted = 0;
  refusedByAddress = 0;
  refusedAtLimit = 0;
  /** Closed after 10 s without progress, by what did not get on. */
  slowSendersClosed = 0;
  slowReadersClosed = 0;
  idleClosed = 0;
  /** Closed in place of an answer for which the answers nobody has read leave no room. */
  unreadLimitClosed = 0;
  /** Closed without an answer because it is not known, or not sayable, what became of the request. */
  closedUnanswered = 0;
  /** Locks granted to a client that was gone before the answer was out; they were given back. */
  undeliveredGrants = 0;
  requestsParsed = 0;
  bytesIn = 0;
  bytesOut = 0;
  /** Requests answered 400 by the gateway itself. */
  readonly badRequests: Record<BadRequestKind, number> = {
    'request-line': 0,
    header: 0,
    'head-too-long': 0,
    'content-length': 0,
    'content-too-long': 0,
    'transfer-encoding': 0,
    'in-flight': 0,
    'unknown-verb': 0,
    'empty-uri': 0,
    timeout: 0,
    'extra-flags': 0,
    'empty-content': 0,
  };
  private readonly inFlight: InFlightBudget;
  private readonly unread: UnreadAnswers;

  constructor(inFlight: InFlightBudget, unread: UnreadAnswers) {
    this.inFlight = inFlight;
    this.unread = unread;
  }

  /** Octets of requests held now. */
  get bytesInFlight(): number {
    return this.inFlight.held;
  }

  /** Octets of answers the kernel has not taken now. */
  get unreadBytes(): number {
    return this.unread.held;
  }
}
