import type { Known } from '../../known.js';
import type { Credential, Leak, Severity } from '../../model.js';
import { domainOf, siteOf } from '../../normalize/addresses/site.js';
import { logsIn } from '../../role-table.js';
import { text } from '../../text.js';
import { tellHost } from '../../values/telling/redact.js';
import { endedAtLogin } from '../before-login.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { namedDomains } from '../../credentials/audience.js';
import { clientDomains, knownDomains } from './token-audience.js';

export const tokenInReferer: CredentialRule = {
  id: 'token-in-referer',
  subject: 'credential',
  severity: byLoss,
  grading:
    'High; medium for an ID token; low where only another host of the same site was told, for a ' +
    'JWT of unknown purpose, for what a login replaced after that, and where nothing but a name ' +
    'says what it is.',
  title: 'A page told others its address with a token in it',
  why:
    'The page had the token in its address and loaded something from elsewhere, so the browser ' +
    'sent the whole address along in the Referer header. It now stands in the logs of others, ' +
    'who can use it as the user.',
  fix:
    'Take the token out of the address. Until then, send with that page:\n\n' +
    '    Referrer-Policy: no-referrer\n\n' +
    'Or have the page with the token answer with nothing but a redirect to a clean address, and ' +
    'load no analytics, advertising or fonts of others on it. Replace the tokens that were told.',
  breaks:
    'Analytics lose where visitors came from. Checks against forgery that want a Referer for ' +
    'requests of that page must take Origin instead: with no-referrer, it is “null” in posts to ' +
    'other origins.',
  references: [
    'CWE-598',
    'CWE-200',
    'OWASP ASVS 5.0 V3.4.5',
    'OWASP ASVS 5.0 V14.2.1',
    'OWASP ASVS 5.0 V14.2.3',
    'W3C Referrer Policy',
  ],
  check(credential, known) {
    // Who may have a code, a state and a value against forgery is asked of the login and of the
    // form.
    const matters = logsIn(credential) || (credential.role === 'other' && credential.jwt);
    if (!matters || !stoodInAddress(credential)) return 'does-not-apply';
    return tellings(credential, known).map((leak): Evidence => ({
      text: text('evidence_token_in_referer', 'The Referer header told it to {origin}.', {
        origin: tellHost(leak.origin),
      }),
      exchange: leak.exchange,
    }));
  },
};

function stoodInAddress({ sightings, leaks = [] }: Credential): boolean {
  return (
    sightings.some(({ carrier }) => carrier === 'url') ||
    leaks.some(({ through }) => through === 'referer')
  );
}

/** Those to whom it was news: neither its issuer, nor whom it is meant for, nor who gave it. */
function tellings(credential: Credential, { flows }: Known): Leak[] {
  const meant = new Set([...namedDomains(credential), ...clientDomains(credential, flows)]);
  const home = domainOf(credential.site);
  return (credential.leaks ?? []).filter((leak) => {
    if (leak.through !== 'referer') return false;
    const target = domainOf(leak.origin) ?? leak.origin;
    if (target === home) return leak.origin !== credential.origin;
    return !meant.has(target) && !knownDomains(credential, leak).has(target);
  });
}

function byLoss(credential: Credential, known: Known): Severity {
  const told = tellings(credential, known);
  const within = told.every(({ origin }) => siteOf(origin) === credential.site);
  if (within || !logsIn(credential) || endedAtLogin(credential, told, known)) return 'low';
  return credential.role === 'id-token' ? 'medium' : 'high';
}
