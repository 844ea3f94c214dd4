import type { Exchange } from '../model.js';
import type { CredentialStore } from './credential-store.js';
import type { ExchangeScene } from './scene.js';

/** What a page is drawn with, whoever looks at it. */
const FILE = /^(?:text\/css|(?:application|text)\/(?:x-)?(?:java|ecma)script|image\/|font\/)/i;

/**
 * Notes of cookies that the browser had, and got anew with a style sheet, a script, a picture: what
 * stands before the application does that, and hardly what keeps a session.
 */
export function noteByFile(
  store: CredentialStore,
  { type, response }: Exchange,
  { at, ref }: ExchangeScene,
  changed: readonly { id: string }[],
): void {
  const mime = response?.headers.find(({ name }) => name === 'content-type')?.value ?? '';
  if (type !== 'other' || !FILE.test(mime)) return;
  for (const { id } of changed) {
    const last = store.byId(id)?.life.at(-1);
    if (last?.type === 'rotated' && last.lastAt === at) store.behaved(id, { changedByFile: ref });
  }
}
