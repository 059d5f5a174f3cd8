import type { PeerMessage } from '../../src/member/messages.ts';
import type { ChangeName } from '../../src/replica/messages.ts';
import type { Among } from '../member/among.ts';
import type { Scene } from './every-role.ts';

/** What comes of this message, in words: what is sent, told and traced, and how the member differs from before. */
export function happening({ among, messages }: Scene, name: string): string {
  const { from = 'a', message } = messages[name] as Scene['messages'][string];
  const before = standing(among);
  const told = new Set(among.answers.keys());
  among.deliver(from, message);
  const after = standing(among);
  const words = among.sent.map(({ to, message }) => `${to.replace('#1', '')}: ${sentence(message)}`);
  for (const [asker, { type }] of among.answers) if (!told.has(asker)) words.push(`tells ${asker} ${type}`);
  for (const trace of among.traces) words.push(`traces ${trace.type}`);
  if (among.proposed.length > 0) words.push('asks for another table');
  for (const what of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(what), after.get(what)];
    if (was !== is) words.push(what === 'digest' ? 'another digest' : `${what} ${was ?? 'none'} -> ${is ?? 'none'}`);
  }
  return words.join(', ') || 'nothing';
}

/** All that can be seen of the member from outside, by name. */
function standing(among: Among): Map<string, string> {
  const seen = new Map<string, string>();
  for (const { partition, digest, ...holding } of among.member.holds()) {
    const { role, last, committed, sessions, inStep } = holding;
    const at = partition === 0 ? '' : `partition ${partition} `;
    seen.set(`${at}role`, role);
    seen.set(`${at}last`, nameOf(last));
    seen.set(`${at}committed`, `${committed}`);
    seen.set(`${at}sessions`, `${sessions}`);
    seen.set(`${at}in step`, `${inStep}`);
    seen.set(`${at}digest`, `${digest}`);
    const deciding = among.member.deciding(partition);
    if (deciding !== null) seen.set(`${at}acts`, `${deciding.from}`);
  }
  for (const [what, load] of Object.entries(among.member.loads())) seen.set(what, `${load}`);
  seen.set('version', `${among.member.table?.version}`);
  return seen;
}

function sentence(message: PeerMessage): string {
  switch (message.type) {
    case 'replicate': {
      const { after, common, changes, states } = message;
      const back = after.sequence === common.sequence ? '' : ` back to ${nameOf(common)}`;
      return `replicate after ${nameOf(after)}${back}: ${changes.map(nameOf).join(' ') || '-'} with ${states.length}`;
    }
    case 'replicated':
      return `replicated ${nameOf(message.last)}${message.agrees ? '' : ', but otherwise'}`;
    case 'astray': {
      const { last, whole, tail } = message;
      return `astray at ${nameOf(last)}${whole ? '' : ', not whole'}: ${tail.map(nameOf).join(' ') || '-'}`;
    }
    case 'catch-up':
      return `catch-up ${message.portion}${message.done ? ', the last' : ''}`;
    case 'caught-up':
      return `caught-up ${message.portion}`;
    default:
      return message.type;
  }
}

function nameOf({ reign, sequence }: ChangeName): string {
  return `${reign}.${sequence}`;
}
