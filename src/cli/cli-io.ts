/** Where a command reads and writes. */
export interface CliIo {
  /** Results. */
  out(text: string): void;
  /** What went wrong, and how far a command is. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The content of a file as UTF-8. Throws what `fs.readFileSync` throws. */
  readFile(path: string): string;
  /** Milliseconds from now; resolves then. */
  pause(length: number): Promise<void>;
}

/** What a command ends with. Usage is `USAGE_EXIT_CODE` of the command line as a whole. */
export const EXIT = { good: 0, refused: 1, usage: 2, unreachable: 3 } as const;
