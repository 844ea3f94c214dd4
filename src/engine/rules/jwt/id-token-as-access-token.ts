import type { Credential, DecodedJwt, Severity, Sighting } from '../../model.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellHost, tellWord } from '../../values/telling/redact.js';
import { audiencesOf } from '../../values/tokens/audiences.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { issuerUrlOf, succeeded } from './jwt-parts.js';
import { ID_CLAIMS } from '../../roles/claim-cues.js';

/** Issuers whose documentation has their ID tokens sent to one's own API, and where it says so. */
const DOCUMENTED: readonly { service: string; issuer: RegExp; source: string }[] = [
  {
    service: 'Firebase Authentication',
    issuer: /^https:\/\/(?:securetoken|session\.firebase)\.google\.com\//,
    source: 'https://firebase.google.com/docs/auth/admin/verify-id-tokens',
  },
  {
    service: 'Amazon Cognito',
    issuer: /^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\//,
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html',
  },
];
const ACCESS_CLAIMS = ['scope', 'scp', 'client_id', 'cid', 'roles', 'permissions', 'authorization'];

export const idTokenAsAccessToken: CredentialRule = {
  id: 'id-token-as-access-token',
  subject: 'credential',
  applies: { roles: ['id-token', 'access-token'], formats: ['jwt'] },
  severity: byIssuer,
  grading:
    'Medium where the API answered well; low where it refused the token, or its answer was not ' +
    'seen; info for services that document it: Firebase Authentication, Amazon Cognito.',
  title: 'An ID token is sent to an API as if it gave access',
  why:
    'An ID token tells the app who logged in, and is meant for the app alone: its aud is the ' +
    'app, it has no scopes, and it may tell name and e-mail. An API that takes it cannot tell ' +
    'what the user allowed, and takes tokens that were issued for other purposes as well.',
  fix:
    'Ask for an access token for the API, and send that:\n\n' +
    '    GET /authorize?response_type=code&scope=openid%20orders.read' +
    '&resource=https%3A%2F%2Fapi.example.com&…\n' +
    "    fetch(api, { headers: { Authorization: 'Bearer ' + accessToken } });\n\n" +
    'In the API check typ and aud, so that an ID token no longer passes.',
  breaks:
    'APIs that read name or e-mail from the token: an access token often has neither, so let ' +
    'them ask the UserInfo endpoint. Let the API take both kinds until every client sends ' +
    'the right one.',
  references: [
    'CWE-863',
    'OWASP ASVS 5.0 V9.2.2',
    'RFC 8725 §3.12',
    'RFC 9068 §5',
    'OpenID Connect Core §2',
  ],
  check(credential) {
    const { jwt } = credential;
    const uses = credential.sightings.filter(isBearer);
    if (!jwt || !isIdToken(credential, jwt) || uses.length === 0) return 'does-not-apply';
    const service = serviceOf(jwt);
    return uses.filter((use) => !isNamed(use, jwt)).map((use) => evidenceOf(use, service));
  },
};

function evidenceOf({ origin, lastExchange }: Sighting, service: string | undefined): Evidence {
  const values = { origin: tellHost(origin) };
  const said =
    service === undefined
      ? text(
          'evidence_id_token_sent',
          'The ID token was sent to {origin} in the Authorization header.',
          values,
        )
      : text(
          'evidence_id_token_documented',
          'The ID token was sent to {origin} in the Authorization header, as {service} documents ' +
            'it for its own.',
          { ...values, service: tellWord(service) },
        );
  return { text: said, exchange: lastExchange };
}

function isBearer({ carrier, direction, locator }: Sighting): boolean {
  return carrier === 'header' && direction === 'sent' && locator.endsWith('authorization');
}

/**
 * By what it says of itself, else by its field or by claims that an ID token alone has, where none
 * gives access.
 */
function isIdToken({ role, sightings }: Credential, { header, claims }: DecodedJwt): boolean {
  const declared = [header['typ'], claims['typ'], claims['token_use'], claims['type']];
  if (declared.some((one) => typeof one === 'string' && /^id(?:_token)?$/i.test(one))) return true;
  if (serviceOf({ header, claims, unsigned: false }) === 'Firebase Authentication') return true;
  const has = (names: readonly string[]) => names.some((name) => claims[name] !== undefined);
  const isOne = has(ID_CLAIMS) || sightings.some(isGivenAsOne);
  return role === 'id-token' && isOne && !has(ACCESS_CLAIMS);
}

/**
 * The field that an answer has for it, and nothing else: OpenID Connect Core §3.1.3.3, §3.2.2.5.
 */
function isGivenAsOne({ carrier, direction, locator }: Sighting): boolean {
  const isAnswer = carrier === 'url' || (carrier === 'body' && direction === 'received');
  return isAnswer && /(?:^|\/)id_token$/.test(locator);
}

/** The issuer's own endpoints may take it, and so may a service that aud names by its address. */
function isNamed({ origin }: Sighting, jwt: DecodedJwt): boolean {
  const names = audiencesOf(jwt).map((one) => parseUrl(one)?.origin);
  return origin === issuerUrlOf(jwt)?.origin || names.includes(origin);
}

function serviceOf({ claims }: DecodedJwt): string | undefined {
  const iss = String(claims['iss'] ?? '');
  return DOCUMENTED.find(({ issuer }) => issuer.test(iss))?.service;
}

function byIssuer({ jwt, sightings }: Credential): Severity {
  if (jwt && serviceOf(jwt) !== undefined) return 'info';
  const uses = sightings.filter((use) => isBearer(use) && jwt && !isNamed(use, jwt));
  return uses.some(({ lastExchange }) => succeeded(lastExchange)) ? 'medium' : 'low';
}
