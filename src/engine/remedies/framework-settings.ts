import type { Credential } from '../model.js';
import { remembered } from '../memo.js';
import type { CookieDraft } from '../rules/cookie-draft.js';
import { signerOf } from '../values/signatures/signed.js';
import { unwrapPlain } from '../values/unwrap.js';
import type { Aspect, Framework } from './frameworks/framework.js';
import { FRAMEWORKS } from './frameworks/index.js';
import { mergedSettings } from './merged-settings.js';

/** Where a recognised framework sets what a line should say otherwise. */
export interface FrameworkSettings {
  readonly framework: string;
  /** What to set of the aspects that change, options of one call together. */
  readonly lines: readonly string[];
  readonly docs: string;
}

/** How an aspect is read from a draft, to see whether it changed. */
const READ: { readonly [A in Aspect]: (draft: CookieDraft) => unknown } = {
  secure: ({ secure }) => secure,
  httpOnly: ({ httpOnly }) => httpOnly,
  sameSite: ({ sameSite }) => sameSite,
  end: ({ maxAge, expires }) => maxAge ?? expires,
  domain: ({ domain }) => domain,
  path: ({ path }) => path,
  name: ({ name }) => name,
};

/** The framework that made a cookie, by the form of its value, else by a name that is its own. */
export const frameworkOf = remembered(
  ({ name, value }: Pick<Credential, 'name' | 'value'>): Framework | undefined => {
    const signer = signerOf(unwrapPlain(value));
    const bySigner = signer && FRAMEWORKS.find((one) => one.signer === signer);
    return bySigner || FRAMEWORKS.find(({ cookie }) => cookie?.test(name));
  },
);

/** The settings that make the line of a cookie what it should be; undefined where none is known. */
export function settingsFor(
  credential: Credential,
  before: CookieDraft,
  draft: CookieDraft,
): FrameworkSettings | undefined {
  const framework = frameworkOf(credential);
  if (!framework) return undefined;
  const { name, settings, docs } = framework;
  const changed = (Object.keys(READ) as Aspect[]).filter(
    (aspect) => READ[aspect](before) !== READ[aspect](draft),
  );
  const lines = changed.flatMap((aspect) => settings[aspect] ?? []);
  return lines.length === 0 ? undefined : { framework: name, lines: mergedSettings(lines), docs };
}
