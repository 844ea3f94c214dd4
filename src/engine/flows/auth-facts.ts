import { hashOf, s256 } from '../values/hash.js';
import { audiencesOf } from '../values/tokens/audiences.js';
import { decodeJwt } from '../values/tokens/jwt.js';
import { originOf, pageAddress, parseUrl } from '../normalize/addresses/site.js';
import type { Grant, OpenFlow } from './flow.js';
import type { AuthMessage, AuthMessageKind } from './auth-message.js';
import { LIMITS } from '../settings.js';
import { isSignedSaml } from '../values/tokens/saml.js';

type Params = ReadonlyMap<string, string>;

/** Takes from a message what it says of its flow. */
export function learn(flow: OpenFlow, message: AuthMessage): void {
  const { kind, params, answer, basicSecret } = message;
  const copy = <K extends 'clientId' | 'responseType' | 'responseMode' | 'scope' | 'audience'>(
    field: K,
    name: string,
  ) => {
    const value = params.get(name);
    if (value !== undefined) flow[field] ??= value.slice(0, LIMITS.flowText);
  };
  copy('clientId', 'client_id');
  copy('responseType', 'response_type');
  copy('responseMode', 'response_mode');
  copy('scope', 'scope');
  copy('audience', 'resource');
  copy('audience', 'audience');
  const redirect = params.get('redirect_uri');
  // RFC 6749 §3.1.2 wants a whole address; servers take a path for one on their own host.
  const base = redirect?.startsWith('/') ? originOf(message.target) : '';
  if (redirect !== undefined) flow.redirectUri ??= addressOf(base + redirect);
  if (flow.scope?.split(' ').includes('openid')) flow.protocol = 'oidc';
  if (kind === 'authorization-request' || kind === 'pushed-authorization-request')
    learnRequest(flow, params, kind);
  if (params.get('client_secret') || basicSecret) flow.clientSecret = true;
  if (kind === 'authorization-response') learnGranted(flow, params);
  learnGranted(flow, answer);
  learnNonce(flow, message);
  if (kind === 'token-request') {
    learnCode(flow, params.get('code'));
    learnVerifier(flow, params.get('code_verifier'));
  }
  learnKeys(flow, kind, params, answer);
  if (kind === 'authorization-response') learnAnswer(flow, params);
  if (kind === 'saml-response') learnSigned(flow, params);
}

/**
 * Only the first good answer is that of the request: another one is of a login that was not seen.
 */
function learnAnswer(flow: OpenFlow, params: Params): void {
  if (isAnswered(flow)) return;
  const state = params.get('state');
  if (flow.stateHash !== undefined)
    flow.stateMatches = state !== undefined && hashOf(state) === flow.stateHash;
  if (!params.has('error')) flow.issuerNamed = params.has('iss');
}

/** True once an authorization server has given a code or tokens. */
export function isAnswered({ steps }: OpenFlow): boolean {
  return steps.some(({ kind, detail }) => kind === 'authorization-response' && 'gave' in detail);
}

/** SAML Bindings §3.4.4.1: what is sent in an address has its signature beside it. */
function learnSigned(flow: OpenFlow, params: Params): void {
  const signed = params.has('Signature') || isSignedSaml(params.get('SAMLResponse') ?? '');
  if (signed !== undefined) flow.samlSigned = signed;
}

/**
 * Origin and path: all of an address that holds no secret. An app has a scheme of its own (RFC 8252
 * §7.1).
 */
export function addressOf(url: string): string {
  const parsed = parseUrl(url);
  if (!parsed || /^(?:data|javascript):$/.test(parsed.protocol)) return '';
  return parsed.origin === 'null' ? pageAddress(parsed.href) : `${parsed.origin}${parsed.pathname}`;
}

