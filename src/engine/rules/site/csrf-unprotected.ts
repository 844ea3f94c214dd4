import { livedAttributes } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { text, type Text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { tellName, tellRequest } from '../../values/telling/redact.js';
import type { SiteRule, SiteSubject } from '../rule.js';
import { forgeryOf } from './forgery.js';
import { ambientOf, requestsTo } from './users-request.js';

/** Pieces of evidence that one finding lists. */
const LISTED = 5;

export const csrfUnprotected: SiteRule = {
  id: 'csrf-unprotected',
  subject: 'site',
  severity: byWhatIsLeft,
  grading:
    'Medium where every browser sends the credential along (SameSite=None, HTTP authentication) ' +
    'and the request had neither Origin nor Sec-Fetch-Site that the server could go by; else low.',
  title: 'Other sites may be able to make requests that change something for the user',
  why:
    'The browser adds what logs the user in by itself, and nothing else in the request shows ' +
    'that a page of this site made it: a form of any other site could send the same. Whether the ' +
    'server checks Origin or Sec-Fetch-Site cannot be seen from here.',
  fix:
    'Send a random token that belongs to the session with every such request, and compare it at ' +
    'the server. Or refuse what comes from elsewhere, before anything is changed:\n\n' +
    "    const site = request.headers['sec-fetch-site'];\n" +
    "    const own = request.headers.origin === 'https://www.example.com';\n" +
    "    if (site ? site !== 'same-origin' : !own) return response.status(403).end();\n\n" +
    'SameSite=Lax on the session’s cookie is a second line of defence, and no more than that.',
  breaks:
    'Requests that other sites are meant to make: payment returns, form_post logins, webhooks, ' +
    'other hosts of your own. Log what would be refused first, then except those addresses. ' +
    'Pages that were opened before need a reload.',
  references: ['CWE-352', 'OWASP ASVS 5.0 V3.5.1', 'OWASP WSTG-SESS-05', 'RFC 6265bis §8.8.1'],
  strength:
    'No POST, PUT, PATCH or DELETE of the user was seen that other sites could send just so: ' +
    'each had a token, a preflight or SameSite against it.',
  check({ site }, known) {
    const found = requestsTo(site, known).map((one) => [one, forgeryOf(one, known)] as const);
    const open = found.filter(([, word]) => word === 'open').map(([one]) => one);
    if (open.length > 0) return evidenceOf(open, known);
    if (found.some(([, word]) => word === 'unknown')) return 'unknown';
    return found.some(([, word]) => word === 'guarded') ? [] : 'does-not-apply';
  },
};

function evidenceOf(open: readonly LoggedExchange[], known: Known) {
  const first = new Map(open.toReversed().map((one) => [tellRequest(one.ref), one]));
  return [...first.values()]
    .toReversed()
    .slice(0, LISTED)
    .map((one) => ({ text: saidOf(one, known), exchange: one.ref }));
}

function saidOf(exchange: LoggedExchange, known: Known): Text {
  const [credential] = ambientOf(exchange, known);
  const values = {
    request: tellRequest(exchange.ref),
    name: tellName(credential?.name ?? ''),
  };
  if (credential?.kind !== 'cookie')
    return text(
      'evidence_csrf_http_auth',
      '{request} was the user’s by HTTP authentication alone, which browsers add to ' +
        'forged requests too.',
      values,
    );
  return isSentAnywhere(exchange, known)
    ? text(
        'evidence_csrf_none',
        '{request} was the user’s by the cookie {name} alone, which has SameSite=None.',
        values,
      )
    : text(
        'evidence_csrf_unset',
        '{request} was the user’s by the cookie {name} alone, which has no SameSite: Chromium ' +
          'takes it for Lax, other browsers do not.',
        values,
      );
}

function byWhatIsLeft({ site }: SiteSubject, known: Known): Severity {
  const isBare = requestsTo(site, known).some(
    (one) =>
      forgeryOf(one, known) === 'open' &&
      isSentAnywhere(one, known) &&
      !one.facts?.csrfProof.some((proof) => proof === 'origin' || proof === 'fetch-site'),
  );
  return isBare ? 'medium' : 'low';
}

/** No browser keeps it back. */
function isSentAnywhere(exchange: LoggedExchange, known: Known): boolean {
  return ambientOf(exchange, known).every(
    (one) => one.kind !== 'cookie' || livedAttributes(one).sameSite === 'none',
  );
}
