import { isTokenStep } from '../../flows/auth-step.js';
import type { Known } from '../../known.js';
import type { Credential, Role, Severity } from '../../model.js';
import { originOf, pathOf } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import type { Cacheable } from '../../trail/cacheable.js';
import { tellList, tellName, tellRequest } from '../../values/telling/redact.js';
import { restsOnItsName } from '../confidence.js';
import type { ExchangeRule } from '../rule.js';
import { isOfGuests } from './for-guests.js';
import { isOfSocket } from './url-use.js';

const GIVEN: readonly Role[] = ['access-token', 'refresh-token', 'id-token', 'session'];

export const tokenResponseCacheable: ExchangeRule = {
  id: 'token-response-cacheable',
  subject: 'exchange',
  applies: { gives: true },
  severity: ({ facts }) => byStorage(facts?.cacheable),
  grading:
    'Medium for an answer to a GET, which caches may store; low for one that they ask for again ' +
    'each time, and for the answer of an OAuth token endpoint to a POST, which hardly any cache ' +
    'stores, and of which the standard still demands it.',
  title: 'An answer with tokens may be stored in caches',
  why:
    'The answer gives tokens and does not say no-store. A browser may then write it to disk, and ' +
    'proxies or a content delivery network may keep it, where others find the tokens later, or ' +
    'are even given them.',
  fix:
    'Send with every answer that gives tokens:\n\n' +
    '    Cache-Control: no-store\n\n' +
    'private and no-cache are not enough: both let the browser keep a copy.',
  breaks:
    'Nothing that should work: an answer with tokens is never to be used twice. Going back in ' +
    'the history asks again.',
  references: [
    'CWE-525',
    'CWE-524',
    'OWASP ASVS 5.0 V14.3.2',
    'OWASP ASVS 5.0 V14.2.2',
    'RFC 6749 §5.1',
    'RFC 9111 §5.2.2.5',
  ],
  strength: 'Answers that give tokens forbid caches to store them (no-store).',
  check(exchange, known) {
    const given = givenBy(exchange, known);
    if (given.length === 0 || isRepeat(exchange, known)) return 'does-not-apply';
    const cacheable = exchange.facts?.cacheable ?? 'unknown';
    if (cacheable === 'unknown') return 'unknown';
    // No cache stores what answers a POST unless it is told to: only of OAuth is it asked all the
    // same.
    if (cacheable.noStore || (cacheable.by === 'nobody' && !isOauth(exchange, known))) return [];
    const fields = tellList([...new Set(given.map(({ locator }) => tellName(locator)))], 3);
    return [
      {
        text: text(
          'evidence_token_response_cacheable',
          'The answer to {request} gives {fields} without no-store.',
          { request: tellRequest(exchange.ref), fields },
        ),
        exchange: exchange.ref,
      },
    ];
  },
};

/** A step of a login or of a refresh (RFC 6749 §4.1.3, §6). */
function isOauth({ ref }: LoggedExchange, { flows }: Known): boolean {
  return flows.some(({ steps }) =>
    steps.some((step) => isTokenStep(step) && step.exchange.id === ref.id),
  );
}

/**
 * The places in its body where it gave what logs in. A page is no answer of a token endpoint, nor
 * is a message.
 */
function givenBy({ ref, set, facts }: LoggedExchange, known: Known): { locator: string }[] {
  if (facts?.type === 'document' || facts?.type === 'frame') return [];
  const given = set
    .flatMap((id) => known.byId(id) ?? [])
    .filter((one) => GIVEN.includes(one.role) && !restsOnItsName(one) && !isOfGuests(one, known));
  if (given.length === 0 || isOfSocket(ref.url)) return [];
  return given.flatMap((one) => receipts(one, ref.url));
}

function receipts({ sightings }: Credential, url: string): { locator: string }[] {
  return sightings.filter(
    ({ carrier, direction, locator, origin, firstExchange, lastExchange }) =>
      carrier === 'body' &&
      direction === 'received' &&
      locator.startsWith('/') &&
      origin === originOf(url) &&
      [firstExchange, lastExchange].some((one) => one && pathOf(one.url) === pathOf(url)),
  );
}

/**
 * One address is told once, however often it gives tokens: by the first answer that lacks it, if
 * any does.
 */
function isRepeat({ ref }: LoggedExchange, known: Known): boolean {
  const same = known.exchanges.filter(
    (one) =>
      one.ref.method === ref.method &&
      originOf(one.ref.url) === originOf(ref.url) &&
      pathOf(one.ref.url) === pathOf(ref.url) &&
      givenBy(one, known).length > 0,
  );
  const teller = same.find(({ facts }) => lacksNoStore(facts?.cacheable)) ?? same[0];
  return teller?.ref.id !== ref.id;
}

function lacksNoStore(cacheable: Cacheable = 'unknown'): boolean {
  return cacheable !== 'unknown' && !cacheable.noStore;
}

function byStorage(cacheable: Cacheable = 'unknown'): Severity {
  const isStored = cacheable !== 'unknown' && cacheable.by !== 'nobody' && !cacheable.revalidated;
  return isStored ? 'medium' : 'low';
}
