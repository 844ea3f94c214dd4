import type { Translate } from '../engine/text.js';

type Messages = Readonly<Record<string, { message: string } | undefined>>;

/** The catalogues that have the engine's sentences: a worker is not told the browser's own. */
const CATALOGUES: Readonly<Record<string, () => Promise<{ default: Messages }>>> = {
  ko: () => import('../../_locales/ko/messages.json'),
};

/** The engine's sentences in a reader's language; undefined: they are in English. */
export async function translationFor(language: string): Promise<Translate | undefined> {
  const [primary = ''] = language.toLowerCase().split('-');
  if (!Object.hasOwn(CATALOGUES, primary)) return undefined;
  const messages = (await CATALOGUES[primary]!()).default;
  return (key) => (Object.hasOwn(messages, key) ? messages[key]?.message : undefined);
}
