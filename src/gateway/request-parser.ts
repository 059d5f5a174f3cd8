import { assert } from '../base/assert.ts';
import { copied } from '../base/copied.ts';
import { ContentGatherer } from './content-gatherer.ts';
import { FamiliarFields } from './familiar-fields.ts';
import type { BrokenFraming, GatewayRequest, ProtocolError } from './gateway-request.ts';
import type { InFlightBudget } from './in-flight-budget.ts';
import { LineCarry } from './line-carry.ts';
import { RequestHead } from './request-head.ts';

const LF = 0x0a;
const CR = 0x0d;

/** With its line end, and with empty lines before it. */
export const MAX_REQUEST_LINE_BYTES = 16_384;
/** All header fields of one request, with their line ends. */
export const MAX_HEADER_BYTES = 65_536;

const NOTHING = new Uint8Array(0);

/** One for all connections: what they remember stays in the processor's cache. */
const FAMILIAR = new FamiliarFields();

type Stage =
  /** Before or within a request line. */
  | 'request-line'
  /** Behind the request line, before the empty line. */
  | 'fields'
  /** Within the content of a PUT. */
  | 'content'
  /** Within content nobody wants. */
  | 'unwanted'
  /** After a protocol error: nothing more is read. */
  | 'failed';

/**
 * Octets in, requests out: whatever the chunks they come in, and knowing nothing of sockets. Framing is done here, the
 * meaning of lines is RequestHead's.
 *
 * `push` a chunk, then call `next` until it says null. Chunks may be left half read (the connection has enough to do);
 * the rest is taken up by later calls, and is to be kept if the chunk's memory is used again before. Requests keep nothing
 * of a chunk. Every octet of a head is looked at once for its line's end, and once for its meaning when the line is whole;
 * fields that are those of a read before are recognized, which takes one look.
 *
 * What it holds of the budget passes on with each request (`GatewayRequest.bytes`); the rest goes back in `discard`.
 */
export class RequestParser {
  private readonly budget: InFlightBudget;
  private readonly maxContentBytes: number;
  private readonly head = new RequestHead();
  private stage: Stage = 'request-line';
  private chunk: Uint8Array = NOTHING;
  private at = 0;
  /** A line that began in an earlier chunk; null between requests. */
  private carry: LineCarry | null = null;
  /** Octets of the present section of the head (request line or fields) in lines already read. */
  private sectionBytes = 0;
  /** Where in the chunk the fields of a read begin that may become familiar; -1 if there are none. */
  private fieldsAt = -1;
  private gatherer: ContentGatherer | null = null;
  private unwantedBytes = 0;
  /** Taken from the budget for the present request, apart from what the gatherer holds. */
  private held = 0;

  constructor(maxContentBytes: number, budget: InFlightBudget) {
    this.maxContentBytes = maxContentBytes;
    this.budget = budget;
  }

  /** Mostly the chunk before is used up: `next` said null. Else this one is copied behind what is left of that. */
  push(chunk: Uint8Array): void {
    if (this.unparsed > 0) {
      this.chunk = joined(this.chunk.subarray(this.at), chunk);
      this.fieldsAt = -1;
    } else {
      this.chunk = chunk;
    }
    this.at = 0;
  }

  /** Octets that were pushed and not looked at yet. */
  get unparsed(): number {
    return this.chunk.length - this.at;
  }

  /** What is left of the chunk stays, though its memory is used for something else from now on. */
  keepRest(): void {
    this.chunk = new Uint8Array(this.chunk.subarray(this.at));
    this.at = 0;
    this.fieldsAt = -1;
  }

  /** The next whole request; null if it needs another chunk for that, or after a protocol error. */
  next(): GatewayRequest | ProtocolError | null {
    for (;;) {
      switch (this.stage) {
        case 'request-line':
        case 'fields': {
          const parsed = this.readLine();
          if (parsed !== CONTINUE) return parsed;
          break;
        }
        case 'content':
          return this.readContent();
        case 'unwanted':
          return this.skipContent();
        case 'failed':
          return this.needMore();
      }
    }
  }

  /** Whether a request has begun to come and is not whole. */
  get isMidRequest(): boolean {
    return this.stage === 'request-line' ? this.carry !== null && this.carry.length > 0 : this.stage !== 'failed';
  }

  /** Whether the client wants to be told to go on before it sends (the rest of) its content. */
  get awaitsContinue(): boolean {
    return (this.stage === 'content' || this.stage === 'unwanted') && this.head.expectsContinue;
  }

  /** The client was told. */
  continued(): void {
    this.head.expectsContinue = false;
  }

  /** Drops whatever is half read, for good. */
  discard(): void {
    this.stage = 'failed';
    this.chunk = NOTHING;
    this.at = 0;
    this.budget.give(this.held + (this.gatherer?.held ?? 0));
    this.held = 0;
    this.gatherer = null;
    this.carry = null;
  }

  private needMore(): null {
    this.chunk = NOTHING;
    this.at = 0;
    this.fieldsAt = -1;
    return null;
  }

  private fail(kind: BrokenFraming): ProtocolError {
    this.discard();
    return { type: 'protocol-error', kind };
  }

  /** Takes all fields with the empty line behind them, if they lie before us and are known. */
  private skipFamiliarFields(): boolean {
    if (!this.head.mayHaveBareFields) return false;
    const end = FAMILIAR.endIn(this.chunk, this.at);
    if (end < 0) {
      this.fieldsAt = this.at;
      return false;
    }
    this.at = end;
    this.head.exclusive = FAMILIAR.exclusive;
    return true;
  }

