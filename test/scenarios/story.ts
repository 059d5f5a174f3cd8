/** One command of a story, and what it was recorded to lead to. */
export interface StoryStep {
  /** Counted from 1. */
  readonly line: number;
  readonly command: string;
  readonly recorded: readonly string[];
}

/**
 * A story as it stands in its file: what begins with two spaces was recorded under the command above it; what begins
 * with # is for readers, as are empty lines; everything else is a command.
 */
export interface Story {
  /** Lines that are not played, and the steps, in order. */
  readonly parts: readonly (string | StoryStep)[];
}

const INDENT = '  ';

export function parseStory(text: string): Story {
  const parts: (string | StoryStep)[] = [];
  let recorded: string[] | null = null;
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    if (line.startsWith(INDENT)) {
      if (recorded === null) throw new Error(`line ${index + 1} is recorded under no command: ${line.trim()}`);
      recorded.push(line.slice(INDENT.length));
    } else if (line === '' || line.startsWith('#')) {
      recorded = null;
      parts.push(line);
    } else {
      recorded = [];
      parts.push({ line: index + 1, command: line.trim(), recorded });
    }
  }
  return { parts };
}

export function stepsOf({ parts }: Story): StoryStep[] {
  return parts.filter((part) => typeof part !== 'string');
}

/** What stands above the first command, without the signs that make it a remark. */
export function prefaceOf({ parts }: Story): string {
  const end = parts.findIndex((part) => typeof part !== 'string');
  return parts
    .slice(0, end)
    .map((line) => String(line).replace(/^# ?/, ''))
    .join('\n')
    .trim();
}

/** The story's text with these results, one list for each step, in place of what was recorded. */
export function renderStory({ parts }: Story, results: readonly (readonly string[])[]): string {
  let step = 0;
  const lines = parts.flatMap((part) => {
    if (typeof part === 'string') return [part];
    return [part.command, ...(results[step++] ?? []).map((line) => INDENT + line)];
  });
  return `${lines.join('\n')}\n`;
}

/** The first step that led to something else than was recorded, in words; null if none did. */
export function differenceIn(story: Story, results: readonly (readonly string[])[]): string | null {
  for (const [index, { line, command, recorded }] of stepsOf(story).entries()) {
    const result = results[index] ?? [];
    const first = result.findIndex((each, at) => each !== recorded[at]);
    const at = first >= 0 ? first : result.length;
    if (at === result.length && result.length === recorded.length) continue;
    const agreed = result.slice(0, at).map((each) => `    ${each}`);
    const gone = recorded.slice(at).map((each) => `  - ${each}`);
    const come = result.slice(at).map((each) => `  + ${each}`);
    return [`line ${line}: ${command}`, ...agreed, ...gone, ...come].join('\n');
  }
  return null;
}
