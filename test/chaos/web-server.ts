import type { Wish } from './gateway-words.ts';
import { type Answer, GatewayLine, type Line, RpcLine } from './line.ts';
import type { MemberDoors } from './load-plan.ts';
import type { SessionName } from './sessions.ts';

export type DoorKind = 'gateway' | 'grpc';

export interface Asked {
  readonly answer: Answer;
  /** Whom it was sent to. */
  readonly member: string;
}

/**
 * A web server of the farm, or a process that speaks gRPC: it asks one member as long as somebody listens there, then
 * goes to another; once told that its own is back, back to that. A sheltered one has only its own.
 */
export class WebServer {
  readonly kind: DoorKind;
  readonly sheltered: boolean;
  private readonly home: MemberDoors;
  private current: MemberDoors;
  private readonly lockLease: number;
  private readonly lines = new Map<string, Line>();

  constructor(kind: DoorKind, home: MemberDoors, lockLease: number) {
    this.kind = kind;
    this.home = home;
    this.current = home;
    this.sheltered = home.gatewayOnly;
    this.lockLease = lockLease;
  }

  get homeMember(): string {
    return this.home.member;
  }

  async ask(session: SessionName, wish: Wish, requestId: string | null): Promise<Asked> {
    const doors = this.current;
    const answer = await this.lineTo(doors).ask(session, wish, requestId);
    return { answer, member: doors.member };
  }

  /** Goes on to the next of `all` after `member`, unless it has left that already. */
  leave(member: string, all: readonly MemberDoors[]): void {
    if (this.sheltered || this.current.member !== member) return;
    const others = all.filter(({ gatewayOnly }) => !gatewayOnly);
    const at = others.findIndex((doors) => doors.member === member);
    this.current = others[(at + 1) % others.length] ?? this.current;
  }

  goHome(): void {
    this.current = this.home;
  }

  close(): void {
    for (const line of this.lines.values()) line.close();
  }

  private lineTo(doors: MemberDoors): Line {
    const known = this.lines.get(doors.member);
    if (known !== undefined) return known;
    const line = this.kind === 'gateway' ? new GatewayLine(doors.gateway, this.lockLease) : new RpcLine(doors.grpc);
    this.lines.set(doors.member, line);
    return line;
  }
}
