import { Client, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Writer } from 'protobufjs/minimal.js';
import { google } from '../rpc/generated/holdfast.js';
import { EXIT } from './cli-io.ts';
import type { Target } from './target.ts';

/** What came of a call. A failure says in one line what an operator should know, and what the command ends with. */
export type Answer<M> =
  | { readonly type: 'answered'; readonly message: M }
  | { readonly type: 'failed'; readonly line: string; readonly exit: number };

const PATIENCE = 5_000;
const CLUSTER = 'holdfast.v1.ClusterService';
const SESSIONS = 'holdfast.v1.SessionService';

export const METHODS = {
  getTable: `/${CLUSTER}/GetTable`,
  listMembers: `/${CLUSTER}/ListMembers`,
  getHealth: `/${CLUSTER}/GetHealth`,
  drain: `/${CLUSTER}/Drain`,
  forget: `/${CLUSTER}/Forget`,
  adopt: `/${CLUSTER}/Adopt`,
  describe: `/${SESSIONS}/Describe`,
} as const;

/** A member, as a command talks to it. */
export class Connection {
  private readonly client: Client;
  private readonly target: Target;

  constructor(target: Target) {
    this.target = target;
    this.client = new Client(target.address, target.credentials, target.options);
  }

  /** Within 5 s. */
  call<M>(path: string, request: Writer, response: { decode(bytes: Uint8Array): M }): Promise<Answer<M>> {
    const metadata = new Metadata();
    if (this.target.token !== null) metadata.set('authorization', `Bearer ${this.target.token}`);
    return new Promise((resolve) => {
      this.client.makeUnaryRequest(
        path,
        (bytes: Uint8Array) => Buffer.from(bytes),
        (bytes: Buffer) => response.decode(bytes),
        request.finish(),
        metadata,
        { deadline: Date.now() + PATIENCE },
        (error, message) => {
          if (error === null && message !== undefined) resolve({ type: 'answered', message });
          else resolve({ type: 'failed', ...failureOf(error, this.target.address) });
        },
      );
    });
  }

  close(): void {
    this.client.close();
  }
}

function failureOf(error: ServiceError | null, address: string): { readonly line: string; readonly exit: number } {
  if (error === null) return { line: `${address} answered nothing`, exit: EXIT.unreachable };
  const { code, details } = error;
  // What bears a reason was said by a member.
  if (hasReason(error))
    return { line: oneLine(details), exit: code === status.INVALID_ARGUMENT ? EXIT.usage : EXIT.refused };
  switch (code) {
    case status.DEADLINE_EXCEEDED:
      return { line: `${address} did not answer within ${PATIENCE / 1000} s`, exit: EXIT.unreachable };
    case status.UNIMPLEMENTED:
      return {
        line: `${address} does not know this call: another program, or another version`,
        exit: EXIT.unreachable,
      };
    default:
      return { line: `cannot reach ${address}: ${causeIn(details)}`, exit: EXIT.unreachable };
  }
}

function hasReason({ metadata }: ServiceError): boolean {
  const detail = metadata.get('grpc-status-details-bin')[0];
  if (!Buffer.isBuffer(detail)) return false;
  try {
    return google.rpc.Status.decode(detail).details.length > 0;
  } catch {
    return false;
  }
}

/** The library wraps what the socket said into sentences of its own. */
function causeIn(details: string): string {
  const match = /Last error: (?:Error: )?(.*?)(?: \(\d{4}-[^)]*\))?\.? *Resolution note:/s.exec(details);
  return oneLine(match?.[1] ?? details);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
