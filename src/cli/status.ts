import { holdfast } from '../rpc/generated/holdfast.js';
import { type CliIo, EXIT } from './cli-io.ts';
import type { Command } from './command.ts';
import { METHODS } from './connection.ts';
import { PROCESS_IO } from './process-io.ts';
import { failed, helpOf, JSON_FLAG, printJson, runAgainst, type Session, type Usage } from './run-against.ts';
import { statusReport, statusText } from './status-report.ts';

const { v1 } = holdfast;

const USAGE: Usage = { name: 'status', words: [], flags: JSON_FLAG };

const HELP = `
Shows who is in the cluster, who holds what, and what is wrong, as the member asked sees it.
Ends with 0 if all is well, 1 if not, 2 if it was called wrongly, 3 if the member does not answer.
`;

export const status = {
  name: USAGE.name,
  summary: 'Shows how the cluster stands.',
  help: helpOf(USAGE, HELP),
  run: (args: readonly string[], io: CliIo = PROCESS_IO) => runAgainst(USAGE, args, io, show),
} satisfies Command;

async function show({ connection, flags, io }: Session): Promise<number> {
  const health = await connection.call(METHODS.getHealth, v1.GetHealthRequest.encode({}), v1.GetHealthResponse);
  if (health.type === 'failed') return failed(io, health);
  const list = await connection.call(METHODS.listMembers, v1.ListMembersRequest.encode({}), v1.ListMembersResponse);
  if (list.type === 'failed') return failed(io, list);
  const report = statusReport(health.message, list.message);
  if (flags.has('json')) printJson(io, report);
  else io.out(statusText(report));
  return report.healthy ? EXIT.good : EXIT.refused;
}
