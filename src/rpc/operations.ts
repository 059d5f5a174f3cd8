import { type Holder, type PartitionTable, sameHolder } from '../member/door.ts';
import { askForTables, whyNotAdopt } from './adopting.ts';
import { encodeAdopting, encodeDraining, encodeForgotten } from './cluster-codec.ts';
import { countMayHold, healthOf } from './cluster-health.ts';
import { isOver, listMembers, lives } from './cluster-members.ts';
import type { AdoptRequest, DrainRequest, ForgetRequest } from './cluster-requests.ts';
import {
  anotherDrains,
  memberUnknown,
  memberUnreachable,
  NO_TABLE,
  noOtherMember,
  otherIncarnation,
  refused,
  STORE_UNREACHABLE,
  stillHeard,
  stillRegistered,
  TABLE_REFUSED,
  tooFewCopies,
} from './cluster-trouble.ts';
import type { ClusterView, ListedProcess } from './cluster-view.ts';
import type { MemberCalls } from './member-calls.ts';
import type { Encoded } from './response-codec.ts';
import type { Trouble } from './status.ts';

/** What only a person decides: that a member ends, that one is gone for good, and which table is the cluster's. */
export class Operations {
  private readonly view: ClusterView;
  private readonly calls: MemberCalls;

  constructor(view: ClusterView, calls: MemberCalls) {
    this.view = view;
    this.calls = calls;
  }

  async drain(request: DrainRequest): Promise<Encoded> {
    const { view } = this;
    const { self } = view;
    if (request.member !== self.member) return this.relayDrain(request);
    if (request.incarnation !== null && request.incarnation !== self.incarnation) {
      return trouble(otherIncarnation(self.member, self.incarnation));
    }
    const reason = view.isDraining() ? null : whyNotDrain(view);
    if (reason !== null) return trouble(reason);
    view.drainSelf();
    return { type: 'message', bytes: encodeDraining(self) };
  }

  private async relayDrain({ member, incarnation, relayed }: DrainRequest): Promise<Encoded> {
    const { view } = this;
    // Somebody else listens now where that member did.
    if (relayed) return trouble(memberUnreachable(member, view.self.address, `${view.self.member} answers there`));
    const present = newestOf(view, member);
    if (present === null) {
      const isKnown = listMembers(view).some((each) => each.member === member);
      if (!isKnown) return trouble(memberUnknown(member));
      return trouble(memberUnreachable(member, view.addressOf(member) ?? 'no known address', 'it is not registered'));
    }
    if (incarnation !== null && incarnation !== present.incarnation) {
      return trouble(otherIncarnation(member, present.incarnation));
    }
    const { address } = present;
    const told = await this.calls.drain(address, member, present.incarnation);
    if (told.type === 'told') return { type: 'message', bytes: encodeDraining(present) };
    return trouble(told.type === 'refused' ? told.trouble : memberUnreachable(member, address, told.reason));
  }

  async forget(request: ForgetRequest): Promise<Encoded> {
    const { view } = this;
    const { member, incarnation } = request;
    const table = view.table();
    if (table === null) return trouble(NO_TABLE);
    const known = table.members.find(({ id }) => id === member);
    if (known === undefined) return trouble(memberUnknown(member));
    if (isOver(table, request)) return { type: 'message', bytes: encodeForgotten(true, 0) };
    // The table would take it for the newest, and no later process of that id could ever come back.
    if (incarnation > known.incarnation) return trouble(otherIncarnation(member, known.incarnation));
    const reason = whyNothingChanges(view) ?? whyNotForget(view, request) ?? (await this.askOthers(request));
    if (reason !== null) return trouble(reason);
    const lost = table.partitions.filter((entry) => endsWith(view, table, [entry.primary, ...entry.replicas], request));
    const outcome = view.forget(member, incarnation);
    if (outcome !== 'told') return trouble(refused(outcome.refused));
    return { type: 'message', bytes: encodeForgotten(false, lost.length) };
  }

