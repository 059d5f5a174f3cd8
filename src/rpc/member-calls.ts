import { type ChannelCredentials, type ChannelOptions, Client, Metadata, type ServiceError } from '@grpc/grpc-js';
import { google, holdfast } from './generated/holdfast.js';
import { ERROR_INFO_TYPE, finish } from './response-codec.ts';
import type { Trouble } from './status.ts';

const { v1 } = holdfast;

export const CLUSTER_SERVICE = 'holdfast.v1.ClusterService';

/** Less than an operator waits, so that he is told who could not be asked. */
const PATIENCE = 2_000;

export type Told<M> =
  | { readonly type: 'told'; readonly message: M }
  /** That member's own answer. */
  | { readonly type: 'refused'; readonly trouble: Trouble }
  | { readonly type: 'unreachable'; readonly reason: string };

/** Asks other members what an operator wants of them, at their member lines. Rare: each call has its own connection. */
export class MemberCalls {
  private readonly credentials: ChannelCredentials;
  private readonly options: ChannelOptions;
  private readonly operatorToken: string | null;

  /** As the lines between members use them. The token opens what only operators may do; it is shown with nothing else. */
  constructor(credentials: ChannelCredentials, options: ChannelOptions = {}, operatorToken: string | null = null) {
    this.credentials = credentials;
    this.options = options;
    this.operatorToken = operatorToken;
  }

  /** Asks the member at that address to drain itself. */
  drain(address: string, member: string, incarnation: number): Promise<Told<holdfast.v1.DrainResponse.$Properties>> {
    const request = v1.DrainRequest.encode({ member, incarnation, relayed: true });
    const metadata = new Metadata();
    if (this.operatorToken !== null) metadata.set('authorization', `Bearer ${this.operatorToken}`);
    return this.call(address, 'Drain', finish(request), v1.DrainResponse, metadata);
  }

  listMembers(address: string): Promise<Told<holdfast.v1.ListMembersResponse.$Properties>> {
    return this.call(address, 'ListMembers', finish(v1.ListMembersRequest.encode({})), v1.ListMembersResponse);
  }

  table(address: string): Promise<Told<holdfast.v1.GetTableResponse.$Properties>> {
    return this.call(address, 'GetTable', finish(v1.GetTableRequest.encode({})), v1.GetTableResponse);
  }

  private call<M>(
    address: string,
    method: string,
    request: Buffer,
    response: { decode(bytes: Uint8Array): M },
    metadata = new Metadata(),
  ): Promise<Told<M>> {
    const client = new Client(address, this.credentials, {
      'grpc.use_local_subchannel_pool': 1,
      'grpc.enable_retries': 0,
      'grpc.enable_http_proxy': 0,
      ...this.options,
    });
    return new Promise<Told<M>>((resolve) => {
      client.makeUnaryRequest(
        `/${CLUSTER_SERVICE}/${method}`,
        (bytes: Buffer) => bytes,
        (bytes: Buffer) => response.decode(bytes),
        request,
        metadata,
        { deadline: Date.now() + PATIENCE },
        (error, message) => {
          if (error !== null) resolve(failure(error));
          else if (message === undefined) resolve({ type: 'unreachable', reason: 'it answered nothing' });
          else resolve({ type: 'told', message });
        },
      );
    }).finally(() => client.close());
  }
}

/** What bears a reason of ours was said by the member itself. */
function failure({ code, details, metadata }: ServiceError): Told<never> {
  const detail = metadata.get('grpc-status-details-bin')[0];
  const info = Buffer.isBuffer(detail) ? infoOf(detail) : null;
  if (info === null) return { type: 'unreachable', reason: details };
  return { type: 'refused', trouble: { code, message: details, reason: info.reason, metadata: { ...info.metadata } } };
}

function infoOf(detail: Buffer): google.rpc.ErrorInfo | null {
  try {
    const any = google.rpc.Status.decode(detail).details.find(({ type_url }) => type_url === ERROR_INFO_TYPE);
    return any === undefined ? null : google.rpc.ErrorInfo.decode(any.value ?? new Uint8Array());
  } catch {
    return null;
  }
}
