import { Random } from '../src/base/random.ts';
import { decodeUri } from '../src/gateway/uri.ts';
import { DEFAULT_PARTITIONS, makeKey, partitionOf } from '../src/placement/locate.ts';
import { type LoadPlan, sessionUri } from './load-plan.ts';

/** The numbers of all sessions of a plan. */
export function sessionNumbers({ sessions, first = 0, partitions }: LoadPlan): Uint32Array {
  if (partitions?.length === 0) throw new Error('there are no sessions of no partition');
  const wanted = partitions === undefined ? null : new Set(partitions);
  const numbers = new Uint32Array(sessions);
  let number = first;
  for (let index = 0; index < sessions; number++) {
    if (wanted === null || wanted.has(partitionOfSession(number))) numbers[index++] = number;
  }
  return numbers;
}

function partitionOfSession(number: number): number {
  return partitionOf(makeKey(identityOf(number)), DEFAULT_PARTITIONS);
}

/** As Holdfast stores it. */
function identityOf(session: number): Uint8Array {
  const uri = Buffer.from(sessionUri(session), 'latin1');
  return decodeUri(uri, 0, uri.length);
}

/** Octets of each session's key in Holdfast. */
export function storedKeyBytes(): number {
  return identityOf(0).length;
}

/** The sessions that one connection visits, one after another without end. */
export class Visits {
  private readonly numbers: Uint32Array;
  private readonly from: number;
  private readonly step: number;
  private readonly count: number;
  private readonly random: Random | null;
  private at: number;

  private constructor(numbers: Uint32Array, from: number, step: number, begin: number, random: Random | null) {
    this.numbers = numbers;
    this.from = from;
    this.step = step;
    this.count = Math.ceil((numbers.length - from) / step);
    if (!(this.count > 0)) throw new Error('every connection has a session to visit');
    this.random = random;
    this.at = begin;
  }

  /** Every connection visits all. They start apart, so that they do not walk through the sessions in step. */
  static ofAll(numbers: Uint32Array, plan: LoadPlan, index: number): Visits {
    return new Visits(numbers, 0, 1, Math.floor((index * numbers.length) / plan.connections), chanceOf(plan, index));
  }

  /** Every connection has sessions of its own, so that it never meets another's lock. */
  static ofOwn(numbers: Uint32Array, plan: LoadPlan, index: number): Visits {
    return new Visits(numbers, index, plan.connections, 0, chanceOf(plan, index));
  }

  next(): number {
    if (this.random !== null) this.at = this.random.below(this.count);
    const number = this.numbers[this.from + this.at * this.step] as number;
    this.at = this.at + 1 === this.count ? 0 : this.at + 1;
    return number;
  }
}

function chanceOf(plan: LoadPlan, index: number): Random | null {
  return plan.atRandom === true ? new Random(index + 1) : null;
}