function learnRequest(flow: OpenFlow, params: Params, kind: AuthMessageKind): void {
  const state = params.get('state');
  if (state !== undefined) {
    flow.state = true;
    flow.stateHash = hashOf(state);
  }
  const challenge = params.get('code_challenge');
  if (challenge !== undefined) flow.challengeHash = hashOf(challenge);
  const nonce = params.get('nonce');
  if (nonce !== undefined) {
    flow.nonce = true;
    flow.nonceHash = hashOf(nonce);
  }
  if (kind === 'pushed-authorization-request') flow.pushed = true;
  // RFC 7636 §4.3: a challenge without a method is plain.
  if (params.has('code_challenge'))
    flow.pkce = params.get('code_challenge_method') === 'S256' ? 'S256' : 'plain';
  else if (!flow.pushed && !params.has('request') && !params.has('request_uri'))
    flow.pkce ??= 'none';
  flow.grant = grantOf(params.get('response_type') ?? '', flow.grant);
}

/**
 * Whether the ID token that came is the one that was asked for. That of a refresh names no nonce,
 * or the same one (OpenID Connect Core §12.2).
 */
function learnNonce(flow: OpenFlow, { kind, params, answer }: AuthMessage): void {
  const fields = kind === 'authorization-response' ? params : answer;
  const claims = decodeJwt(fields.get('id_token') ?? '')?.claims;
  if (!claims || flow.nonceHash === undefined || flow.nonceMatches === false) return;
  const { nonce } = claims;
  if (nonce === undefined && params.get('grant_type') === 'refresh_token') return;
  flow.nonceMatches = typeof nonce === 'string' && hashOf(nonce) === flow.nonceHash;
}

/** Servers may know the hash of a verifier for what it is where no method names it. */
function learnVerifier(flow: OpenFlow, verifier: string | undefined): void {
  if (verifier === undefined || flow.challengeHash === undefined) return;
  if (hashOf(s256(verifier)) === flow.challengeHash) flow.pkce = 'S256';
}

function learnCode(flow: OpenFlow, code: string | undefined): void {
  if (code === undefined) return;
  const hash = hashOf(code);
  if (flow.redeemed?.includes(hash)) flow.codeReused = true;
  else flow.redeemed = [...(flow.redeemed ?? []), hash].slice(-LIMITS.flowKeys);
}

/** OAuth 2.0 Multiple Response Types §3–5. */
function grantOf(responseType: string, before: Grant): Grant {
  const types = responseType.split(' ').filter((type) => type !== '' && type !== 'none');
  if (types.length === 0) return before;
  if (!types.includes('code')) return 'implicit';
  return types.length === 1 ? 'authorization-code' : 'hybrid';
}

/**
 * What came with the tokens: RFC 6749 §5.1, and RFC 9068 §2.2 where the access token can be read.
 */
function learnGranted(flow: OpenFlow, fields: Params): void {
  const scope = fields.get('scope');
  if (scope !== undefined) flow.grantedScope = scope.slice(0, LIMITS.flowText);
  const token = decodeJwt(fields.get('access_token') ?? '');
  const audience = token ? audiencesOf(token) : [];
  if (audience.length > 0) flow.grantedAudience = audience.join(' ').slice(0, LIMITS.flowText);
}

/** Remembers by what later messages will be known; what was used last is kept longest. */
function learnKeys(flow: OpenFlow, kind: AuthMessageKind, params: Params, answer: Params): void {
  const asked =
    kind === 'authorization-response'
      ? ['code', 'access_token', 'id_token']
      : ['code', 'refresh_token', 'SAMLRequest'];
  const values = [
    ...asked.map((name) => params.get(name)),
    ...['access_token', 'refresh_token', 'id_token', 'device_code', 'request_uri'].map((name) =>
      answer.get(name),
    ),
  ];
  const hashes = values.flatMap((value) => (value === undefined ? [] : hashOf(value)));
  flow.keys = [...new Set([...flow.keys.filter((key) => !hashes.includes(key)), ...hashes])].slice(
    -LIMITS.flowKeys,
  );
}
