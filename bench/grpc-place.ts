import { holdfast } from '../src/rpc/generated/holdfast.js';
import type { GrpcPlan } from './grpc-plan.ts';

const { v1 } = holdfast;

type Question = holdfast.v1.PipeCommand.$Properties;
type Answer = holdfast.v1.PipeAnswer.$Properties;

const APPLICATION = '/LM/W3SVC/1/ROOT/shop(sx01GGAfrT/Xm/AHJShXDlwTYPCa/39Yvs6vMn0QUyE=)';

/** Which of a question's methods a call has, and how its messages are written and read. */
const CALLS = {
  get: {
    path: '/holdfast.v1.SessionService/Get',
    encode: (question: Question) => v1.GetRequest.encode(question.get ?? {}),
    decode: (bytes: Uint8Array): Answer => ({ get: v1.GetResponse.decode(bytes) }),
  },
  getExclusive: {
    path: '/holdfast.v1.SessionService/GetExclusive',
    encode: (question: Question) => v1.GetExclusiveRequest.encode(question.getExclusive ?? {}),
    decode: (bytes: Uint8Array): Answer => ({ getExclusive: v1.GetExclusiveResponse.decode(bytes) }),
  },
  set: {
    path: '/holdfast.v1.SessionService/Set',
    encode: (question: Question) => v1.SetRequest.encode(question.set ?? {}),
    decode: (bytes: Uint8Array): Answer => ({ set: v1.SetResponse.decode(bytes) }),
  },
};

export function callFor(question: Question): (typeof CALLS)[keyof typeof CALLS] {
  if (question.get) return CALLS.get;
  return question.getExclusive ? CALLS.getExclusive : CALLS.set;
}

/** One who asks, and asks again when he was answered. Places share no session that is locked. */
export class GrpcPlace {
  /** When the present question was asked. */
  askedAt = 0;
  isBusy = false;
  private readonly plan: GrpcPlan;
  private readonly step: number;
  private readonly first: number;
  private session: number;
  private readonly content: Uint8Array;
  private cookie = 0;

  /** `index`: among the `places` of all connections. */
  constructor(plan: GrpcPlan, index: number, places: number) {
    this.plan = plan;
    this.first = index;
    this.session = index;
    this.step = places;
    this.content = Buffer.alloc(plan.contentBytes, 'x');
  }

  /** Null when there is no more to ask. `isEnding`: a lock taken is still given back, nothing else is begun. */
  next(isEnding: boolean): Question | null {
    const { mix, sessions } = this.plan;
    if (this.cookie > 0) {
      const { cookie } = this;
      this.cookie = 0;
      const set = { ...this.name(), content: this.content, timeoutMinutes: 20, cookie };
      this.moveOn();
      return { set };
    }
    if (isEnding) return null;
    if (mix === 'exclusive-set') return { getExclusive: this.name() };
    if (mix === 'create') {
      if (this.session >= sessions) return null;
      const set = { ...this.name(), content: this.content, timeoutMinutes: 20 };
      this.session += this.step;
      return { set };
    }
    const get = this.name();
    this.moveOn();
    return { get };
  }

  /** Whether the answer is what it should be. */
  take(answer: Answer): boolean {
    const { found } = answer.getExclusive ?? answer.get ?? {};
    if (answer.getExclusive) this.cookie = found?.cookie ?? 0;
    if (answer.set) return answer.set.stored != null;
    return found?.content?.length === this.plan.contentBytes;
  }

  private name(): { application: string; id: string } {
    return { application: APPLICATION, id: `s${this.session.toString(36).padStart(23, '0')}` };
  }

  private moveOn(): void {
    this.session += this.step;
    if (this.session >= this.plan.sessions) this.session = this.first;
  }
}
