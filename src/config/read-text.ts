import { oneLine, quote, type Refusal, refuse } from './given-values.ts';

/** The content of a file as UTF-8. Throws what `fs.readFileSync` throws. */
export type ReadFile = (path: string) => string;

export type FileText = { readonly ok: true; readonly text: string } | Refusal;

/** The file's text; or a line without the setting's name, which the caller puts in front. */
export function readText(path: string, readFile: ReadFile): FileText {
  try {
    return { ok: true, text: readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : oneLine(String(error));
    return refuse(`cannot read ${quote(path)} (${code}); allowed: the path of a readable file`);
  }
}
