import type { Socket } from 'node:net';
import { assert } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type { Answerable, Asker, Flushable, Outcome, SourceIndex } from '../member/door.ts';
import { apart, type GatewayRequest, type ProtocolError } from './gateway-request.ts';
import { type Grant, Outbox } from './outbox.ts';
import { RequestParser } from './request-parser.ts';
import type { Shared } from './shared.ts';
import { renderingOf } from './translate.ts';
import type { HeldBack } from './unread-answers.ts';

/** So many parsed requests may wait for their turn; then the socket is paused until half of them are left. */
const MAX_WAITING = 64;
const RESUME_WAITING = 32;
/** A connection that is paused reads on so far, to hear of its client's end; then the kernel keeps what comes. */
const MOST_UNPARSED = 16_384;

/** Without progress for so long, a half-sent request or a half-taken answer ends the connection. */
const STANDSTILL: Duration = 10_000;
/** Clients keep unused connections for 5 to 10 s; they are to win the race to close them. */
const IDLE: Duration = 120_000;
const IDLE_WHEN_STOPPING: Duration = 500;
/** How long input is thrown away after our last byte. Closing at once would reset the connection and could cost the client that byte. */
const LINGER: Duration = 2_000;
const LINGER_WHEN_STOPPING: Duration = 500;
/** How long a client's kernel may take to refuse a grant that met a closed socket. */
const DOUBT: Duration = 1_000;

const CONTINUE = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n', 'latin1');

type Phase =
  /** Reads requests and answers them. */
  | 'serving'
  /** Takes no further request; answers those it has, then ends its side. */
  | 'finishing'
  /** Has said all to a client that ended its side before; keeps its own open until a grant is out of doubt. */
  | 'doubting'
  /** Has said all and ended its side; throws input away until the client ends its own, or time is up. */
  | 'lingering'
  /** The socket is closed. An answer may still come. */
  | 'gone';

/**
 * One client's connection. Its requests run one after another, in the order they came, and are answered in that order.
 *
 * Of a client that ended its side (FIN), all whole requests are still answered, but none waits in line any more. Of a
 * client that is gone (reset), the request under way is answered to nobody, and a lock granted by it is given back.
 * The one may turn out to be the other: see Outbox on doubt.
 */
export class Connection implements Answerable, Flushable, HeldBack {
  private readonly socket: Socket;
  private readonly shared: Shared;
  private readonly source: SourceIndex;
  private readonly asker: Asker;
  private readonly parser: RequestParser;
  private readonly outbox: Outbox;
  private readonly waiting: (GatewayRequest | ProtocolError)[] = [];
  private running: GatewayRequest | null = null;
  private phase: Phase = 'serving';
  private clientEnded = false;
  private isPaused = false;
  private isFlushAsked = false;
  /** The client's kernel refused what was sent, after the client had ended its side. */
  private isRefused = false;
  /** When the last part of a half-received request came. */
  private progressAt: Instant;
  /** When anything came or was taken; as coarse as sweeps are. */
  private activeAt: Instant;
  private stoppingSince: Instant | null = null;
  private patience: Duration = 0;
  private doubtingSince: Instant = 0;
  private lingeringSince: Instant = 0;

