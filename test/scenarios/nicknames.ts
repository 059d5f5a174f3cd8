import type { Cookie } from '../../src/member/door.ts';
import type { Holder } from '../../src/placement/holder.ts';

interface VersionName {
  readonly versionMemory: number;
  readonly versionSequence: number;
}

/** So far from the first cookie another one still counts as one of the same count. */
const NEAR = 1_000;

/** Stand in for numbers that are drawn, and mean nothing to a reader. */
export class Nicknames {
  private first: Cookie | null = null;
  private readonly cookies = new Map<string, Cookie>();
  private readonly memories: number[] = [];

  /** `#1` for the first that appears, and on from there; `#elsewhere` for one of another count; `none` for no cookie. */
  cookie(cookie: Cookie): string {
    if (cookie === 0) return 'none';
    this.first ??= cookie;
    const place = cookie - this.first + 1;
    const nickname = place >= 1 && place < NEAR ? `#${place}` : '#elsewhere';
    this.cookies.set(nickname, cookie);
    return nickname;
  }

  cookieOf(nickname: string): Cookie {
    const cookie = this.cookies.get(nickname);
    if (cookie === undefined) throw new Error(`no cookie ${nickname} was given out`);
    return cookie;
  }

  /** `v3`, if the session was stored by the third change; and `v3 of memory 2` where the first one was lost. */
  version({ versionMemory, versionSequence }: VersionName): string {
    const memory = placeIn(this.memories, versionMemory);
    return memory === 1 ? `v${versionSequence}` : `v${versionSequence} of memory ${memory}`;
  }
}

function placeIn<T>(list: T[], item: T): number {
  const place = list.indexOf(item);
  return place >= 0 ? place + 1 : list.push(item);
}

/** `a`; and `a#2` once it has come back with empty memory. */
export function tellHolder({ member, incarnation }: Holder): string {
  return incarnation === 1 ? member : `${member}#${incarnation}`;
}

/** As members name each other: `a#1`. */
export function tellName(name: string): string {
  return name.replace(/#1$/, '');
}
