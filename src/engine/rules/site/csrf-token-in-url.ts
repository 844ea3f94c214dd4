import type { Known } from '../../known.js';
import type { Credential, Leak, Sighting } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import type { Check, CredentialRule, Evidence } from '../rule.js';

export const csrfTokenInUrl: CredentialRule = {
  id: 'csrf-token-in-url',
  subject: 'credential',
  applies: { roles: ['csrf'], carriers: ['url'] },
  severity: 'low',
  title: 'A value against forgery stands in an address',
  why:
    'Addresses are copied to the history, to logs and to the Referer header. Whoever finds the ' +
    'value in one of them can forge requests in the user’s name for as long as it is valid, ' +
    'which is what it is there to stop.',
  fix:
    'Change things with POST alone, and send the value in the body or in a header:\n\n' +
    '    <form method="post" action="/logout">\n' +
    '      <input type="hidden" name="csrf_token" value="…">\n' +
    '      <button>Log out</button>\n' +
    '    </form>\n\n' +
    'Where links have to stay, give each a value of its own that works once, and send ' +
    'Referrer-Policy: same-origin.',
  breaks:
    'Links that do something at once, such as “log out” or “delete”: they become buttons in a ' +
    'form. Bookmarks of them no longer work.',
  references: ['CWE-598', 'OWASP ASVS 5.0 V14.2.1', 'OWASP ASVS 5.0 V3.5.1', 'OWASP WSTG-SESS-05'],
  check(credential, known): Check {
    const uses = credential.sightings.filter(
      ({ carrier, direction }) => carrier === 'url' && direction === 'sent',
    );
    const leaks = (credential.leaks ?? []).filter(isTold(credential));
    if (!guards(credential) || uses.length + leaks.length === 0) return 'does-not-apply';
    const links = isForScriptsAlone(credential, known) ? [] : uses.filter(isInLink);
    return [...links.map(sentBy), ...leaks.map(toldTo)];
  },
};

/** It was given by a page, or sent as what it is: an address alone only calls it so. */
function guards({ sightings }: Credential): boolean {
  return sightings.some(({ carrier }) => carrier !== 'url');
}

/** Addresses that scripts ask for stand in no history, and tell no page. */
function isForScriptsAlone({ id }: Credential, known: Known): boolean {
  const asked = known.carrying(id).filter(({ ref }) => ref.method === 'GET');
  return asked.length > 0 && asked.every(({ facts }) => facts?.type === 'fetch');
}

/** The address of a POST stands in no history, and its page tells it nobody. */
function isInLink({ firstExchange, lastExchange }: Sighting): boolean {
  return [firstExchange, lastExchange].some((one) => one?.method === 'GET');
}

function isTold({ site }: Credential): (leak: Leak) => boolean {
  return ({ through, origin }) => through === 'referer' && siteOf(origin) !== site;
}

function sentBy({ origin, locator, firstExchange, lastExchange }: Sighting): Evidence {
  const exchange = lastExchange?.method === 'GET' ? lastExchange : firstExchange;
  return {
    text: text(
      'evidence_csrf_token_in_url',
      'A GET request to {origin} had it in its address, as {locator}.',
      { origin: tellHost(origin), locator: tellName(locator) },
    ),
    exchange,
  };
}

function toldTo({ origin, exchange }: Leak): Evidence {
  return {
    text: text('evidence_csrf_token_told', 'The Referer header told it to {origin}.', {
      origin: tellHost(origin),
    }),
    exchange,
  };
}
