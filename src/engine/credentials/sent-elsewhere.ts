import type { Carrier, Exchange } from '../model.js';
import { originOf, parseUrl, siteOf } from '../normalize/addresses/site.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import { decodeBase64Text } from '../base64.js';
import { percentDecode } from '../values/unwrap.js';
import { hintOf } from '../values/names/name-hint.js';
import type { CredentialStore } from './credential-store.js';
import { noteLeak } from './leaks.js';
import type { ExchangeScene } from './scene.js';
import { isTelling } from './value-index.js';

/** A place in a request, and what stands there. */
interface Place {
  carrier: Carrier;
  locator: string;
  value: string;
}

/** Nobody sends more of them at once. */
const MAX_PLACES = 200;
/** Nor are longer texts than this looked through for a value. */
const MAX_TEXT = 16_384;
/** Shorter ones tell no two values to be one. */
const MIN_VALUE = 16;
/**
 * What stands around a value in a text: `sid=…; lang=en`, `https://a.test/?sid=…`, `{"sid":"…"}`.
 */
const AROUND = /[\s;&?#,|"'<>{}()[\]\\/]+/;

/**
 * Sees what a request takes to another site than its own under whatever name: a value that is known
 * there as a cookie or a token. Under names of credentials it is seen as one of them anyway
 * (`carried`).
 */
export function seeSentElsewhere(
  store: CredentialStore,
  exchange: Exchange,
  { at, ref }: ExchangeScene,
  carried: readonly string[],
): void {
  const site = siteOf(exchange.url);
  const origin = originOf(exchange.url);
  const known = new Set(carried);
  // What both sites know by the same value, each has of its own.
  const own = new Set(carried.map((id) => store.byId(id)?.value));
  for (const { carrier, locator, value } of placesIn(exchange).slice(0, MAX_PLACES))
    for (const piece of piecesOf(value)) {
      const found = store.byValue(piece);
      if (!found || known.has(found.id) || own.has(piece) || !isOfOther(found, site)) continue;
      known.add(found.id);
      const leak = { through: 'cross-site', carrier, locator, origin, at, exchange: ref } as const;
      store.change(found.id, (draft) => noteLeak(draft, leak));
    }
}

/** What tells visitors apart is made to be sent. */
function isOfOther({ site, name }: { site: string; name: string }, target: string): boolean {
  return site !== target && hintOf(name)?.role !== 'tracking';
}

function placesIn({ url, request }: Exchange): Place[] {
  const parsed = parseUrl(url);
  const parameters = parsed ? parametersOf(parsed) : [];
  const headers = request.headers.filter(({ name }) => name.startsWith('x-'));
  return [
    ...parameters.map(([locator, value]): Place => ({ carrier: 'url', locator, value })),
    ...headers.map(({ name, value }): Place => ({ carrier: 'header', locator: name, value })),
    ...(request.body?.fields ?? []).map(({ pointer, value }): Place => ({
      carrier: 'body',
      locator: pointer,
      value,
    })),
  ];
}

/** A value, and what may be one in it, where it is a text. */
function piecesOf(value: string): string[] {
  if (value.length < MIN_VALUE || value.length > MAX_TEXT) return [];
  const plain = percentDecode(value);
  const parts = [plain, decodeBase64Text(plain) ?? '']
    .flatMap((text) => text.split(AROUND))
    .flatMap((part) => [part, part.slice(part.indexOf('=') + 1)]);
  return [...new Set([value, plain, ...parts])].filter(
    (piece) => piece.length >= MIN_VALUE && isTelling(piece),
  );
}