  constructor(socket: Socket, source: SourceIndex, shared: Shared) {
    this.socket = socket;
    this.shared = shared;
    this.source = source;
    this.asker = shared.entrance.enlist(this);
    this.parser = new RequestParser(shared.maxContentBytes, shared.budget);
    this.outbox = new Outbox(socket, shared.clock, shared.unread, shared.page, () => this.onTaken());
    this.activeAt = shared.clock.now();
    this.progressAt = this.activeAt;
    shared.readPage.attach(socket, (chunk) => this.onData(chunk));
    socket.on('end', () => this.onEnd());
    // 'close' follows every error.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.isRefused = error.code === 'EPIPE';
    });
    socket.on('close', () => this.onClose());
  }

  answer(outcome: Outcome): void {
    const request = this.running;
    assert(request !== null, 'an answer comes to a request under way');
    this.running = null;
    this.shared.budget.give(request.bytes);
    const grant: Grant | null =
      outcome.type === 'found' && outcome.cookie !== 0 ? { key: request.key, cookie: outcome.cookie } : null;
    if (this.phase === 'gone') {
      if (grant !== null) this.giveBack(grant);
      this.shared.entrance.dismiss(this.asker);
      return;
    }
    if (outcome.type === 'found' && !this.shared.unread.hasRoomFor(outcome.content.length)) {
      this.endAtUnreadLimit(grant);
    } else {
      const bytes = this.shared.renderer.render(outcome, renderingOf(request), this.outbox.pageForNext);
      if (bytes === null) {
        this.shared.counters.closedUnanswered++;
        this.endUnanswered();
      } else {
        this.send(bytes, grant);
      }
    }
    this.goOn();
    this.shared.unread.startNext();
  }

  start(): boolean {
    this.goOn();
    return this.running !== null;
  }

  flush(): void {
    this.isFlushAsked = false;
    if (this.phase !== 'gone') this.outbox.flush();
  }

  /** Closes what stands still. To be called every quarter of a second or so. */
  sweep(now: Instant): void {
    if (this.phase === 'gone') return;
    if (now - this.outbox.standstillSince >= STANDSTILL) {
      this.shared.counters.slowReadersClosed++;
      this.destroy();
    } else if (this.phase === 'doubting') {
      this.outbox.probe();
      if (now - this.doubtingSince >= DOUBT) this.endNow();
    } else if (this.phase === 'lingering') {
      const limit = this.stoppingSince === null ? LINGER : LINGER_WHEN_STOPPING;
      if (now - this.lingeringSince >= limit) this.destroy();
    } else if (this.phase === 'serving' && !this.isPaused && this.parser.isMidRequest) {
      if (now - this.progressAt < STANDSTILL) return;
      this.shared.counters.slowSendersClosed++;
      this.destroy();
    } else if (this.isIdle) {
      if (this.stoppingSince !== null) {
        const mostIdle = Math.max(IDLE_WHEN_STOPPING, this.patience);
        if (now - Math.max(this.activeAt, this.stoppingSince) >= mostIdle) this.endIdle();
      } else if (now - this.activeAt >= IDLE) {
        this.shared.counters.idleClosed++;
        this.endIdle();
      }
    }
  }

  /**
   * From now on the connection ends when it has been idle for a moment; and after its next answer, at once or (with
   * `patience`) when so much time has passed, which is how long it may be idle too.
   */
  stop(now: Instant, patience: Duration): void {
    this.stoppingSince = now;
    this.patience = patience;
  }

  /** Closes the socket as it is. */
  destroy(): void {
    this.socket.destroy();
  }

  private get isIdle(): boolean {
    return this.phase === 'serving' && this.isBetweenRequests && !this.parser.isMidRequest;
  }

  private get mayRun(): boolean {
    return this.running === null && !this.outbox.isFull && !this.shared.unread.isHigh;
  }

  private get isBetweenRequests(): boolean {
    return this.running === null && this.waiting.length === 0 && this.outbox.isEmpty;
  }

  private onData(chunk: Buffer): void {
    this.shared.counters.bytesIn += chunk.length;
    this.activeAt = this.shared.sweptAt;
    if (this.phase !== 'serving') return;
    this.parser.push(chunk);
    if (!this.isPaused) this.takeRequests();
    if (this.isPaused && this.parser.unparsed > MOST_UNPARSED) this.socket.pause();
  }

  /** The client has said all. It may still read. */
  private onEnd(): void {
    this.clientEnded = true;
    this.outbox.doubt(this.isFresh);
    // The end may be heard while the socket is paused and whole requests lie in the chunk before it: they are taken later.
    if (!this.isPaused) this.takeRequests();
    // If it runs at once instead of waiting, this changes nothing.
    if (this.running?.verb === 'get') this.shared.entrance.cancel(this.asker);
    this.advance();
  }

  private onClose(): void {
    this.phase = 'gone';
    for (const grant of this.outbox.abandon(this.isRefused)) this.giveBack(grant);
    this.parser.discard();
    this.dropWaiting();
    this.shared.unread.forget(this);
    // The request under way is answered exactly once, now or when it leaves the line; only then may its asker go.
    if (this.running === null) this.shared.entrance.dismiss(this.asker);
    else this.shared.entrance.cancel(this.asker);
    this.shared.onClosed(this);
  }

  private onTaken(): void {
    if (this.phase === 'gone') return;
    this.activeAt = this.shared.sweptAt;
    this.goOn();
  }

  /** Something got done: what waited for that may start, or be taken. */
  private goOn(): void {
    this.advance();
    if (this.isPaused && this.waiting.length <= RESUME_WAITING) this.takeRequests();
  }

  /** Takes whole requests out of what was received, as many as may wait. */
  private takeRequests(): void {
    while (this.phase === 'serving') {
      if (this.waiting.length >= MAX_WAITING) {
        if (!this.isPaused) this.parser.keepRest();
        this.isPaused = true;
        return;
      }
      const parsed = this.parser.next();
      if (parsed === null) {
        if (this.clientEnded) this.stopReading();
        else this.resume();
        break;
      }
      if (parsed.type === 'protocol-error') {
        this.waiting.push(parsed);
        this.onBadFraming(parsed);
      } else {
        this.shared.counters.requestsParsed++;
        // The common case, which needs nothing of what follows: nothing waits, and what came may run.
        if (this.waiting.length === 0 && parsed.keepAlive && this.mayRun) {
          this.run(parsed);
          continue;
        }
        this.waiting.push(parsed);
        if (!parsed.keepAlive) this.stopReading();
      }
      this.advance();
      this.keepLastApart();
    }
    if (!this.parser.isMidRequest) return;
    this.progressAt = this.shared.clock.now();
    this.offerToContinue();
  }

  /** What just came and could not start is not to keep the whole chunk it came in. */
  private keepLastApart(): void {
    const last = this.waiting.length - 1;
    if (last < 0) return;
    const request = this.waiting[last] as GatewayRequest | ProtocolError;
    if (request.type === 'request') this.waiting[last] = apart(request);
  }

  private onBadFraming(error: ProtocolError): void {
    this.shared.counters.badRequests[error.kind]++;
    if (error.kind === 'in-flight') this.shared.onInFlightLimit();
    this.stopReading();
  }

  /** Starts the next waiting request if none is under way, and sees to what is due when all are done. */
  private advance(): void {
    while (this.running === null && this.waiting.length > 0 && !this.outbox.isFull) {
      if (this.shared.unread.isHigh) {
        this.shared.unread.holdBack(this);
        break;
      }
      const next = this.waiting.shift() as GatewayRequest | ProtocolError;
      if (next.type === 'request') this.run(next);
      else this.send(this.shared.renderer.lastRefusal(), null);
    }
    if (this.phase === 'serving') this.offerToContinue();
    else if (this.phase === 'finishing' && this.isBetweenRequests) this.endOurSide();
  }

  private run(request: GatewayRequest): void {
    const command = this.shared.translator.translate(request, !this.clientEnded);
    if (typeof command === 'string') {
      this.shared.counters.badRequests[command]++;
      this.shared.budget.give(request.bytes);
      this.send(this.shared.renderer.refusal(), null);
      return;
    }
    this.running = request;
    this.shared.entrance.submit(this.asker, this.source, request.key, command, null);
  }

  private send(bytes: Buffer, grant: Grant | null): void {
    this.shared.counters.bytesOut += bytes.length;
    this.outbox.add(bytes, grant);
    this.askForFlush();
    if (this.stoppingSince === null || this.phase !== 'serving') return;
    if (this.patience === 0 || this.shared.clock.now() - this.stoppingSince >= this.patience) this.stopReading();
  }

  private askForFlush(): void {
    if (this.isFlushAsked) return;
    this.isFlushAsked = true;
    this.shared.entrance.flushAtEndOfTurn(this);
  }

  /** With anything still under way, the interim answer could be taken for the answer to that. */
  private offerToContinue(): void {
    if (!this.parser.awaitsContinue || !this.isBetweenRequests) return;
    this.parser.continued();
    this.shared.counters.bytesOut += CONTINUE.length;
    this.outbox.add(CONTINUE, null);
    this.askForFlush();
  }

  /** No request is taken any more. Input is read on and thrown away, so that the client's end is noticed. */
  private stopReading(): void {
    this.phase = 'finishing';
    this.parser.discard();
    this.resume();
  }

  private endUnanswered(): void {
    this.dropWaiting();
    if (this.phase === 'serving') this.stopReading();
  }

  private endAtUnreadLimit(grant: Grant | null): void {
    this.shared.counters.unreadLimitClosed++;
    this.shared.onUnreadLimit();
    if (grant !== null) this.giveBack(grant);
    this.endUnanswered();
  }

  /** By an end, not by closing the socket: a request that is about to arrive would turn that into a reset. */
  private endIdle(): void {
    this.stopReading();
    this.advance();
  }

  /** All that was said has left. */
  private endOurSide(): void {
    this.outbox.doubt(this.isFresh);
    if (!this.outbox.isInDoubt) {
      this.endNow();
      return;
    }
    this.outbox.probe();
    // A client that has not ended its side may wait for our end: it has this one look, and no more.
    if (!this.clientEnded) {
      this.endNow();
      return;
    }
    this.phase = 'doubting';
    this.doubtingSince = this.shared.clock.now();
  }

  /** If the client ended its side too, the socket closes now. */
  private endNow(): void {
    this.phase = 'lingering';
    this.lingeringSince = this.shared.clock.now();
    this.socket.end();
  }

  /** Whether what left last may not have reached the client yet. */
  private get isFresh(): boolean {
    return this.shared.clock.now() - this.activeAt < DOUBT;
  }

  private giveBack(grant: Grant): void {
    this.shared.counters.undeliveredGrants++;
    this.shared.entrance.undelivered(this.source, grant.key, grant.cookie);
  }

  private dropWaiting(): void {
    for (const dropped of this.waiting) {
      if (dropped.type === 'request') this.shared.budget.give(dropped.bytes);
    }
    this.waiting.length = 0;
  }

  private resume(): void {
    if (!this.isPaused) return;
    this.isPaused = false;
    this.socket.resume();
  }
}
