import { alsoServed } from '../../credentials/resource-hosts.js';
import type { AuthFlow } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import type { Credential, DecodedJwt, Severity, Sighting } from '../../model.js';
import { domainOf, isLocal, parseUrl } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellHost, tellList, tellName, tellValue } from '../../values/telling/redact.js';
import { audiencesOf } from '../../values/tokens/audiences.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { knownDomains } from '../token/token-audience.js';
import { issuerUrlOf, sentAbroad, succeeded } from './jwt-parts.js';

export const jwtAudienceMismatch: CredentialRule = {
  id: 'jwt-audience-mismatch',
  subject: 'credential',
  applies: { roles: ['access-token', 'id-token'], formats: ['jwt'] },
  severity: byAnswer,
  grading:
    'Medium where an API that aud does not name answered well, and for an ID token that names ' +
    'another client; low where the API refused it or its answer was not seen.',
  title: 'A JWT is used where its audience says it is not meant to be',
  why:
    'The aud claim names who may take the token. An API that takes one meant for somebody else ' +
    'takes any token of that issuer, also those that other apps get for their own users: whoever ' +
    'runs such an app can act as them.',
  fix:
    'Get a token for the very API, and let each side insist on its own name:\n\n' +
    "    const audience = 'https://api.example.com';\n" +
    "    await jwtVerify(token, key, { algorithms: ['ES256'], issuer, audience });\n\n" +
    'With OAuth name the API in the request (resource, or a scope of its own); a token for ' +
    'Microsoft Graph or for UserInfo is not for your own API. A client takes ID tokens only ' +
    'where aud is its client_id.',
  breaks:
    'An API that begins to check aud refuses the tokens that clients hold now. Let clients ask ' +
    'for the right audience first, and log what the API would refuse before it refuses.',
  references: [
    'CWE-863',
    'CWE-1270',
    'OWASP ASVS 5.0 V9.2.3',
    'OWASP ASVS 5.0 V10.3.1',
    'OWASP ASVS 5.0 V10.5.4',
    'RFC 8725 §3.9',
    'RFC 7519 §4.1.3',
    'OpenID Connect Core §3.1.3.7',
  ],
  yieldsTo: ['token-sent-cross-site'],
  check(credential, known) {
    const { jwt } = credential;
    if (!jwt || audiencesOf(jwt).length === 0) return 'does-not-apply';
    if (credential.role === 'id-token') return otherClient(credential, jwt, known);
    const domains = reachableAudience(jwt);
    const uses = sentAbroad(credential).filter(({ carrier }) => carrier === 'header');
    if (domains === undefined || uses.length === 0) return 'does-not-apply';
    return strayUses(credential, domains).map((use): Evidence => ({
      text: text(
        'evidence_jwt_other_audience',
        'Its aud claim names {audience}; it was sent to {origin}.',
        {
          audience: tellList(audiencesOf(jwt).map(tellHost), 3),
          origin: tellHost(use.origin),
        },
      ),
      exchange: use.lastExchange,
    }));
  },
};

/**
 * Domains of its audience where all of it are addresses that can be reached: a name without a dot,
 * a client id, a URN is a name that two sides agreed upon.
 */
function reachableAudience(jwt: DecodedJwt): Set<string> | undefined {
  const hosts = audiencesOf(jwt).map((one) =>
    /^https?:\/\//i.test(one) ? (parseUrl(one)?.hostname ?? '') : '',
  );
  const reachable = hosts.every((host) => host.includes('.') && !isLocal(host));
  const named = hosts.flatMap((host) => [host, alsoServed(host)]);
  return reachable
    ? new Set(named.flatMap((host) => domainOf(`https://${host}`) ?? []))
    : undefined;
}

/**
 * Uses at APIs of a party that the audience does not name at all. An audience on a domain of the
 * site itself may be a mere name of the API, wherever that runs.
 */
function strayUses(credential: Credential, audience: ReadonlySet<string>): Sighting[] {
  const issuer = domainOf((credential.jwt && issuerUrlOf(credential.jwt)?.href) ?? '');
  return sentAbroad(credential).filter((use) => {
    const target = domainOf(use.site);
    if (use.carrier !== 'header' || target === undefined || target === issuer) return false;
    const own = [...knownDomains(credential, use), domainOf(use.pageSite ?? '')];
    const isOwnName = own.some((one) => one !== undefined && one !== issuer && audience.has(one));
    return !audience.has(target) && !isOwnName;
  });
}

/**
 * The ID token that an answer to one client brought names another one, and no party for this one.
 */
function otherClient(
  { sightings, name }: Credential,
  jwt: DecodedJwt,
  { flows }: Known,
): Evidence[] | 'unknown' {
  const ids = new Set(
    sightings
      .filter(({ direction }) => direction === 'received')
      .flatMap(({ firstExchange, lastExchange }) => [firstExchange?.id, lastExchange?.id]),
  );
  const flow = flows.findLast(({ steps }) => steps.some(({ exchange }) => ids.has(exchange.id)));
  if (flow?.clientId === undefined) return 'unknown';
  if (isFor(jwt, flow)) return [];
  const said = text(
    'evidence_jwt_other_client',
    'The ID token in {name} was given to the client {client}; its aud claim names {audience}.',
    {
      name: tellName(name),
      client: tellValue(flow.clientId),
      audience: tellList(audiencesOf(jwt).map(tellValue), 3),
    },
  );
  return [{ text: said }];
}

/** OpenID Connect Core §2: azp is the party that it was issued to, aud may be its server. */
function isFor(jwt: DecodedJwt, { clientId = '', audience = '' }: AuthFlow): boolean {
  const wanted = [clientId, ...audience.split(' ')];
  return [...audiencesOf(jwt), jwt.claims['azp']].some((one) => wanted.includes(String(one)));
}

function byAnswer(credential: Credential): Severity {
  if (credential.role === 'id-token') return 'medium';
  const domains = credential.jwt && reachableAudience(credential.jwt);
  const taken =
    domains !== undefined &&
    strayUses(credential, domains).some(({ lastExchange }) => succeeded(lastExchange));
  return taken ? 'medium' : 'low';
}
