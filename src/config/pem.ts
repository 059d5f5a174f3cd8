import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { oneLine } from './given-values.ts';

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/** What is wrong with a file of certificates, in words that follow the setting's name; null if nothing is. */
export function flawOfCertificates(text: string): string | null {
  const blocks = certificateBlocks(text);
  if (blocks.length === 0) return 'the file holds no certificate; allowed: PEM text with at least one';
  // TLS would start with authorities it cannot read, and then turn everybody away.
  const unreadable = blocks.findIndex((block) => !isCertificate(block));
  return unreadable < 0 ? null : `certificate ${unreadable + 1} of the file cannot be read; allowed: PEM text`;
}

/** Why TLS could not be spoken with these; null if it could. */
export function flawOfPair(cert: string, key: string, ca: string | null): string | null {
  try {
    createSecureContext({ cert, key, ...(ca === null ? {} : { ca }) });
    return null;
  } catch (error) {
    return oneLine(error instanceof Error ? error.message : String(error));
  }
}

/** From each opening line to its closing one, or to the end of the file. */
function certificateBlocks(text: string): string[] {
  const [, ...rest] = text.split(BEGIN);
  return rest.map((body) => {
    const end = body.indexOf(END);
    return BEGIN + (end < 0 ? body : body.slice(0, end + END.length));
  });
}

function isCertificate(block: string): boolean {
  try {
    new X509Certificate(block);
    return true;
  } catch {
    return false;
  }
}
