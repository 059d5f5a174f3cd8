import type { Address } from '../process/address.ts';
import type { HistoryOutcome } from '../simulation/history.ts';
import { GatewayPool } from './gateway-pool.ts';
import { gatewayRequest, toldByGateway, type Wish } from './gateway-words.ts';
import { RpcCaller } from './rpc-caller.ts';
import { rpcRequest, toldByError, toldByRpc } from './rpc-words.ts';
import type { SessionName } from './sessions.ts';

/** What became of one try of a request. */
export type Answer =
  /** `why`: what a person was told where the outcome is trouble. */
  | { readonly type: 'told'; readonly outcome: HistoryOutcome; readonly why: string }
  /** There was nobody to send it to: nothing happened. */
  | { readonly type: 'unsent' }
  /** It crossed the FIN of a server that was closing an idle connection. */
  | { readonly type: 'crossed' }
  /** The client was told nothing that it can use, so nobody knows what happened. */
  | { readonly type: 'failed'; readonly why: string };

/** A client's way to one member, through one of its doors. */
export interface Line {
  ask(session: SessionName, wish: Wish, requestId: string | null): Promise<Answer>;
  close(): void;
}

export class GatewayLine implements Line {
  private readonly pool: GatewayPool;
  private readonly lockLease: number;

  constructor(address: Address, lockLease: number) {
    this.pool = new GatewayPool(address);
    this.lockLease = lockLease;
  }

  async ask({ uri }: SessionName, wish: Wish): Promise<Answer> {
    const exchange = await this.pool.exchange(gatewayRequest(uri, wish));
    switch (exchange.type) {
      case 'refused':
        return { type: 'unsent' };
      case 'crossed':
        return { type: 'crossed' };
      case 'broken':
        return { type: 'failed', why: exchange.why };
      case 'answered': {
        const outcome = toldByGateway(wish.command, exchange.response, this.lockLease);
        return outcome === null
          ? { type: 'failed', why: exchange.response.statusLine }
          : { type: 'told', outcome, why: '' };
      }
    }
  }

  close(): void {
    this.pool.close();
  }
}

export class RpcLine implements Line {
  private readonly caller: RpcCaller;

  constructor(address: Address) {
    this.caller = new RpcCaller(address, 'holdfast/v1/session_service.proto', 'holdfast.v1.SessionService');
  }

  async ask({ id }: SessionName, wish: Wish, requestId: string | null): Promise<Answer> {
    const { method, request } = rpcRequest(id, wish, requestId ?? '-');
    const reply = await this.caller.call(method, request);
    if (!('code' in reply && reply instanceof Error)) {
      const outcome = toldByRpc(reply);
      return outcome === null ? { type: 'failed', why: JSON.stringify(reply) } : { type: 'told', outcome, why: '' };
    }
    const told = toldByError(reply);
    switch (told) {
      case 'unsent':
        return { type: 'unsent' };
      case 'unavailable':
        return { type: 'told', outcome: { type: 'unavailable', reason: 'no-primary' }, why: reply.message };
      case 'unknown':
        return { type: 'told', outcome: { type: 'unknown' }, why: reply.message };
      case 'silent':
        return { type: 'failed', why: reply.message };
    }
  }

  close(): void {
    this.caller.close();
  }
}
