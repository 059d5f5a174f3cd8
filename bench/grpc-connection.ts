import { performance } from 'node:perf_hooks';
import { holdfast } from '../src/rpc/generated/holdfast.js';
import { callFor, GrpcPlace } from './grpc-place.ts';
import type { GrpcPlan } from './grpc-plan.ts';
import { Http2Client } from './http2-client.ts';

const { v1 } = holdfast;
const PIPE_PATH = '/holdfast.v1.SessionService/Pipe';

type OnAnswer = (milliseconds: number, ok: boolean) => void;

/** One connection's part of the load: as many questions under way as the plan says, each by a call or all by a Pipe. */
export class GrpcConnection {
  readonly connected: Promise<unknown>;
  private readonly client: Http2Client;
  private readonly plan: GrpcPlan;
  private readonly places: GrpcPlace[];
  private readonly onAnswer: OnAnswer;
  /** Unary: by stream, who asked and how his answer is read. */
  private readonly calls = new Map<number, Call>();
  /** Of a Pipe: who was answered, and asks again when all that came has been read. */
  private readonly answered: number[] = [];
  private pipe = 0;
  private isEnding = false;
  private finish: () => void = () => {};

  constructor(plan: GrpcPlan, index: number, onAnswer: OnAnswer) {
    this.plan = plan;
    this.onAnswer = onAnswer;
    const { inFlight, connections } = plan;
    this.places = Array.from(
      { length: inFlight },
      (_, place) => new GrpcPlace(plan, index * inFlight + place, connections * inFlight),
    );
    this.client = new Http2Client(plan.target, {
      onMessage: (stream, message) => this.onMessage(stream, message),
      onEnd: (stream) => this.onEnd(stream),
      onRead: () => this.askByPipe(),
    });
    this.connected = this.client.connected;
  }

  /** Resolves when there is no more to ask and all was answered. */
  run(): Promise<void> {
    const finished = new Promise<void>((resolve) => {
      this.finish = resolve;
    });
    if (this.plan.way === 'pipe') {
      this.pipe = this.client.open(PIPE_PATH);
      this.answered.push(...this.places.keys());
      this.askByPipe();
    } else {
      for (const place of this.places) this.askByCall(place);
    }
    this.client.flush();
    return finished;
  }

  stop(): void {
    this.isEnding = true;
  }

  close(): void {
    this.client.close();
  }

  private askByCall(place: GrpcPlace): void {
    const question = place.next(this.isEnding);
    place.isBusy = question !== null;
    if (question === null) {
      this.finishIfDone();
      return;
    }
    const { path, encode, decode } = callFor(question);
    const stream = this.client.open(path);
    place.askedAt = performance.now();
    this.calls.set(stream, { place, decode, ok: false });
    this.client.send(stream, encode(question).finish(), true);
  }

  private askByPipe(): void {
    if (this.answered.length === 0) return;
    const now = performance.now();
    let commands: holdfast.v1.PipeCommand.$Properties[] = [];
    for (const id of this.answered) {
      const place = this.places[id] as GrpcPlace;
      const question = place.next(this.isEnding);
      place.isBusy = question !== null;
      if (question === null) continue;
      place.askedAt = now;
      commands.push({ ...question, id });
      if (commands.length < this.plan.commandsPerMessage) continue;
      this.client.send(this.pipe, v1.PipeRequest.encode({ commands }).finish(), false);
      commands = [];
    }
    if (commands.length > 0) this.client.send(this.pipe, v1.PipeRequest.encode({ commands }).finish(), false);
    this.answered.length = 0;
    this.finishIfDone();
  }

  private onMessage(stream: number, message: Buffer): void {
    if (stream !== this.pipe) {
      const call = this.calls.get(stream);
      if (call !== undefined) call.ok = call.place.take(call.decode(message));
      return;
    }
    const now = performance.now();
    for (const answer of v1.PipeResponse.decode(message).answers) {
      const id = answer.id ?? 0;
      const place = this.places[id] as GrpcPlace;
      this.onAnswer(now - place.askedAt, place.take(answer));
      this.answered.push(id);
    }
  }

  private onEnd(stream: number): void {
    if (stream === this.pipe) throw new Error('the server ended a Pipe');
    const call = this.calls.get(stream);
    if (call === undefined) return;
    this.calls.delete(stream);
    this.onAnswer(performance.now() - call.place.askedAt, call.ok);
    this.askByCall(call.place);
  }

  private finishIfDone(): void {
    if (this.places.every((place) => !place.isBusy)) this.finish();
  }
}

interface Call {
  readonly place: GrpcPlace;
  readonly decode: ReturnType<typeof callFor>['decode'];
  /** Whether the answer came, and was what it should be. */
  ok: boolean;
}
