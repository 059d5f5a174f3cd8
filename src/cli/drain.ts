import { holdfast } from '../rpc/generated/holdfast.js';
import { type CliIo, EXIT } from './cli-io.ts';
import type { Command } from './command.ts';
import { type Connection, METHODS } from './connection.ts';
import { PROCESS_IO } from './process-io.ts';
import { failed, helpOf, JSON_FLAG, printJson, runAgainst, type Session, type Usage } from './run-against.ts';
import { type Process, processOf, processText } from './status-report.ts';
import { counted } from './text-table.ts';

const { v1 } = holdfast;

const USAGE: Usage = {
  name: 'drain',
  words: ['MEMBER'],
  flags: { wait: { value: null, help: 'Stay until its process has ended.' }, ...JSON_FLAG },
};

const HELP = `
Has a member hand over all it holds and then end its process, as SIGTERM does. Sessions and requests go on.
Refused while another member drains, while a partition lacks a copy, and where nobody else is left.
Needs an operator's token, or a member line (cluster-listen) with TLS or without operator tokens.
Ends with 0 if it has begun (with --wait: if it is over and nothing was left behind), 1 if not, 2 if it was called
wrongly, 3 if the member asked does not answer.
`;

const LOOK_EVERY = 200;
/** Whoever is asked may be the one that ends, or be away for a moment. */
const MOST_FAILURES = 25;

export const drain = {
  name: USAGE.name,
  summary: 'Has a member hand over what it holds, and end.',
  help: helpOf(USAGE, HELP),
  run: (args: readonly string[], io: CliIo = PROCESS_IO) => runAgainst(USAGE, args, io, begin),
} satisfies Command;

async function begin({ connection, flags, words, io }: Session): Promise<number> {
  const [member = ''] = words;
  const answer = await connection.call(METHODS.drain, v1.DrainRequest.encode({ member }), v1.DrainResponse);
  if (answer.type === 'failed') return failed(io, answer);
  const draining = processOf(answer.message.draining);
  const isJson = flags.has('json');
  if (!flags.has('wait')) {
    if (isJson) printJson(io, { draining, ended: false });
    else io.out(`${processText(draining)} drains\n`);
    return EXIT.good;
  }
  if (!isJson) io.err(`${processText(draining)} drains\n`);
  const end = await waitForEnd(connection, draining, isJson ? () => {} : (line) => io.err(`${line}\n`), io);
  if (end.type === 'failed') return failed(io, end);
  if (isJson) printJson(io, { draining, ended: true, leftBehind: end.left });
  else io.out(`${processText(draining)} has ended${endText(end.left)}\n`);
  return end.left === 0 ? EXIT.good : EXIT.refused;
}

type End =
  /** `left`: copies that the table still gives it; null: nobody is there to say. */
  | { readonly type: 'ended'; readonly left: number | null }
  | { readonly type: 'failed'; readonly line: string; readonly exit: number };

function endText(left: number | null): string {
  if (left === null) return '; whether it left anything behind, another member knows: holdfast status --address ...';
  return left === 0 ? ' and left nothing behind' : ` and left ${counted(left, 'copy', 'copies')} behind`;
}

async function waitForEnd(
  connection: Connection,
  draining: Process,
  progress: (line: string) => void,
  io: CliIo,
): Promise<End> {
  const request = v1.ListMembersRequest.encode({});
  let left: number | null = null;
  let failures = 0;
  let isAsked = false;
  for (;;) {
    const answer = await connection.call(METHODS.listMembers, request, v1.ListMembersResponse);
    if (answer.type === 'failed') {
      // It may have handed over the rest after its last answer, or not.
      if (isAsked && answer.exit === EXIT.unreachable) return { type: 'ended', left: left === 0 ? 0 : null };
      if (++failures > MOST_FAILURES) return answer;
    } else {
      failures = 0;
      isAsked = isSame(processOf(answer.message.answering), draining);
      const row = answer.message.members?.find((each) => isSame(processOf(each), draining));
      const now = (row?.primaries ?? 0) + (row?.replicas ?? 0);
      const isThere = row !== undefined && (row.registered === true || row.heard === true);
      if (!isThere) return { type: 'ended', left: now };
      if (now !== left) progress(`${processText(draining)} holds ${counted(now, 'copy', 'copies')}`);
      left = now;
    }
    await io.pause(LOOK_EVERY);
  }
}

function isSame(a: Process, b: Process): boolean {
  return a.member === b.member && a.incarnation === b.incarnation;
}
