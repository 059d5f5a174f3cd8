import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { CliIo } from './cli-io.ts';

export const PROCESS_IO: CliIo = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  readFile: (path) => readFileSync(path, 'utf8'),
  pause: (length) => setTimeout(length),
};
