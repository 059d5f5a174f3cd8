/** One step of a stage, of those that this project's image is made of. */
export type Step =
  | { readonly type: 'workdir'; readonly path: string }
  /** `from` is a stage's name; null: the build's context. */
  | {
      readonly type: 'copy';
      readonly from: string | null;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly type: 'run'; readonly command: string }
  | { readonly type: 'env'; readonly variables: Readonly<Record<string, string>> }
  | { readonly type: 'user'; readonly user: string }
  | { readonly type: 'expose'; readonly ports: readonly number[] }
  | { readonly type: 'healthcheck' | 'entrypoint' | 'cmd'; readonly command: readonly string[] };

export interface Stage {
  readonly base: string;
  /** Null: nothing is copied from it. */
  readonly name: string | null;
  readonly steps: readonly Step[];
}

/** Reads a Dockerfile. What it does not know it refuses, so that nothing is carried out in part. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { base: string; name: string | null; steps: Step[] }[] = [];
  for (const line of logicalLines(text)) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [, base, name = null] = /^([^\s]+)(?:\s+AS\s+([\w-]+))?$/.exec(rest) ?? [];
      if (base === undefined) throw new Error(`FROM ${rest}: is in no known form`);
      stages.push({ base, name, steps: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error(`${line}: stands before the first FROM`);
    stage.steps.push(stepOf(word, rest, line));
  }
  return stages;
}

/** Without comments, and with lines joined that end in a backslash. */
function logicalLines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replaceAll(/\s*\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim());
}

function stepOf(word: string, rest: string, line: string): Step {
  switch (word) {
    case 'WORKDIR':
      return { type: 'workdir', path: rest };
    case 'COPY':
      return copyOf(rest, line);
    case 'RUN':
      // A list or a flag would mean something else than what a shell is given.
      if (/^(\[|--)/.test(rest)) throw new Error(`${line}: only plain commands are known`);
      return { type: 'run', command: rest };
    case 'ENV':
      return { type: 'env', variables: Object.fromEntries(rest.split(/\s+/).map((pair) => variableOf(pair, line))) };
    case 'USER':
      return { type: 'user', user: rest };
    case 'EXPOSE':
      return { type: 'expose', ports: rest.split(/\s+/).map(Number) };
    case 'HEALTHCHECK':
      return { type: 'healthcheck', command: listOf(rest.replace(/^(--[a-z-]+=\w+\s+)*CMD\s+/, ''), line) };
    case 'ENTRYPOINT':
      return { type: 'entrypoint', command: listOf(rest, line) };
    case 'CMD':
      return { type: 'cmd', command: listOf(rest, line) };
    default:
      throw new Error(`${line}: ${word} is not known here`);
  }
}

function copyOf(rest: string, line: string): Step {
  const [, from = null, paths = ''] = /^(?:--from=(\S+)\s+)?(.*)$/.exec(rest) ?? [];
  const names = paths.split(/\s+/);
  const target = names.pop() ?? '';
  if (names.length === 0 || /[*?[\]$"]|(^|\s)--/.test(paths)) throw new Error(`${line}: is in no known form`);
  return { type: 'copy', from, sources: names, target };
}

function variableOf(pair: string, line: string): [string, string] {
  const [, name, value] = /^(\w+)=([^"'$\\]*)$/.exec(pair) ?? [];
  if (name === undefined || value === undefined) throw new Error(`${line}: ${pair} is in no known form`);
  return [name, value];
}

function listOf(text: string, line: string): string[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    list = null;
  }
  // The other form starts a shell, which would be what gets the signals.
  if (Array.isArray(list) && list.every((each) => typeof each === 'string')) return list;
  throw new Error(`${line}: is no list of texts`);
}