  async adopt(request: AdoptRequest): Promise<Encoded> {
    const { view, calls } = this;
    const table = view.table();
    if (table === null) return trouble(NO_TABLE);
    const reason = whyNotAdopt(view, request) ?? (await askForTables(view, calls, table)) ?? whyNotAdopt(view, request);
    if (reason !== null) return trouble(reason);
    // What we came to know meanwhile follows what the others were compared with.
    view.writeBack();
    return { type: 'message', bytes: encodeAdopting(view.table() ?? table) };
  }

  /** Whoever is cut off from the store, and from us, may well be heard by somebody who is not. */
  private async askOthers(request: ForgetRequest): Promise<Trouble | null> {
    const { self } = this.view;
    const others = this.view
      .registered()
      .filter(({ member, gatewayOnly }) => member !== self.member && member !== request.member && !gatewayOnly);
    const found = await Promise.all(
      others.map(async ({ member, address }) => {
        const told = await this.calls.listMembers(address);
        if (told.type !== 'told') {
          const reason = told.type === 'refused' ? told.trouble.message : told.reason;
          return memberUnreachable(member, address, reason);
        }
        for (const each of told.message.members ?? []) {
          const holder = { member: each.member ?? '', incarnation: each.incarnation ?? 0 };
          if (each.heard && isMeant(holder, request)) return stillHeard(holder, member);
        }
        return null;
      }),
    );
    return found.find((each) => each !== null) ?? null;
  }
}

function whyNotDrain(view: ClusterView): Trouble | null {
  const { self } = view;
  const table = view.table();
  const holdsAny = table?.partitions.some(({ primary, replicas }) =>
    [primary, ...replicas].some((holder) => sameHolder(holder, self)),
  );
  if (table === null || !holdsAny) return null;
  const stuck = whyNothingChanges(view);
  if (stuck !== null) return stuck;
  const { draining } = table;
  if (draining !== null && !sameHolder(draining, self) && lives(view, draining)) return anotherDrains(draining);
  const mayHold = countMayHold(view);
  if (mayHold < 2) return noOtherMember(self.member);
  const lacking = healthOf(view).partitions.filter(
    ({ livingCopies, wantedCopies }) => livingCopies < Math.min(wantedCopies, mayHold),
  ).length;
  return lacking === 0 ? null : tooFewCopies(lacking);
}

function whyNothingChanges(view: ClusterView): Trouble | null {
  const { reachable, refused } = view.store();
  if (!reachable) return STORE_UNREACHABLE;
  return refused === '' ? null : TABLE_REFUSED;
}

function whyNotForget(view: ClusterView, request: ForgetRequest): Trouble | null {
  for (const process of listMembers(view)) {
    if (!isMeant(process, request)) continue;
    if (process.isRegistered) return stillRegistered(process);
    if (process.isHeard) return stillHeard(process, view.self.member);
  }
  return null;
}

/** Forgetting an incarnation forgets those before it. */
function isMeant({ member, incarnation }: Holder, request: ForgetRequest): boolean {
  return member === request.member && incarnation <= request.incarnation;
}

/** Whether the last who may still come back is the one to be forgotten. */
function endsWith(
  view: ClusterView,
  table: PartitionTable,
  holders: readonly Holder[],
  request: ForgetRequest,
): boolean {
  const isGone = (holder: Holder): boolean =>
    isOver(table, holder) || (newestOf(view, holder.member)?.incarnation ?? 0) > holder.incarnation;
  const others = holders.filter((holder) => !isMeant(holder, request));
  return others.length < holders.length && others.every(isGone);
}

function newestOf(view: ClusterView, member: string): ListedProcess | null {
  const processes = view.registered().filter((each) => each.member === member);
  return processes.reduce<ListedProcess | null>(
    (newest, each) => (newest !== null && newest.incarnation > each.incarnation ? newest : each),
    null,
  );
}

function trouble(reason: Trouble): Encoded {
  return { type: 'trouble', trouble: reason };
}
