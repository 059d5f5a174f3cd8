import type { ClusterPlan } from './cluster-plan.ts';

const HEADINGS = ['member', 'gateway', 'grpc', 'admin', 'cluster'];

/** What `holdfast cluster` shows whoever started it. */
export function renderAddressTable({ members, copies }: ClusterPlan): string {
  const rows = members.map(({ id, gateway, grpc, admin, cluster }) => [id, gateway, grpc, admin, cluster]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd();
  return `${[
    `${members.length === 1 ? '1 member' : `${members.length} members`} on this machine, ${copies === 1 ? 'one copy' : `${copies} copies`} of every session:`,
    '',
    ...[HEADINGS, ...rows].map(line),
    '',
    'Point ASP.NET\'s stateConnectionString ("tcpip=HOST:PORT") at any gateway. Ctrl-C stops all members.',
  ].join('\n')}\n`;
}
