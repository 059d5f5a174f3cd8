import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { takeAlong } from '../process/children.ts';
import type {
  Instruction,
  LoadPlan,
  LoadReport,
  MemberDoors,
  Numbered,
  NumberedReply,
  Probed,
  Reply,
} from './load-plan.ts';

const GENERATOR = fileURLToPath(new URL('./generator.ts', import.meta.url));

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/** The load generator's process, seen from the run. */
export class Load {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private numbers = 0;
  private isEnded = false;

  private constructor() {
    this.child = fork(GENERATOR, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child.on('message', ({ number, reply }: NumberedReply) => {
      const waiting = this.waiting.get(number);
      this.waiting.delete(number);
      if (typeof reply === 'string') waiting?.reject(new Error(`the load generator: ${reply}`));
      else waiting?.resolve(reply);
    });
    this.child.once('exit', (code, signal) => {
      this.isEnded = true;
      const error = new Error(`the load generator ended: ${code ?? signal}`);
      for (const { reject } of this.waiting.values()) reject(error);
    });
    takeAlong(this.child);
  }

  /** A process that has made all sessions and waits for `begin`. */
  static async start(plan: LoadPlan): Promise<Load> {
    const load = new Load();
    await load.tell({ type: 'populate', plan });
    return load;
  }

  async begin(): Promise<void> {
    await this.tell({ type: 'begin' });
  }

  /**
   * From here on it is measured.
   *
   * @returns how long 99 of 100 requests had to wait up to here, at most
   */
  async measure(): Promise<number> {
    const reply = await this.tell({ type: 'measure' });
    if (reply.type !== 'measured') throw new Error(`a measure was answered ${reply.type}`);
    return reply.p99;
  }

  async setRate(rate: number): Promise<void> {
    await this.tell({ type: 'rate', rate });
  }

  async doors(doors: readonly MemberDoors[]): Promise<void> {
    await this.tell({ type: 'doors', doors });
  }

  async probe(members: readonly string[]): Promise<Probed> {
    const reply = await this.tell({ type: 'probe', members });
    if (reply.type !== 'probed') throw new Error(`a probe was answered ${reply.type}`);
    return reply.probe;
  }

  async end(sweep: boolean): Promise<LoadReport> {
    const reply = await this.tell({ type: 'end', sweep });
    if (reply.type !== 'ended') throw new Error(`the end was answered ${reply.type}`);
    return reply.report;
  }

  close(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private tell(instruction: Instruction): Promise<Reply> {
    if (this.isEnded) throw new Error('the load generator has ended');
    const number = this.numbers++;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.child.send({ number, instruction } satisfies Numbered);
    });
  }
}
