import type { Key } from '../../../src/base/key.ts';
import { type Asker, type Command, type Door, makeKey, NOBODY, type Outcome } from '../../../src/member/door.ts';
import type { Input } from '../../../src/member/input.ts';
import type { Agenda } from './agenda.ts';

export interface ClientRequest {
  readonly address: string;
  /** `application/id`. */
  readonly key: string;
  readonly command: Command;
  readonly repeatId: string | null;
  /** `grpc` unless said. */
  readonly door?: Door;
}

export type OnAnswer = (outcome: Outcome) => void;
export type OnLost = (why: 'refused' | 'reset') => void;

/** A request under way. */
export interface Pending {
  /** Neither answered nor lost nor cancelled yet. */
  readonly open: boolean;
  /** The client has gone: it hears nothing more, leaves its line, and a lock it is granted all the same is given back. */
  cancel(): void;
}

/** What the desk needs of the process it stands in. */
export interface Office {
  readonly alive: boolean;
  readonly accepting: boolean;
  sourceOf(door: Door, address: string): number;
  tell(input: Input): void;
}

interface OpenRequest {
  open: boolean;
  readonly asker: Asker;
  readonly key: Key;
  readonly source: number;
  readonly onAnswer: OnAnswer;
  readonly onLost: OnLost;
}

/** Hands clients' requests to a process and outcomes to clients, as the doors and the loop of a real one do. */
export class ClientDesk {
  private readonly office: Office;
  private readonly agenda: Agenda;
  private readonly waiting = new Map<Asker, OpenRequest>();
  private numbers = 0;

  constructor(office: Office, agenda: Agenda) {
    this.office = office;
    this.agenda = agenda;
  }

  /** Requests that the member has not answered. */
  get size(): number {
    return this.waiting.size;
  }

  submit(asked: ClientRequest, onAnswer: OnAnswer, onLost: OnLost): Pending {
    const { office } = this;
    const number = ++this.numbers;
    const takesIt = office.alive && office.accepting;
    const source = takesIt ? office.sourceOf(asked.door ?? 'grpc', asked.address) : 0;
    const request = { open: true, asker: number, key: makeKey(Buffer.from(asked.key)), source, onAnswer, onLost };
    if (takesIt) {
      this.waiting.set(number, request);
      const { repeatId } = asked;
      const command = ownCommand(asked.command);
      office.tell({ type: 'request', asker: number, number, source, key: request.key, command, repeatId });
    } else {
      this.lose([request], 'refused');
    }
    return {
      get open() {
        return request.open;
      },
      cancel: () => this.cancel(request),
    };
  }

  answer(asker: Asker, outcome: Outcome): void {
    if (asker === NOBODY) return;
    const request = this.waiting.get(asker);
    if (request === undefined) throw new Error(`request ${asker} was answered before, or never asked`);
    this.waiting.delete(asker);
    if (request.open) {
      request.open = false;
      request.onAnswer(outcome.type === 'found' ? { ...outcome, content: Uint8Array.from(outcome.content) } : outcome);
    } else if (outcome.type === 'found' && outcome.cookie !== 0 && !outcome.again) {
      this.giveBack(request, outcome.cookie);
    }
  }

  /** The process is over. */
  close(): void {
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    this.lose(lost, 'reset');
  }

  private cancel(request: OpenRequest): void {
    if (!request.open) return;
    request.open = false;
    if (this.waiting.has(request.asker)) this.office.tell({ type: 'cancel', asker: request.asker });
  }

  private giveBack({ key, source }: OpenRequest, cookie: number): void {
    const command: Command = { type: 'releaseExclusive', cookie };
    this.office.tell({ type: 'request', asker: NOBODY, number: ++this.numbers, source, key, command, repeatId: null });
  }

  private lose(lost: readonly OpenRequest[], why: 'refused' | 'reset'): void {
    if (lost.length === 0) return;
    this.agenda.at(this.agenda.now, () => {
      for (const request of lost) {
        if (!request.open) continue;
        request.open = false;
        request.onLost(why);
      }
    });
  }
}

/** What is in a command becomes the core's; the caller's own stays his. */
function ownCommand(command: Command): Command {
  return command.type === 'set' ? { ...command, content: Uint8Array.from(command.content) } : command;
}
