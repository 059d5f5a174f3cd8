import { Client, credentials, type MethodDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { PROTO_FOLDER } from '../../src/rpc/reflection.ts';
import type { Address } from '../process/address.ts';
import type { Message } from './rpc-words.ts';

type Method = MethodDefinition<Message, Message>;

const DEADLINE = 10_000;
const OPTIONS = { keepCase: true, longs: Number, enums: String, oneofs: true, includeDirs: [PROTO_FOLDER] };
/** A client that lost its server looks for it again soon, so that it is back when the server is. */
const CHANNEL = {
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  // Clients of one process would otherwise share one connection, whomever they stand for.
  'grpc.use_local_subchannel_pool': 1,
};

const loaded = new Map<string, PackageDefinition>();

/** Calls of one service of one server. */
export class RpcCaller {
  private readonly client: Client;
  private readonly methods: Readonly<Record<string, Method>>;

  /** `file`: the .proto that declares `service`. */
  constructor({ host, port }: Address, file: string, service: string) {
    this.client = new Client(`${host}:${port}`, credentials.createInsecure(), CHANNEL);
    const definitions = loaded.get(file) ?? loadSync(file, OPTIONS);
    loaded.set(file, definitions);
    this.methods = definitions[service] as Record<string, Method>;
  }

  /** The response, or the error that came in its place. */
  call(method: string, request: Message): Promise<Message | ServiceError> {
    const { path, requestSerialize, responseDeserialize } = this.methods[method] as Method;
    const deadline = Date.now() + DEADLINE;
    return new Promise((resolve) => {
      this.client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        { deadline },
        (error: ServiceError | null, response?: Message) => resolve(error ?? response ?? {}),
      );
    });
  }

  close(): void {
    this.client.close();
  }
}
