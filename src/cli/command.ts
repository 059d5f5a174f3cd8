/** One of the program's commands beside `serve`. */
export interface Command {
  /** As it is typed: `holdfast NAME`. */
  readonly name: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** What `holdfast NAME --help` prints, with a line's end at its end. */
  readonly help: string;
  /**
   * Runs it; prints its own results and errors. Resolves with the status the process shall end with.
   *
   * @param args what follows the name, `--help` not among them
   */
  run(args: readonly string[]): Promise<number>;
}
