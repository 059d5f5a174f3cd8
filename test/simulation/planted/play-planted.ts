// What `npm run simulate -- --planted` does (docs/planted-bugs.md).
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { commandFor, type SimulateArguments } from '../simulate-arguments.ts';
import { type Hunt, hunt } from './hunt.ts';
import { Copy, editedFiles, ROOT } from './plant.ts';
import type { Ground, PlantedBug } from './planted-bug.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';

/** So many seeds a bug may need. */
const MOST_SEEDS = 200;
const LONGEST_WORDS = 200;

/** Whether every bug that was asked for is caught. */
export async function huntPlanted(given: SimulateArguments): Promise<boolean> {
  const bugs = PLANTED_BUGS.filter(({ name }) => given.planted === 'all' || given.planted === name);
  const original = new Copy(ROOT);
  let escaped = 0;
  try {
    // Nobody should wait for half a list to learn that one of the others does not apply.
    for (const { edits } of bugs) editedFiles(original.folder, edits);
    for (const bug of bugs) {
      const result = await hunt(bug, original, given, given.seeds ?? MOST_SEEDS);
      if (result.caught === null) escaped++;
      console.log(tellHunt(result, given));
    }
  } finally {
    original.remove();
  }
  console.log(`${bugs.length - escaped} of ${bugs.length} planted bugs caught`);
  return escaped === 0;
}

/** Plays one seed with the bug and tells all about it, as without; whether nothing is wrong. */
export function playPlanted(seed: number, given: SimulateArguments): boolean {
  const [bug] = PLANTED_BUGS.filter(({ name }) => name === given.planted);
  if (bug === undefined) throw new Error(`nothing is known of ${given.planted}`);
  const copy = new Copy(ROOT, bug.edits);
  try {
    const script = resolve(copy.folder, 'test/simulation/simulate.ts');
    const there = commandFor(seed, { ...given, planted: null, ground: bug.name }).split(' -- ')[1] as string;
    const options = [...there.replaceAll("'", '').split(/ (?=--)/)].flatMap((option) =>
      option.split(/ (.*)/).slice(0, 2),
    );
    const history = given.history === null ? [] : ['--history', resolve(given.history)];
    const list = [...process.execArgv, script, ...options, ...history];
    const { status } = spawnSync(process.execPath, list, { stdio: 'inherit', cwd: copy.folder });
    return status === 0;
  } finally {
    copy.remove();
  }
}

function tellHunt({ bug, caught, seeds, spoiled, took }: Hunt, given: SimulateArguments): string {
  const how =
    caught === null
      ? `ESCAPED, ${seeds} seeds played`
      : `${caught.checker}, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`;
  const lines = [
    `${bug.name}: ${how} (${(took / 1_000).toFixed(0)} s)`,
    `  ${bug.breaks}: ${bug.does}`,
    `  hunted with ${tellGround(bug)}`,
  ];
  if (caught !== null) {
    lines.push(`  ${commandFor(caught.seed, { ...given, planted: bug.name, ground: bug.name })}`);
    lines.push(`    ${caught.wrong.replaceAll('\n', ' ').slice(0, LONGEST_WORDS)}`);
  }
  if (spoiled.length > 0) lines.push(`  without the bug something is wrong too at: ${spoiled.join(', ')}`);
  return lines.join('\n');
}

export function tellGround({ ground }: { readonly ground: PlantedBug['ground'] }): string {
  const texts = Object.entries(ground satisfies Ground).map(([what, value]) => {
    if (Array.isArray(value)) return `${what}: ${value.join(', ') || 'none'}`;
    return typeof value === 'object' ? `${what} ${JSON.stringify(value).replaceAll('"', '')}` : `${value} ${what}`;
  });
  return texts.join('; ') || 'nothing but what is drawn';
}
