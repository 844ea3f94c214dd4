import type { Translate } from '../src/engine/text.js';

type Messages = Readonly<Record<string, { message: string } | undefined>>;

const CATALOGUES = {
  en: () => import('../_locales/en/messages.json'),
  ko: () => import('../_locales/ko/messages.json'),
} as const satisfies Readonly<Record<string, () => Promise<{ default: Messages }>>>;

export type Language = keyof typeof CATALOGUES;

export const LANGUAGES = Object.keys(CATALOGUES) as readonly Language[];

/** The catalogue of a language: sentences of the engine, and the words of the screens. */
export async function translationOf(language: Language): Promise<Translate> {
  const messages: Messages = (await CATALOGUES[language]()).default;
  return (key) => (Object.hasOwn(messages, key) ? messages[key]?.message : undefined);
}
