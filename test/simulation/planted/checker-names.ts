/** The checkers by what they say. */
const CHECKERS: readonly (readonly [name: string, says: RegExp])[] = [
  ['one primary', /two may decide for partition/],
  ["the member's assertions", /^at [\d.]+: AssertionError/],
  ['the member threw', /^at [\d.]+: \w*Error: /],
  ['linearizability', /^violation of /],
  ['lock exclusion', /was granted while lock|was told that lock/],
  ['lives', /found none, |found a session that had been over for long/],
  ['order of grants', /was granted before client/],
  ['unique numbers', /^(cookie|version) \S+ of .* was given to client/],
  ['lost memory', /^answered changes lost/],
  ['digests', /^digests differ/],
  ['limits', /^over its limit/],
  ['patience', /^left without an answer/],
  ['unanswered requests', /requests had no certain outcome/],
  ['convergence', /s after the last request: /],
];

/** Finds nothing: a history that is too long to judge, a process that died, a sum of what was said before. */
const NOTHING = /^undecided of |^the process that played it ended|more of this kind$/;

/** The checker that says this; null if nothing was found by it. */
export function checkerOf(wrong: string): string | null {
  if (NOTHING.test(wrong)) return null;
  return CHECKERS.find(([, says]) => says.test(wrong))?.[0] ?? 'another one';
}
