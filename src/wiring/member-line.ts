import { credentials } from '@grpc/grpc-js';
import type { Duration } from '../base/instant.ts';
import type { Config } from '../config/config.ts';
import { formatAddress } from '../config/relations.ts';
import { VERSION } from '../config/version.ts';
import type { Clock, Holder } from '../member/door.ts';
import { type Doorway, memberLine } from '../rpc/cluster-service.ts';
import type { MemberTls } from '../rpc/line/line-stream.ts';
import { MemberListener } from '../rpc/line/member-listener.ts';
import { type LineEvents, PeerLines, type PeerLinesOptions } from '../rpc/line/peer-lines.ts';
import { MemberCalls } from '../rpc/member-calls.ts';
import type { Log } from '../runtime/log.ts';
import { drawSeed } from './draw-seed.ts';

/** A peer from which nothing came for so long is given up; several heartbeats long in any case. */
const LEAST_SILENCE: Duration = 3_000;

/**
 * What a member has for others to reach it, and to reach them: a listener, once it is told who it is the lines, and
 * calls on an operator's behalf. A member that is alone has no listener, and lines to nobody.
 */
export class MemberLine {
  readonly calls: MemberCalls;
  readonly listener: MemberListener | null;
  /** For whoever registers the operators' service on the listener. */
  readonly doorway: Doorway;
  private readonly config: Config;
  private readonly tls: MemberTls | null;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(config: Config, clock: Clock, log: Log) {
    const { clusterTls } = config;
    this.config = config;
    this.clock = clock;
    this.log = log;
    this.tls =
      clusterTls === null
        ? null
        : {
            cert: Buffer.from(clusterTls.cert),
            key: Buffer.from(clusterTls.key.reveal()),
            ca: Buffer.from(clusterTls.ca),
          };
    const { tls } = this;
    const operatorTokens = config.operatorTokens?.map((token) => token.reveal()) ?? [];
    this.doorway = memberLine({ isGuarded: tls !== null, operatorTokens });
    // Over an unguarded line a member needs a token as everybody does. All have the same ones.
    this.calls =
      tls === null
        ? new MemberCalls(credentials.createInsecure(), {}, operatorTokens[0])
        : new MemberCalls(credentials.createSsl(tls.ca, tls.key, tls.cert));
    this.listener = config.coordination === 'embedded' ? null : new MemberListener({ tls }, clock, log);
  }

  /** Where it listens, if it does, and the address that others are told. */
  async listen(): Promise<{ readonly line?: string; readonly advertised: string }> {
    const { advertise, clusterListen } = this.config;
    if (this.listener === null) return { advertised: formatAddress(advertise) };
    const at = await this.listener.listen(clusterListen);
    const { host, port } = advertise;
    return { line: formatAddress(at), advertised: formatAddress({ host, port: port === 0 ? at.port : port }) };
  }

  /** To be called once, when this process knows its incarnation. */
  linesOf(self: Holder, sources: PeerLinesOptions['sources'], events: LineEvents): PeerLines {
    const { config, tls } = this;
    const lines = new PeerLines(
      {
        self,
        cluster: config.clusterName,
        gatewayOnly: config.gatewayOnly,
        version: VERSION,
        tls,
        sources,
        seed: drawSeed(),
        silence: Math.max(LEAST_SILENCE, 6 * config.heartbeat),
      },
      events,
      this.clock,
      this.log,
    );
    if (this.listener !== null) lines.acceptOn(this.listener);
    return lines;
  }

  async stop(): Promise<void> {
    await this.listener?.stop();
  }
}
