import type { Found } from '../../src/member/door.ts';
import type { ModelSession } from '../session/rules-model.ts';
import type { Bug } from './played-pages.ts';

/** So many chances are let pass before a bug acts. */
const PATIENCE = 20;

/** Acts at every so many-th chance: what returns null was none. */
function nowAndThen(act: Bug): () => Bug {
  return () => {
    let since = 0;
    return (wish, session, model, answer) => {
      if (since++ < PATIENCE) return null;
      const changed = act(wish, session, model, answer);
      if (changed !== null) since = 0;
      return changed;
    };
  };
}

const FOUND: Found = {
  type: 'found',
  content: Buffer.from('whatever'),
  timeoutMinutes: 120,
  flagTaken: false,
  cookie: 1_000_000,
  lockLease: 110_000,
  again: false,
  versionMemory: 0,
  versionSequence: 0,
};

/** What a server might do wrong, each to be found by what its clients see. */
export const PLAYED_BUGS: Readonly<Record<string, () => Bug>> = {
  'a session that is lost': nowAndThen((wish, { key }, { sessions }, answer) => {
    if (wish.command.type !== 'get' || answer.type !== 'found') return null;
    sessions.delete(key);
    return { type: 'missing' };
  }),

  'a write that is answered and not done': () => {
    const before = new Map<string, Uint8Array>();
    let writes = 0;
    return (_wish, { key }, { sessions }, answer) => {
      const session = sessions.get(key);
      const old = before.get(key);
      const isWrite = answer.type === 'stored' && !answer.created;
      if (isWrite && session !== undefined && old !== undefined && ++writes % PATIENCE === 0) session.content = old;
      if (session !== undefined) before.set(key, session.content);
      return null;
    };
  },

  'a lock that is granted although it is held': nowAndThen((wish, _session, _model, answer) => {
    if (wish.command.type !== 'getExclusive' || answer.type !== 'locked') return null;
    return { ...FOUND, cookie: answer.cookie + FOUND.cookie };
  }),

  'a stale write that is taken': nowAndThen((wish, { key }, { sessions }, answer) => {
    const session = sessions.get(key);
    if (wish.command.type !== 'set' || answer.type !== 'stale' || session === undefined) return null;
    session.content = Buffer.from(wish.content, 'latin1');
    return { type: 'stored', created: false, versionMemory: 0, versionSequence: 0 };
  }),

  'a cookie that is given again': nowAndThen((_wish, { key }, { sessions }, answer) => {
    const session = sessions.get(key);
    if (answer.type !== 'found' || answer.cookie < 3 || session === undefined || session.lock === null) return null;
    const cookie = answer.cookie - 2;
    session.newest = cookie;
    session.lock = { ...session.lock, cookie };
    return { ...answer, cookie };
  }),

  'a removed session that comes back': () => {
    const kept = new Map<string, ModelSession>();
    return (wish, { key }, { sessions }, answer) => {
      const session = sessions.get(key);
      if (session !== undefined) kept.set(key, { ...session, lock: null });
      const old = kept.get(key);
      if (wish.command.type === 'remove' && answer.type === 'removed' && old !== undefined) sessions.set(key, old);
      return null;
    };
  },
};
