import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { HistoryEntry } from '../simulation/history.ts';
import { writeLines } from '../simulation/history-lines.ts';

/** So many files that the judge can hold one of them in memory at a time. */
export const SHARDS = 16;
const WRITE_AT = 256 * 1024;

export function shardFile(folder: string, shard: number): string {
  return join(folder, `history-${shard}.jsonl`);
}

/**
 * Writes the history down while it happens. All of one partition is in one file, since cookies are counted by partition.
 * Requests stand there in the order in which they ended.
 */
export class Recorder {
  private readonly shards: { readonly file: number; text: string }[];

  constructor(folder: string) {
    this.shards = Array.from({ length: SHARDS }, (_, shard) => ({
      file: openSync(shardFile(folder, shard), 'w'),
      text: '',
    }));
  }

  write(partition: number, entry: HistoryEntry): void {
    const shard = this.shards[partition % SHARDS];
    if (shard === undefined) throw new Error(`no file for partition ${partition}`);
    shard.text += writeLines([entry]);
    if (shard.text.length >= WRITE_AT) flush(shard);
  }

  close(): void {
    for (const shard of this.shards) {
      flush(shard);
      closeSync(shard.file);
    }
  }
}

function flush(shard: { readonly file: number; text: string }): void {
  writeSync(shard.file, shard.text);
  shard.text = '';
}
