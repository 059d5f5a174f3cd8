/** Where a request came from, as an index into the member's bounded table of sources. 0 stands for all that found no place in it. */
export type SourceIndex = number;

export type Door = 'gateway' | 'grpc';

export interface Source {
  readonly door: Door;
  /** The client's address without its port. */
  readonly address: string;
}
