import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { status } from '@grpc/grpc-js';
import { ClusterClient, FakeCluster, startLine } from './cluster-harness.ts';
import { failure, type Message } from './harness.ts';

/** A client of the member line of whoever has this view. */
export async function operatorOf(
  t: TestContext,
  view: FakeCluster,
  operatorTokens: readonly string[] = [],
): Promise<ClusterClient> {
  const client = new ClusterClient(await startLine(t, view, operatorTokens));
  t.after(() => client.close());
  return client;
}

/** `b` and `c` of the same cluster, at addresses of their own that `a` knows. */
export async function withOthers(
  t: TestContext,
  view: FakeCluster,
  operatorTokens: readonly string[] = [],
): Promise<{ b: FakeCluster; c: FakeCluster }> {
  const others = { b: new FakeCluster('b'), c: new FakeCluster('c') };
  for (const [member, other] of Object.entries(others)) {
    const address = await startLine(t, other, operatorTokens);
    view.list = view.list.map((each) => (each.member === member ? { ...each, address } : each));
  }
  return others;
}

/** @returns what it says to people */
export async function refusal(
  reply: Promise<Message>,
  reason: string,
  code: number = status.FAILED_PRECONDITION,
): Promise<string> {
  const failed = await failure(reply);
  assert.deepEqual([failed.reason, failed.code], [reason, code]);
  return failed.details;
}
