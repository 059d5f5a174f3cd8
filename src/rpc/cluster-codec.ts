import type { Holder, PartitionEntry, PartitionTable } from '../member/door.ts';
import { type ClusterHealth, isUnderCopied, type PartitionHealth } from './cluster-health.ts';
import type { ListedMember, MemberState } from './cluster-members.ts';
import type { ClusterView, HeldCopy, StoreState } from './cluster-view.ts';
import { holdfast } from './generated/holdfast.js';
import { finish } from './response-codec.ts';

const { v1 } = holdfast;

/** The view in this room's words → the messages of `cluster_service.proto`. */

export function encodeTable(table: PartitionTable): Buffer {
  return finish(v1.GetTableResponse.encode({ table: tableMessage(table) }));
}

/** What a watcher is told who was last sent `before` (null: nothing yet). */
export function encodeUpdate(before: PartitionTable | null, table: PartitionTable): Buffer {
  const isSuccessor = before?.cluster === table.cluster && before.partitions.length === table.partitions.length;
  if (!isSuccessor) return finish(v1.WatchTableResponse.encode({ table: tableMessage(table) }));
  const changed = table.partitions.flatMap((entry, partition) =>
    before.partitions[partition]?.epoch === entry.epoch ? [] : [partitionMessage(entry, partition)],
  );
  const changes = { ...commonOf(table), partitions: changed };
  return finish(v1.WatchTableResponse.encode({ changes }));
}

export function encodeMembers(view: ClusterView, members: readonly ListedMember[]): Buffer {
  const { self } = view;
  const contents = view.contents();
  return finish(
    v1.ListMembersResponse.encode({
      answering: holder(self),
      tableVersion: view.table()?.version ?? 0,
      members: members.map((each) => {
        const { member, incarnation, zone, version, address, primaries, replicas } = each;
        const isSelf = member === self.member && incarnation === self.incarnation;
        return {
          ...{ member, incarnation, zone, version, address, primaries, replicas },
          state: STATES[each.state],
          registered: each.isRegistered,
          heard: each.isHeard,
          forgotten: each.isForgotten,
          ...(isSelf ? { contents } : {}),
        };
      }),
    }),
  );
}

export function encodeHealth(view: ClusterView, { problems, summary, store, partitions }: ClusterHealth): Buffer {
  const table = view.table();
  return finish(
    v1.GetHealthResponse.encode({
      healthy: problems.length === 0,
      problems: [...problems],
      answering: holder(view.self),
      clusterName: view.clusterName,
      tableVersion: table?.version ?? 0,
      ...draining(table),
      summary,
      store: storeMessage(store),
      partitions: partitions.map(healthMessage),
    }),
  );
}

export function encodeDraining(self: Holder): Buffer {
  return finish(v1.DrainResponse.encode({ draining: holder(self) }));
}

export function encodeForgotten(forgotten: boolean, partitionsLost: number): Buffer {
  return finish(v1.ForgetResponse.encode({ forgotten, partitionsLost }));
}

export function encodeAdopting({ cluster, version }: PartitionTable): Buffer {
  return finish(v1.AdoptResponse.encode({ cluster, version }));
}

/** The way back, as far as another member may be believed to send what it knows. */
export function decodeTable(message: holdfast.v1.Table.$Properties): PartitionTable {
  return {
    version: message.version ?? 0,
    cluster: message.cluster ?? '',
    copies: message.copies ?? 0,
    draining: message.draining ? decodeHolder(message.draining) : null,
    members: (message.members ?? []).map((each) => ({
      id: each.member ?? '',
      incarnation: each.incarnation ?? 0,
      zone: each.zone ?? '',
      forgotten: each.forgottenIncarnation ?? 0,
    })),
    partitions: (message.partitions ?? []).map((each) => ({
      epoch: each.epoch ?? 0,
      reign: each.reign ?? 0,
      life: each.life ?? 0,
      primary: decodeHolder(each.primary),
      replicas: (each.replicas ?? []).map(decodeHolder),
    })),
  };
}

const STATES: Readonly<Record<MemberState, holdfast.v1.MemberState>> = {
  serving: v1.MemberState.MEMBER_STATE_SERVING,
  joining: v1.MemberState.MEMBER_STATE_JOINING,
  draining: v1.MemberState.MEMBER_STATE_DRAINING,
  gone: v1.MemberState.MEMBER_STATE_GONE,
  'gateway-only': v1.MemberState.MEMBER_STATE_GATEWAY_ONLY,
};

const ROLES: Readonly<Record<HeldCopy['role'], holdfast.v1.CopyRole>> = {
  primary: v1.CopyRole.COPY_ROLE_PRIMARY,
  replica: v1.CopyRole.COPY_ROLE_REPLICA,
  filling: v1.CopyRole.COPY_ROLE_FILLING,
};

function tableMessage(table: PartitionTable): holdfast.v1.Table.$Properties {
  return { ...commonOf(table), cluster: table.cluster, partitions: table.partitions.map(partitionMessage) };
}

function commonOf(table: PartitionTable) {
  const members = table.members.map(({ id, incarnation, zone, forgotten }) => {
    return { member: id, incarnation, zone, forgottenIncarnation: forgotten };
  });
  return { version: table.version, copies: table.copies, ...draining(table), members };
}

function partitionMessage(entry: PartitionEntry, partition: number): holdfast.v1.TablePartition.$Properties {
  const { epoch, reign, life, primary, replicas } = entry;
  return { partition, epoch, reign, life, primary: holder(primary), replicas: replicas.map(holder) };
}

function healthMessage(health: PartitionHealth): holdfast.v1.PartitionHealth.$Properties {
  const { partition, primary, replicas, wantedCopies, livingCopies, primaryLives, life, own } = health;
  return {
    ...{ partition, wantedCopies, livingCopies, primaryLives, life },
    primary: holder(primary),
    replicas: replicas.map(holder),
    underCopied: isUnderCopied(health),
    ...(own === null ? {} : { own: { role: ROLES[own.role], inStep: own.inStep, sessions: own.sessions } }),
  };
}

function storeMessage(store: StoreState): holdfast.v1.StoreHealth.$Properties {
  const { kind, reachable, answeredAgo, trouble, refused } = store;
  return { kind, reachable, answeredAgoMs: answeredAgo === null ? null : Math.floor(answeredAgo), trouble, refused };
}

function draining(table: PartitionTable | null): { draining?: holdfast.v1.Holder.$Properties } {
  return table === null || table.draining === null ? {} : { draining: holder(table.draining) };
}

function holder({ member, incarnation }: Holder): holdfast.v1.Holder.$Properties {
  return { member, incarnation };
}

function decodeHolder(message: holdfast.v1.Holder.$Properties | null | undefined): Holder {
  return { member: message?.member ?? '', incarnation: message?.incarnation ?? 0 };
}
