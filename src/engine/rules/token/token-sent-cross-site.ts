import type { Known } from '../../known.js';
import type { Credential, ExchangeRef, Severity, Sighting } from '../../model.js';
import { domainOf, siteOf } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { isForGuests } from './for-guests.js';
import { sentExplicitly } from '../sent.js';
import { audienceDomains, namedDomains } from '../../credentials/audience.js';
import { isServiceOfIssuer } from '../../credentials/issuer-services.js';
import {
  clientDomains,
  isGivenAbroad,
  isNamesake,
  isRedeemed,
  knownDomains,
  providerDomains,
} from './token-audience.js';
import { tellCarrier, tellHost, tellName } from '../../values/telling/redact.js';

export const tokenSentCrossSite: CredentialRule = {
  id: 'token-sent-cross-site',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: byAudience,
  grading:
    'High for a JWT whose audience is another host of this visit, and for what a cookie holds ' +
    'under a name that is none of its own; medium where the audience cannot be read, and for an ' +
    'ID token; low for an Authorization header to the one other site that gets the token at all, ' +
    'or that gets it beside the identity service that gave it to a page of another site, since ' +
    'that is mostly its API, and where nothing but a name says what it is.',
  title: 'A token was sent to another site',
  why:
    'The site that receives a bearer token can use it exactly as the user does, and so can ' +
    'everyone who reads its logs. Often nobody decided on this: a fetch wrapper adds the ' +
    'Authorization header to every request, or an error tracker copies headers and URLs.',
  fix:
    'Attach the token only for the API that it is meant for:\n\n' +
    "    const API = 'https://api.example.com';\n" +
    '    if (new URL(request.url).origin === API) {\n' +
    "      request.headers.set('Authorization', 'Bearer ' + token);\n" +
    '    }\n\n' +
    'For another service get a token of its own (RFC 8693 token exchange), or call it from your ' +
    'server. Give the token an aud, and check it.',
  breaks:
    'Services that have relied on the token. If the other site is yours or the provider’s ' +
    'API, the token is in the right place: naming it in aud makes that visible here, too.',
  references: [
    'CWE-200',
    'CWE-522',
    'OWASP ASVS 5.0 V10.1.1',
    'OWASP ASVS 5.0 V14.2.3',
    'RFC 8725 §3.9',
    'RFC 9700 §2.3',
  ],
  strength: 'Tokens went to the site that they belong to, and to those that they name.',
  check(credential, known) {
    if (usesOf(credential).length === 0 || isForGuests(credential)) return 'does-not-apply';
    const foreign = foreignUses(credential, known);
    if (foreign.length > 0 && mayBeOfTarget(credential, known)) return 'unknown';
    return foreign.map((s): Evidence => ({
      text: text(
        'evidence_token_sent_cross_site',
        'It belongs to {home} and was sent to {origin} ({carrier}: {locator}).',
        {
          home: tellHost(credential.site),
          origin: tellHost(s.origin),
          carrier: tellCarrier(s.carrier),
          locator: tellName(s.locator),
        },
      ),
      exchange: s.exchange,
    }));
  },
};

/** Somebody's code sent it there. */
type Use = Pick<Sighting, 'carrier' | 'locator' | 'origin' | 'site' | 'pageSite' | 'firstAt'> & {
  exchange?: ExchangeRef | undefined;
};

/** Under a name that is none of its own: nobody asked for it there. */
function isLed({ leaks = [] }: Credential): boolean {
  return leaks.some(({ through }) => through === 'cross-site');
}

/** Under names of credentials, and under any other. */
function usesOf(credential: Credential): Use[] {
  const { leaks = [] } = credential;
  return [
    ...sentExplicitly(credential).map((one) => ({ ...one, exchange: one.lastExchange })),
    ...leaks
      .filter(({ through }) => through === 'cross-site')
      .map((one) => ({ ...one, site: siteOf(one.origin) })),
  ];
}

