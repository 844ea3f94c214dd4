import type { Known } from '../../known.js';
import type { Credential, Severity, Sighting } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellHost, tellList, tellName, tellValue } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { byHost, sentAbroad, succeeded } from './jwt-parts.js';

export const jwtSymmetricShared: CredentialRule = {
  id: 'jwt-symmetric-shared',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES, formats: ['jwt'] },
  severity: bySites,
  grading:
    'Medium where servers of several sites took the token; low where several hosts of one site ' +
    'did, and for an ID token that a client without a secret was given.',
  title: 'Whoever can verify this JWT can also forge it',
  why:
    'With HS256 and its kin one secret both signs and verifies. Every server that takes the ' +
    'token has to have that secret, so each of them can write tokens for any user, and one that ' +
    'is broken into gives away all.',
  fix:
    'Sign with a private key that only the issuer has, and publish the public one:\n\n' +
    "    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid })\n" +
    '    await jwtVerify(token, createRemoteJWKSet(jwksUrl), ' +
    "{ algorithms: ['ES256'], issuer, audience });",
  breaks:
    'Services that verify with the shared secret. Let them take both algorithms, each with a key ' +
    'of its own kind, until the last old token has ended; never hand the public key to a check ' +
    'that allows HS256.',
  references: [
    'CWE-668',
    'OWASP ASVS 5.0 V9.1.2',
    'OWASP ASVS 5.0 V13.3.2',
    'RFC 7518 §3.2',
    'OpenID Connect Core §10.1',
  ],
  // A site that it leaked to answers well, and takes it for nothing.
  yieldsTo: ['token-sent-cross-site'],
  yieldsUnlessMilder: true,
  check(credential, known) {
    const { jwt, name } = credential;
    const alg = jwt?.header['alg'];
    if (typeof alg !== 'string' || !/^HS\d+$/.test(alg) || jwt?.unsigned) return 'does-not-apply';
    const values = () => ({ name: tellName(name), alg: tellValue(alg) });
    if (wasGivenToPublicClient(credential, known)) {
      const said = text(
        'evidence_jwt_symmetric_public_client',
        'The ID token in {name} is signed with {alg}, and came to a client that showed no ' +
          'secret: it cannot verify it.',
        values(),
      );
      return [{ text: said }];
    }
    const takers = takersOf(credential);
    if (takers.length === 0) return 'does-not-apply';
    return takers.length < 2 ? [] : [takenBy(takers, values())];
  },
};

function takenBy(
  takers: readonly Sighting[],
  values: { name: ReturnType<typeof tellName>; alg: ReturnType<typeof tellValue> },
): Evidence {
  const hosts = tellList(
    takers.map(({ origin }) => tellHost(origin)),
    3,
  );
  return {
    text: text(
      'evidence_jwt_symmetric_shared',
      'The JWT in {name} is signed with {alg}; requests with it succeeded at {hosts}.',
      { ...values, hosts },
    ),
    exchange: takers.at(-1)?.lastExchange,
  };
}

/**
 * Hosts to which code sent it, and that answered well: a cookie goes also to hosts that ignore it.
 */
function takersOf(credential: Credential): Sighting[] {
  const uses = sentAbroad(credential).filter(({ carrier }) => carrier === 'header');
  return byHost(uses.filter(({ lastExchange }) => succeeded(lastExchange)));
}

/** OpenID Connect Core §10.1: the key is the client's secret, which a page cannot keep. */
function wasGivenToPublicClient({ role, sightings }: Credential, { flows }: Known): boolean {
  if (role !== 'id-token') return false;
  const ids = new Set(
    sightings.flatMap(({ direction, firstExchange }) =>
      direction === 'received' && firstExchange ? [firstExchange.id] : [],
    ),
  );
  return flows.some(
    ({ clientSecret, steps }) =>
      !clientSecret &&
      steps.some(({ kind, exchange }) => kind === 'token-request' && ids.has(exchange.id)),
  );
}

function bySites(credential: Credential): Severity {
  const sites = new Set(takersOf(credential).map(({ site }) => site));
  return sites.size > 1 ? 'medium' : 'low';
}
