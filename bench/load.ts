import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Instruction, LoadPlan, Report } from './load-plan.ts';

const GENERATOR = fileURLToPath(new URL('./load-generator.ts', import.meta.url));

/** The load generator's process, seen from the benchmark. One instruction at a time. */
export class Load<Plan = LoadPlan> {
  private readonly process: ChildProcess;
  /** Rejects when the process ends. */
  private readonly died: Promise<never>;

  /** `prefix`: a command that runs node, such as `taskset -c 1`. `generator`: what it runs, given another kind of plan. */
  constructor(prefix: readonly string[], generator = GENERATOR) {
    const [program = '', ...args] = [...prefix, process.execPath, '--import', 'tsx', generator];
    this.process = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.died = new Promise((_, reject) => {
      this.process.once('exit', (code) => reject(new Error(`the load generator ended with code ${code}`)));
    });
    // Its end is expected once `close` was called, and told by `tell` before.
    this.died.catch(() => {});
  }

  async begin(plan: Plan): Promise<void> {
    await this.tell({ type: 'begin', plan });
  }

  /** What happened since `begin` or the last `mark`. */
  mark(): Promise<Report> {
    return this.tell({ type: 'mark' });
  }

  async end(): Promise<void> {
    await this.tell({ type: 'end' });
  }

  /** Plays a plan that ends by itself, to its end. */
  async whole(plan: Plan): Promise<Report> {
    await this.begin(plan);
    const report = await this.tell({ type: 'finish' });
    await this.end();
    return report;
  }

  close(): void {
    if (this.process.connected) this.process.disconnect();
  }

  private async tell(instruction: Instruction<Plan>): Promise<Report> {
    this.process.send(instruction);
    return await Promise.race([once(this.process, 'message').then(([report]) => report as Report), this.died]);
  }
}
