import { linesOf } from '../../secrets/lines.js';
import { trySecrets } from '../../secrets/try-secrets.js';
import type { Backend } from '../backend/backend.js';
import { type Verification, verifyWithKey } from '../jwt/verify-with-key.js';

// What a person tries on a signed value. The value is asked for each time, and forgotten with what
// it was asked for; of a trial only how many words there were, and how long the one is that fits,
// is kept.

/** A credential, and whom to ask for it. */
export interface Asked {
  backend: Pick<Backend, 'ask'>;
  tabId: number;
  credentialId: string;
}

/** How far a word list is: words tried, and the part of the file that was read, from 0 to 1. */
export interface Progress {
  tried: number;
  share: number;
}

export type FileOutcome = { tried: number; fits: boolean } | 'gone' | 'cancelled' | 'failed';

/** Tries every line of a file. Never rejects. */
export async function tryFile(
  { backend, tabId, credentialId }: Asked,
  file: Blob,
  told: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<FileOutcome> {
  try {
    const signed = await backend.ask('getSigned', { tabId, credentialId });
    if (!signed?.signature) return 'gone';
    let read = 0;
    const words = linesOf(chunksOf(file, (bytes) => (read += bytes)));
    const { tried, found } = await trySecrets(signed.signature, words, {
      signal,
      progress: (count) => told({ tried: count, share: file.size > 0 ? read / file.size : 1 }),
    });
    const { fingerprint } = signed;
    const length = found?.length ?? null;
    await backend.ask('addTrial', { tabId, fingerprint, tried, length });
    return { tried, fits: found !== null };
  } catch {
    return signal.aborted ? 'cancelled' : 'failed';
  }
}

/** Verifies a signature with a key, or with a framework's secret. Never rejects. */
export async function verify(
  { backend, tabId, credentialId }: Asked,
  pasted: string,
): Promise<Verification> {
  const signed = await backend.ask('getSigned', { tabId, credentialId }).catch(() => null);
  if (signed?.jws !== undefined) return verifyWithKey(signed.jws, pasted);
  if (!signed?.signature) return { outcome: 'cannot', why: 'gone' };
  const { found } = await trySecrets(signed.signature, [pasted, pasted.trim()]);
  return { outcome: found === null ? 'not-verified' : 'verified' };
}

async function* chunksOf(file: Blob, told: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      told(value.length);
      yield value;
    }
  } finally {
    void reader.cancel();
  }
}
