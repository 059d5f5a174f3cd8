import { type ChannelOptions, Client, type Metadata, status } from '@grpc/grpc-js';
import type { Duration } from '../../base/instant.ts';
import type { Endpoint } from './endpoint.ts';
import type { Method } from './methods.ts';
import { isTrouble, type Trouble, trouble } from './trouble.ts';

interface Cancellable {
  cancel(): void;
}

const OPTIONS: ChannelOptions = {
  // A new connection is a new try, whatever became of the last one.
  'grpc.use_local_subchannel_pool': 1,
  // A swap is tried once.
  'grpc.enable_retries': 0,
  // etcd lies within reach of its members, who must not lose it with a proxy.
  'grpc.enable_http_proxy': 0,
  'grpc.service_config_disable_resolution': 1,
  'grpc.enable_channelz': 0,
  // As often as etcd allows. A line that is dead is found by calls long before.
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 3_000,
  'grpc.max_receive_message_length': 16 * 1024 * 1024,
};

/** A line to one endpoint. */
export class Connection {
  readonly name: string;
  private readonly client: Client;
  private readonly calls = new Set<Cancellable>();
  private readonly followed = new Set<Cancellable>();
  private isRetired = false;

  constructor({ target, name, credentials }: Endpoint) {
    this.name = name;
    this.client = new Client(target, credentials, OPTIONS);
  }

  /** So that the first question need not wait for the line to stand. */
  open(): void {
    this.client.getChannel().getConnectivityState(true);
  }

  /** One question, one answer. */
  async call<Request, Response>(
    method: Method<Request, Response>,
    request: Request,
    metadata: Metadata,
    within: Duration,
  ): Promise<Response> {
    if (method.streams) return await this.exchange(method, request, metadata, within);
    if (this.isRetired) throw givenUp();
    return await new Promise((resolve, reject) => {
      const { path, encode, decode } = method;
      const deadline = Date.now() + within;
      const call = this.client.makeUnaryRequest(
        path,
        encode,
        decode,
        request,
        metadata,
        { deadline },
        (error, answer) => {
          this.calls.delete(call);
          if (error !== null) reject(error);
          else if (answer === undefined) reject(trouble(status.INTERNAL, 'an answer without a message'));
          else resolve(answer);
        },
      );
      this.calls.add(call);
    });
  }

  /**
   * What comes on a stream that this request opens; the first message within `within`. Resolves with what ended it,
   * which may be the signal.
   */
  follow<Request, Response>(
    method: Method<Request, Response>,
    request: Request,
    metadata: Metadata,
    within: Duration,
    signal: AbortSignal,
    onMessage: (message: Response) => void,
  ): Promise<Trouble> {
    return this.converse(method, request, metadata, within, signal, onMessage, this.followed);
  }

  /** Nothing new is asked here: what is followed ends, what waits for its answer goes on waiting. */
  retire(): void {
    this.isRetired = true;
    for (const stream of this.followed) stream.cancel();
    this.client.close();
  }

  /** All that is under way ends. */
  close(): void {
    for (const call of this.calls) call.cancel();
    this.retire();
  }

  private async converse<Request, Response>(
    method: Method<Request, Response>,
    request: Request,
    metadata: Metadata,
    within: Duration,
    signal: AbortSignal,
    onMessage: (message: Response) => void,
    among: Set<Cancellable>,
  ): Promise<Trouble> {
    if (this.isRetired) return givenUp();
    return await new Promise((resolve) => {
      const { path, encode, decode } = method;
      const stream = this.client.makeBidiStreamRequest(path, encode, decode, metadata);
      const end = (why: Trouble): void => {
        clearTimeout(patience);
        signal.removeEventListener('abort', onAbort);
        among.delete(stream);
        stream.removeListener('data', onData);
        stream.cancel();
        resolve(why);
      };
      const onData = (message: Response): void => {
        clearTimeout(patience);
        onMessage(message);
      };
      const onAbort = (): void => end(trouble(status.CANCELLED, 'ended here'));
      const patience = setTimeout(() => end(trouble(status.DEADLINE_EXCEEDED, 'the stream did not begin')), within);
      among.add(stream);
      signal.addEventListener('abort', onAbort);
      stream.on('data', onData);
      stream.on('error', (error) => end(isTrouble(error) ? error : trouble(status.UNKNOWN, error.message)));
      stream.on('end', () => end(trouble(status.UNAVAILABLE, 'the stream ended')));
      stream.write(request);
      if (signal.aborted) onAbort();
    });
  }

  private async exchange<Request, Response>(
    method: Method<Request, Response>,
    request: Request,
    metadata: Metadata,
    within: Duration,
  ): Promise<Response> {
    const answered = new AbortController();
    let answer: Response | undefined;
    const onAnswer = (message: Response): void => {
      answer = message;
      answered.abort();
    };
    const end = await this.converse(method, request, metadata, within, answered.signal, onAnswer, this.calls);
    if (answer === undefined) throw end;
    return answer;
  }
}

function givenUp(): Trouble {
  return trouble(status.UNAVAILABLE, 'the connection was given up');
}
