import assert from 'node:assert/strict';
import type { Command, Cookie, Outcome, Version } from '../../src/member/door.ts';

/** A cookie of the model that it never hands out: positive, well-formed, nobody's. */
export const NOBODYS_COOKIE: Cookie = 2_000_000_000;
/** A version of the model that no session ever had. */
export const NOBODYS_VERSION: Version = { memory: 0, sequence: 2_000_000_000 };

/**
 * The model's cookies and versions beside the core's. A pair is learned when a lock is granted or content stored, and
 * holds from then on; a number that the core gives out a second time in a partition is an error.
 */
export class Translation {
  private readonly cookies = new Map<Cookie, Cookie>();
  private readonly versions = new Map<number, Version>();
  private readonly used = new Set<string>();
  private readonly firstCookies = new Map<number, Cookie>();
  private readonly nobodysCookies = new Map<number, Cookie>();

  /** The command in the core's numbers, its content copied. */
  command(command: Command, partition: number): Command {
    switch (command.type) {
      case 'set': {
        const onlyIfVersion = command.onlyIfVersion === null ? null : this.version(command.onlyIfVersion.sequence);
        const cookie = this.cookie(command.cookie, partition);
        return { ...command, cookie, onlyIfVersion, content: Uint8Array.from(command.content) };
      }
      case 'releaseExclusive':
      case 'renewExclusive':
      case 'remove':
        return { ...command, cookie: this.cookie(command.cookie, partition) };
      default:
        return command;
    }
  }

  cookie(model: Cookie, partition: number): Cookie {
    if (model <= 0) return model;
    if (model === NOBODYS_COOKIE) return this.nobodysCookie(partition);
    return this.cookies.get(model) ?? assert.fail(`cookie ${model} of the model was never seen in an answer`);
  }

  /** What the core should have answered where the model answers `expected`; new numbers are learned from `actual`. */
  outcome(expected: Outcome, actual: Outcome, partition: number): Outcome {
    switch (expected.type) {
      case 'found':
        if (actual.type === 'found') this.learnCookie(expected.cookie, actual.cookie, partition);
        return { ...expected, cookie: this.cookie(expected.cookie, partition), ...this.named(expected) };
      case 'stored':
        if (actual.type === 'stored') this.learnVersion(expected.versionSequence, actual, partition);
        return { ...expected, ...this.named(expected) };
      case 'described':
        return { ...expected, ...this.named(expected) };
      case 'conflict':
        return { ...expected, version: expected.version === null ? null : this.version(expected.version.sequence) };
      case 'locked':
        return { ...expected, cookie: this.cookie(expected.cookie, partition) };
      case 'stale':
        return { ...expected, newest: this.cookie(expected.newest, partition) };
      default:
        return expected;
    }
  }

  // Further on than a test will count, and the same every time it is named.
  private nobodysCookie(partition: number): Cookie {
    const first = this.firstCookies.get(partition) ?? 77;
    const cookie = this.nobodysCookies.get(partition) ?? ((first + 1_000_000_000) % 2_147_483_647) + 1;
    this.nobodysCookies.set(partition, cookie);
    return cookie;
  }

  private version(model: number): Version {
    if (model === NOBODYS_VERSION.sequence) return { memory: 1, sequence: 1 };
    return this.versions.get(model) ?? assert.fail(`version ${model} of the model was never seen in an answer`);
  }

  private named(outcome: { readonly versionSequence: number }): { versionMemory: number; versionSequence: number } {
    const { memory, sequence } = this.version(outcome.versionSequence);
    return { versionMemory: memory, versionSequence: sequence };
  }

  private learnCookie(model: Cookie, core: Cookie, partition: number): void {
    if (model === 0 || this.cookies.has(model)) return;
    this.takeName(`cookie ${core} of partition ${partition}`);
    this.cookies.set(model, core);
    if (!this.firstCookies.has(partition)) this.firstCookies.set(partition, core);
  }

  private learnVersion(
    model: number,
    core: { readonly versionMemory: number; readonly versionSequence: number },
    partition: number,
  ): void {
    if (this.versions.has(model)) return;
    const version = { memory: core.versionMemory, sequence: core.versionSequence };
    this.takeName(`version ${version.memory}:${version.sequence} of partition ${partition}`);
    this.versions.set(model, version);
  }

  private takeName(name: string): void {
    assert.ok(!this.used.has(name), `${name} is given out twice`);
    this.used.add(name);
  }
}