/**
 * True where no answer was seen to give it, and it may be that site's own: somebody logged in
 * there; or it names nobody, and pages sent it as that site's API wants it, or as what it renews
 * tokens for, to it alone.
 */
function mayBeOfTarget(credential: Credential, known: Known): boolean {
  const { kind, sightings } = credential;
  const isGiven = sightings.some(({ direction }) => direction === 'received');
  if (kind === 'cookie' || isGiven) return false;
  if (foreignUses(credential, known).every((use) => hasLogin(use, known))) return true;
  if (namedDomains(credential).size > 0) return false;
  return isItsApi(credential, known) || isItsGrant(credential);
}

function hasLogin(use: Use, { moments }: Known): boolean {
  const target = targetOf(use);
  return moments.some(
    ({ type, exchange }) => type === 'login' && domainOf(siteOf(exchange.url)) === target,
  );
}

/** Only who made a refresh token can do anything with it (RFC 6749 §6). */
function isItsGrant(credential: Credential): boolean {
  if (credential.role !== 'refresh-token' || isLed(credential)) return false;
  return new Set(usesOf(credential).map(targetOf)).size === 1;
}

function foreignUses(credential: Credential, known: Known): Use[] {
  const { flows } = known;
  const named = new Set([
    ...namedDomains(credential),
    ...clientDomains(credential, flows),
    ...providerDomains(credential, flows),
  ]);
  return usesOf(credential).filter((use) => {
    const target = targetOf(use);
    const page = domainOf(use.pageSite ?? '') ?? target;
    const own = [...knownDomains(credential, use), ...named, page];
    const isOwn = own.some((domain) => domain !== target && isNamesake(domain, target));
    const isMeant = named.has(target) || knownDomains(credential, use).has(target);
    const isOfUse =
      isAssertion(credential, use) ||
      isOfSignature(use) ||
      isServiceOfIssuer(credential, use.origin);
    return !isMeant && !isOwn && !isOfUse && !isRedeemed(credential, use, known);
  });
}

/**
 * What an identity provider says of somebody is for other sites (SAML Bindings §3.5.4,
 * WS-Federation §13.2.2).
 */
function isAssertion({ format }: Credential, { carrier, locator }: Use): boolean {
  return format === 'saml' && carrier === 'body' && /^(?:SAMLResponse|wresult)$/.test(locator);
}

/**
 * The part of a key by which a request is signed: without the rest of it, it opens nothing (AWS
 * “Signature Version 4”, and the same at other clouds).
 */
const OF_SIGNATURE = /^x-(?:(?:amz|oss|acs|cos|bce)-security-token|tc-token)$/i;

function isOfSignature({ carrier, locator }: Use): boolean {
  return (carrier === 'header' || carrier === 'url') && OF_SIGNATURE.test(locator);
}

function targetOf({ site }: Pick<Use, 'site'>): string {
  return domainOf(site) ?? site;
}

function byAudience(credential: Credential, known: Known): Severity {
  const isApi = isItsApi(credential, known);
  if (credential.role === 'id-token') return isApi ? 'low' : 'medium';
  if (credential.kind === 'cookie' && !credential.jwt && isLed(credential)) return 'high';
  const here = new Set([credential.site, ...known.exchanges.map((one) => known.targetOf(one))]);
  const seen = new Set([...here].map(domainOf));
  if ([...audienceDomains(credential)].some((domain) => seen.has(domain))) return 'high';
  return isApi ? 'low' : 'medium';
}

/**
 * A server that gets this header from pages of others has said that it wants it (Fetch standard,
 * CORS-preflight: `*` does not stand for Authorization). Where the token goes there alone, that is
 * what it is for; an identity service has it as well, and did not make it for itself.
 */
function isItsApi(credential: Credential, known: Known): boolean {
  const foreign = foreignUses(credential, known);
  const uses = isGivenAbroad(credential) ? foreign : usesOf(credential);
  return (
    new Set(uses.map(targetOf)).size === 1 &&
    foreign.every(({ carrier, locator }) => carrier === 'header' && locator === 'authorization')
  );
}
