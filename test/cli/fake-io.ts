import type { CliIo } from '../../src/cli/cli-io.ts';

/** Keeps what a command prints. Files are those given; pauses are over at once, and `onPause` is called in them. */
export class FakeIo implements CliIo {
  printed = '';
  errors = '';
  pauses = 0;
  onPause: () => void = () => {};
  readonly env: Readonly<Record<string, string>>;
  private readonly files: Readonly<Record<string, string>>;

  constructor(env: Readonly<Record<string, string>> = {}, files: Readonly<Record<string, string>> = {}) {
    this.env = env;
    this.files = files;
  }

  out(text: string): void {
    this.printed += text;
  }

  err(text: string): void {
    this.errors += text;
  }

  readFile(path: string): string {
    const text = this.files[path];
    if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return text;
  }

  async pause(): Promise<void> {
    this.pauses++;
    this.onPause();
  }
}
