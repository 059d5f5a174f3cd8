import { Farm } from './farm.ts';
import type { Instruction, Numbered, NumberedReply, Reply } from './load-plan.ts';

/** The process that makes the load, told what to do over IPC. It is one of its own, so that only its own stalls show. */

let farm: Farm | null = null;

async function follow(instruction: Instruction): Promise<Reply> {
  if (instruction.type === 'populate') {
    farm = new Farm(instruction.plan);
    await farm.populate();
    return { type: 'done' };
  }
  if (farm === null) throw new Error('there is no plan yet');
  switch (instruction.type) {
    case 'begin':
      farm.begin();
      return { type: 'done' };
    case 'measure':
      return { type: 'measured', p99: farm.measure() };
    case 'rate':
      farm.rate = instruction.rate;
      return { type: 'done' };
    case 'doors':
      farm.opened(instruction.doors);
      return { type: 'done' };
    case 'probe':
      return { type: 'probed', probe: await farm.probe(instruction.members) };
    case 'end':
      return { type: 'ended', report: await farm.end(instruction.sweep) };
  }
}

process.on('message', ({ number, instruction }: Numbered) => {
  const answer = (reply: Reply | string): void => {
    process.send?.({ number, reply } satisfies NumberedReply);
  };
  follow(instruction).then(answer, (error: unknown) => answer(error instanceof Error ? error.message : String(error)));
});
process.on('disconnect', () => process.exit(0));
