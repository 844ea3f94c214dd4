import type { Read, ReadBounds } from '../recording/proofs/probe-answer.js';

// Comes into the frame of a page that is to repeat a request of its own, for a proof: it is the
// page that asks, as the browser sees it. Runs in its own world: the page cannot see it. Nothing
// else that belongs to the extension can ask anybody anything.

/** Asks as the page would, and reads the answer as far as it is compared. */
async function fetchInPage(
  url: string,
  method: string,
  credentials: RequestCredentials,
  bounds: ReadBounds,
): Promise<Read> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), bounds.patience);
  try {
    const { signal } = abort;
    const cache = 'no-store';
    const answer = await fetch(url, { method, credentials, cache, redirect: 'manual', signal });
    const decoder = new TextDecoder();
    let length = 0;
    let text = '';
    const reader = answer.body?.getReader();
    let part = await reader?.read();
    while (part?.value) {
      length += part.value.byteLength;
      if (text.length < bounds.text) text += decoder.decode(part.value, { stream: true });
      if (length >= bounds.bytes) break;
      part = await reader?.read();
    }
    void reader?.cancel();
    return { length, text: text.slice(0, bounds.text) };
  } catch {
    return { failed: abort.signal.aborted ? 'timeout' : 'network' };
  } finally {
    clearTimeout(timer);
  }
}

/** How it is asked. */
export type FetchInPage = typeof fetchInPage;

(globalThis as { fetchInPage?: FetchInPage }).fetchInPage ??= fetchInPage;
