import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import {
  type CallOptions,
  type ChannelCredentials,
  Client,
  type ClientDuplexStream,
  type ClientUnaryCall,
  credentials,
  Metadata,
  type MethodDefinition,
  type ServiceError,
} from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { google } from '../../src/rpc/generated/holdfast.js';
import { PROTO_FOLDER } from '../../src/rpc/reflection.ts';
import { type RpcOptions, RpcServer } from '../../src/rpc/rpc-server.ts';
import { CLOCK, FakeEntrance } from './fake-entrance.ts';

/** A message as the client sees it: names as in the .proto files, the oneof's case under its name. */
export type Message = Readonly<Record<string, unknown>>;
type Method = MethodDefinition<Message, Message>;

export const OPTIONS: RpcOptions = { maxContentBytes: 1024 * 1024, lockLease: 110_000, tls: null, tokens: null };

const LOADER = { keepCase: true, longs: Number, enums: String, oneofs: true };
const HOLDFAST = loadSync('holdfast/v1/session_service.proto', { ...LOADER, includeDirs: [PROTO_FOLDER] });

export interface Running {
  readonly server: RpcServer;
  readonly entrance: FakeEntrance;
  readonly client: TestClient;
  readonly port: number;
  readonly warnings: string[];
}

/** A server on loopback and a client of it, both gone when the test ends. */
export async function start(t: TestContext, options: Partial<RpcOptions> = {}, clock = CLOCK): Promise<Running> {
  const entrance = new FakeEntrance();
  const warnings: string[] = [];
  const log = { warn: (_fields: object, message: string): void => void warnings.push(message) };
  const sources = {
    describe: (index: number) => (index === 7 ? { door: 'gateway' as const, address: '10.1.2.3' } : null),
  };
  const server = new RpcServer({ ...OPTIONS, ...options }, entrance, clock, log, sources);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  server.setServing(true);
  const client = new TestClient(`127.0.0.1:${port}`, credentials.createInsecure());
  t.after(async () => {
    client.close();
    await server.stop(200);
  });
  return { server, entrance, client, port, warnings };
}

export class TestClient {
  private readonly client: Client;
  private readonly definitions: PackageDefinition;

  constructor(address: string, channel: ChannelCredentials, definitions: PackageDefinition = HOLDFAST, host?: string) {
    this.client = new Client(address, channel, host === undefined ? {} : { 'grpc.ssl_target_name_override': host });
    this.definitions = definitions;
  }

  close(): void {
    this.client.close();
  }

  /** Rejects with the ServiceError. */
  call(method: string, request: Message, options: CallOptions = {}, metadata = new Metadata()): Promise<Message> {
    return this.begin(method, request, options, metadata).reply;
  }

  begin(
    method: string,
    request: Message,
    options: CallOptions = {},
    metadata = new Metadata(),
  ): { readonly call: ClientUnaryCall; readonly reply: Promise<Message> } {
    const { path, requestSerialize, responseDeserialize } = this.method(method);
    let call: ClientUnaryCall | null = null;
    const reply = new Promise<Message>((resolve, reject) => {
      call = this.client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
        options,
        (error, message) => {
          if (error !== null) reject(error);
          else resolve(message ?? {});
        },
      );
    });
    assert(call !== null);
    return { call, reply };
  }

  stream(method: string, options: CallOptions = {}): ClientDuplexStream<Message, Message> {
    const { path, requestSerialize, responseDeserialize } = this.method(method);
    return this.client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, options);
  }

  /** What the reflection service answers to each of these, in their order; of a client with its definitions. */
  async reflect(...requests: readonly Message[]): Promise<Message[]> {
    const answers: Message[] = [];
    const stream = this.stream('grpc.reflection.v1.ServerReflection/ServerReflectionInfo');
    const end = new Promise<void>((resolve, reject) => {
      stream.on('data', (message: Message) => answers.push(message));
      stream.on('error', reject);
      stream.on('end', resolve);
    });
    for (const request of requests) stream.write(request);
    stream.end();
    await end;
    return answers;
  }

  /** `Get`, or `package.Service/Get`. */
  private method(name: string): Method {
    const [service, method] = name.includes('/') ? name.split('/') : ['holdfast.v1.SessionService', name];
    const definition = this.definitions[service ?? ''] as Record<string, Method> | undefined;
    const found = definition?.[method ?? ''];
    assert(found !== undefined, `there is no ${name}`);
    return found;
  }
}

export interface Failure {
  readonly code: number;
  readonly details: string;
  readonly reason: string;
  readonly domain: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The error a call fails with, its detail read. */
export async function failure(reply: Promise<unknown>): Promise<Failure> {
  const error = (await reply.then(
    () => assert.fail('the call was answered'),
    (reason: unknown) => reason,
  )) as ServiceError;
  const detail = error.metadata.get('grpc-status-details-bin')[0];
  if (!Buffer.isBuffer(detail)) {
    return { code: error.code, details: error.details, reason: '', domain: '', metadata: {} };
  }
  return { code: error.code, details: error.details, ...readStatus(google.rpc.Status.decode(detail)) };
}

export function readStatus(status: google.rpc.Status.$Properties): Pick<Failure, 'reason' | 'domain' | 'metadata'> {
  const any = status.details?.[0];
  assert.equal(any?.type_url, 'type.googleapis.com/google.rpc.ErrorInfo');
  const info = google.rpc.ErrorInfo.decode(any?.value ?? new Uint8Array());
  return { reason: info.reason, domain: info.domain, metadata: { ...info.metadata } };
}

/** Resolves once `condition` holds; fails after five seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 5_000; !condition(); ) {
    assert(Date.now() < end, `waited in vain until ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
