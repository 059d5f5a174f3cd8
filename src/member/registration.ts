/** A member's sign of life in the coordination store. */
export interface Registration {
  readonly member: string;
  /** Positive, and higher than any this member had before. */
  readonly incarnation: number;
  /** '' if it has none. */
  readonly zone: string;
  /** Whether it has ever taken a table for true. Only those who have not may form a cluster. */
  readonly sawTable: boolean;
}
