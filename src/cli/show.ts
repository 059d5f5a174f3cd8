import { holdfast } from '../rpc/generated/holdfast.js';
import { type CliIo, EXIT } from './cli-io.ts';
import type { Command } from './command.ts';
import { METHODS } from './connection.ts';
import { PROCESS_IO } from './process-io.ts';
import { failed, helpOf, JSON_FLAG, printJson, runAgainst, type Session, type Usage } from './run-against.ts';
import { sessionReport, sessionText } from './session-report.ts';

const { v1 } = holdfast;

const USAGE: Usage = { name: 'show', words: ['APPLICATION', 'ID'], flags: JSON_FLAG };

const HELP = `
Shows one session: its size, the time it has left, who holds its lock and how many wait for it. Never its content, and
without touching it. APPLICATION and ID are what the state-server protocol calls it, decoded: of
%2fLM%2fW3SVC%2f1%2fROOT(hash%3d)%2fabc they are "/LM/W3SVC/1/ROOT(hash=)" and "abc".
Ends with 0 if there is such a session, 1 if not, 2 if it was called wrongly, 3 if the member does not answer.
`;

export const show = {
  name: USAGE.name,
  summary: 'Shows one session, and who holds its lock.',
  help: helpOf(USAGE, HELP),
  run: (args: readonly string[], io: CliIo = PROCESS_IO) => runAgainst(USAGE, args, io, describe),
} satisfies Command;

async function describe({ connection, flags, words, io }: Session): Promise<number> {
  const [application = '', id = ''] = words;
  const request = v1.DescribeRequest.encode({ application, id });
  const answer = await connection.call(METHODS.describe, request, v1.DescribeResponse);
  if (answer.type === 'failed') return failed(io, answer);
  const { described } = answer.message;
  const report = sessionReport(application, id, described ?? null);
  if (flags.has('json')) printJson(io, report);
  if (report.session === null) return failed(io, { line: 'there is no such session', exit: EXIT.refused });
  if (!flags.has('json')) io.out(sessionText(application, id, report.session));
  return EXIT.good;
}