  /** One step through the head: CONTINUE, or what `next` is to say. */
  private readLine(): GatewayRequest | ProtocolError | null | typeof CONTINUE {
    const chunk = this.chunk;
    const start = this.at;
    let end = start;
    while (end < chunk.length && chunk[end] !== LF) end++;
    const isWhole = end < chunk.length;
    const after = isWhole ? end + 1 : end;

    const carried = this.carry === null ? 0 : this.carry.length;
    const limit = this.stage === 'request-line' ? MAX_REQUEST_LINE_BYTES : MAX_HEADER_BYTES;
    // Half a line is judged by the same count as the whole one, so the verdict is the same however the octets are cut.
    if (this.sectionBytes + carried + (after - start) > limit) return this.fail('head-too-long');
    if (!isWhole) {
      if (after === start) return this.needMore();
      this.carry ??= new LineCarry();
      return this.carryOn(this.carry, start, after) ? this.needMore() : this.fail('in-flight');
    }
    this.at = after;
    this.sectionBytes += carried + (after - start);
    if (this.carry === null || carried === 0) return this.onLine(chunk, start, end);
    if (!this.carryOn(this.carry, start, end)) return this.fail('in-flight');
    const length = this.carry.length;
    this.carry.length = 0;
    return this.onLine(this.carry.bytes, 0, length);
  }

  /** Puts a part of the chunk to the line carried; false if the budget has no room for that. */
  private carryOn(carry: LineCarry, from: number, to: number): boolean {
    const before = carry.bytes.length;
    carry.append(this.chunk, from, to);
    const grown = carry.bytes.length - before;
    if (grown === 0) return true;
    if (!this.budget.take(grown)) return false;
    this.held += grown;
    return true;
  }

  /** `end` is where the LF stands (or stood); a CR before it belongs to the line's end. */
  private onLine(
    bytes: Uint8Array,
    start: number,
    end: number,
  ): GatewayRequest | ProtocolError | null | typeof CONTINUE {
    const textEnd = end > start && bytes[end - 1] === CR ? end - 1 : end;
    if (this.stage === 'request-line') {
      // Some clients end their content with a line end that is not part of it.
      if (textEnd === start) return CONTINUE;
      const wrong = this.head.readRequestLine(bytes, start, textEnd);
      if (wrong !== null) return this.fail(wrong);
      this.stage = 'fields';
      this.sectionBytes = 0;
      return this.skipFamiliarFields() ? this.onHead() : CONTINUE;
    }
    if (textEnd === start) {
      if (this.fieldsAt >= 0 && this.head.isBareRead) {
        FAMILIAR.remember(this.chunk, this.fieldsAt, this.at, this.head.exclusive);
      }
      this.fieldsAt = -1;
      return this.onHead();
    }
    const wrong = this.head.readField(bytes, start, textEnd);
    return wrong === null ? CONTINUE : this.fail(wrong);
  }

  /** The head is whole: now it is known how much content belongs to it, before any memory is taken for that. */
  private onHead(): GatewayRequest | ProtocolError | null {
    this.budget.give(this.held);
    this.held = 0;
    this.carry = null;
    this.sectionBytes = 0;

    const length = this.head.contentLength;
    if (length > this.maxContentBytes) return this.fail('content-too-long');
    const keyBytes = this.head.key.bytes.length;
    if (!this.budget.take(keyBytes)) return this.fail('in-flight');
    this.held = keyBytes;
    if (length === 0) return this.whole(NOTHING, keyBytes);
    if (this.head.verb !== 'put') {
      this.stage = 'unwanted';
      this.unwantedBytes = length;
      return this.skipContent();
    }
    const from = this.at;
    if (this.chunk.length - from >= length) {
      if (!this.budget.take(length)) return this.fail('in-flight');
      this.at = from + length;
      const content = new Uint8Array(this.chunk.buffer, this.chunk.byteOffset + from, length);
      return this.whole(copied(content), keyBytes + length);
    }
    this.stage = 'content';
    this.gatherer = new ContentGatherer(length, this.budget);
    return this.readContent();
  }

  private readContent(): GatewayRequest | ProtocolError | null {
    const gatherer = this.gatherer;
    assert(gatherer !== null, 'there is a gatherer while content is read');
    const count = Math.min(this.chunk.length - this.at, gatherer.length - gatherer.gathered);
    if (count === 0) return this.needMore();
    if (!gatherer.gather(this.chunk, this.at, count)) return this.fail('in-flight');
    this.at += count;
    if (!gatherer.isWhole) return this.needMore();
    this.gatherer = null;
    return this.whole(gatherer.content, this.held + gatherer.held);
  }

  private skipContent(): GatewayRequest | null {
    const count = Math.min(this.chunk.length - this.at, this.unwantedBytes);
    this.at += count;
    this.unwantedBytes -= count;
    return this.unwantedBytes === 0 ? this.whole(NOTHING, this.held) : this.needMore();
  }

  /** @param bytes what the request holds of the budget, from now on its owner's to give back */
  private whole(body: Uint8Array, bytes: number): GatewayRequest {
    const head = this.head;
    this.stage = 'request-line';
    this.held = 0;
    return {
      type: 'request',
      verb: head.verb,
      key: head.key,
      exclusive: head.exclusive,
      cookie: head.cookie,
      timeout: head.timeout,
      extraFlags: head.extraFlags,
      body,
      keepAlive: head.keepAlive,
      bytes,
    };
  }
}

/** `next` goes on by itself. */
const CONTINUE = 'continue';

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
