import { bytesOf, type Signature } from '../engine/values/signatures/signature.js';
import { keyMaker } from './key-from.js';

export interface TrialOptions {
  /** Called after every slice with how many were tried so far. */
  progress?(tried: number): void;
  /** Ends the trial after the slice at hand: it then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Waited for between two slices, so that who has more urgent work gets to it. */
  pause?(): Promise<void>;
}

/** How many were tried, the one that fits with them; `found`: that one. */
export interface TrialOutcome {
  tried: number;
  found: string | null;
}

/** Secrets that are tried at once. */
const SLICE = 64;

/**
 * Tries secrets on a signature, in their order, until one fits. WebCrypto works beside this thread,
 * which is free between any two of them.
 */
export async function trySecrets(
  signature: Signature,
  secrets: Iterable<string> | AsyncIterable<string>,
  { progress, signal, pause }: TrialOptions = {},
): Promise<TrialOutcome> {
  const fits = fitting(signature);
  let tried = 0;
  for await (const slice of inSlices(secrets)) {
    signal?.throwIfAborted();
    const outcomes = await Promise.all(slice.map(fits));
    signal?.throwIfAborted();
    const at = outcomes.indexOf(true);
    if (at >= 0) return { tried: tried + at + 1, found: slice[at] ?? null };
    tried += slice.length;
    progress?.(tried);
    await pause?.();
  }
  signal?.throwIfAborted();
  return { tried, found: null };
}

/** Says of a secret whether a signature was made with it. */
function fitting({ hash, text, mac, keys }: Signature): (secret: string) => Promise<boolean> {
  const signed = new TextEncoder().encode(text);
  const signature = bytesOf(mac) ?? new Uint8Array();
  const makers = keys.map((key) => keyMaker(key, hash));
  return async (secret) => {
    for (const make of makers) {
      const key = await make(secret);
      if (await crypto.subtle.verify('HMAC', key, signature, signed)) return true;
    }
    return false;
  };
}

async function* inSlices(
  secrets: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string[]> {
  let slice: string[] = [];
  for await (const secret of secrets) {
    slice.push(secret);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
