export type Verdict =
  | { readonly type: 'linearizable'; readonly steps: number }
  | { readonly type: 'violation'; readonly why: string; readonly steps: number }
  /** The work allowed was not enough to tell: a failure of the check, never a pass. */
  | { readonly type: 'undecided'; readonly why: string; readonly steps: number };
