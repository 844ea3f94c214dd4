import type { Exchange } from '../model.js';
import { originOf, parseUrl } from '../normalize/addresses/site.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import { tokensIn } from '../places/candidate.js';
import { candidatesInUrl } from '../places/in-url.js';
import type { CredentialStore } from './credential-store.js';
import { noteLeak } from './leaks.js';
import type { ExchangeScene } from './scene.js';
import { isTelling } from './value-index.js';

/**
 * Sees what the Referer header (RFC 9110 §10.1.3) tells another origin: values that are known, and
 * tokens, whose page was then asked for with them.
 */
export function seeReferer(
  store: CredentialStore,
  { url, request }: Exchange,
  { at, ref }: ExchangeScene,
): void {
  const referer = request.headers.find(({ name }) => name === 'referer')?.value ?? '';
  const page = parseUrl(referer);
  const origin = originOf(url);
  if (!page || !page.protocol.startsWith('http') || page.origin === origin) return;
  const named = parametersOf(page)
    .map(([locator, value]) => ({ locator, value }))
    .filter(({ value }) => isTelling(value));
  const told = new Set<string>();
  for (const { locator, value } of [...named, ...candidatesInUrl(referer, 'sent')]) {
    const token = tokensIn(value)[0] === value;
    const place = { carrier: 'url', locator, direction: 'sent', origin: page.origin, at } as const;
    const credential = store.byValue(value) ?? (token ? store.token(value, place) : undefined);
    if (credential) told.add(credential.id);
  }
  const leak = {
    through: 'referer',
    carrier: 'header',
    locator: 'referer',
    origin,
    at,
    exchange: ref,
  } as const;
  for (const id of told) store.change(id, (draft) => noteLeak(draft, leak));
}
