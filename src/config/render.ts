import { SECTIONS, type Section, type Setting } from './setting.ts';
import { defaultText, environmentVariable, SETTING_IDS, SETTINGS } from './settings.ts';

const HELP_WIDTH = 100;

const BOUNDS = [
  '`max-content-bytes` is at most `max-bytes-in-flight`, and at most 128MiB unless `coordination` is embedded and the member alone.',
  '`grpc-tls-cert` and `grpc-tls-key` come together, and belong together; `grpc-tls-client-ca` needs both.',
  '`cluster-tls-cert`, `cluster-tls-key` and `cluster-tls-ca` come together, and belong together.',
  '`coordination etcd` needs `etcd-endpoints`, and all settings called `etcd-…` need `coordination etcd`; `etcd-cert` and `etcd-key` come together, `etcd-user` and `etcd-password-file` too. `etcd-ca` and `etcd-cert` need endpoints with https.',
  'With `coordination embedded` there are no members but those of this machine: `copies` and `bootstrap-members` are at most `members-per-machine`, and `gateway-only` is off.',
  'With `members-per-machine` N above 1, the ports of `cluster-listen` and `advertise` and the N − 1 after them exist, no other listener has one of the former, and `max-memory` is at least N × 64KiB.',
  'All listeners have addresses of their own.',
  '`heartbeat` × 3 ≤ `lease`; `lease` × 1.05 < `takeover` × 0.95; `takeover` < 5s.',
  '`takeover` < `gateway-hold-reads` ≤ `gateway-hold` < 10s; `lock-wait` + 1s ≤ `gateway-hold-reads`.',
];

const WARNINGS = [
  'The gateway listens beyond loopback without `gateway-allow`.',
  'The gRPC door listens beyond loopback without `grpc-token-file` or `grpc-tls-client-ca`, or takes tokens in plain text there.',
  'A member listens for its peers beyond loopback without TLS; it then takes orders without `operator-token-file`, or tokens in plain text, too.',
  'The password for etcd crosses the network in plain text.',
  'etcd is on another machine, and `advertise` an address that only this machine can reach.',
  '`max-memory` is more than the process may use.',
];

/** What `holdfast serve --help` prints. */
export function renderHelp(): string {
  const lines = [
    'Usage: holdfast serve [--SETTING VALUE]...',
    '',
    'Runs a member: the state-server gateway, the gRPC door and the admin listener, until SIGTERM or SIGINT.',
    '',
    'Each setting can be given as a flag, as an environment variable (HOLDFAST_GATEWAY_LISTEN for --gateway-listen)',
    'or as a line of the YAML file that --config names (gateway-listen: 127.0.0.1:42424). A flag wins over the',
    'environment, the environment over the file.',
  ];
  for (const section of SECTIONS) {
    lines.push('', `${section}:`);
    for (const setting of settingsIn(section)) {
      lines.push(`  --${setting.name} ${setting.kind.placeholder}`.trimEnd());
      lines.push(...wrap(setting.help, '      '));
      lines.push(...wrap(`Default: ${defaultText(setting)}. Allowed: ${setting.kind.allowed}.`, '      '));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What docs/configuration.md holds. */
export function renderConfigurationDoc(): string {
  const lines = [
    '# Configuration',
    '',
    '<!-- Made by `npm run generate` from src/config/settings.ts. -->',
    '',
    'Every setting of `holdfast serve` can be given in three ways. A flag wins over the environment, the environment',
    'over the file, the file over the default:',
    '',
    '| Where | How |',
    '|---|---|',
    '| flag | `--lock-lease 5m` or `--lock-lease=5m` |',
    '| environment | `HOLDFAST_LOCK_LEASE=5m` |',
    '| file | `lock-lease: 5m`, in the YAML file named by `--config FILE` or `HOLDFAST_CONFIG` |',
    '',
    'A value that is not allowed, an unknown flag, an unknown key and an unknown `HOLDFAST_` variable each stop the start',
    'with one line that says which setting, where it came from, its value and what is allowed. Variables that Kubernetes',
    'adds for a service called holdfast (`HOLDFAST_SERVICE_HOST`, `HOLDFAST_PORT_42424_TCP`, …) are let pass.',
  ];
  for (const section of SECTIONS) {
    lines.push('', `## ${section}`);
    for (const setting of settingsIn(section)) {
      lines.push('', `### ${setting.name}`, '', setting.help, '');
      lines.push(`- Flag: \`${`--${setting.name} ${setting.kind.placeholder}`.trimEnd()}\``);
      lines.push(`- Environment: \`${environmentVariable(setting.name)}\``);
      lines.push(`- Default: ${defaultInMarkdown(setting)}`);
      lines.push(`- Allowed: ${setting.kind.allowed}`);
    }
  }
  lines.push('', '## How settings bound each other', '', ...BOUNDS.map((line) => `- ${line}`));
  lines.push('', '## Warnings at start', '', ...WARNINGS.map((line) => `- ${line}`));
  return `${lines.join('\n')}\n`;
}

function settingsIn(section: Section): Setting<unknown>[] {
  const all: readonly Setting<unknown>[] = SETTING_IDS.map((id) => SETTINGS[id]);
  return all.filter((setting) => setting.section === section);
}

function defaultInMarkdown(setting: Setting<unknown>): string {
  const text = defaultText(setting);
  return setting.defaultInWords === null && setting.byDefault !== null ? `\`${text}\`` : text;
}

function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent.trimEnd();
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > HELP_WIDTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? indent + word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
