import { parametersOf } from '../normalize/addresses/url-parameters.js';
import type { Body, Exchange } from '../model.js';
import { originOf, parseUrl } from '../normalize/addresses/site.js';
import { hasBasicSecret, isOfPage } from './client-auth.js';

/** A message of OAuth 2, OpenID Connect, SAML or WS-Federation, as one exchange shows it. */
export interface AuthMessage {
  kind: AuthMessageKind;
  params: ReadonlyMap<string, string>;
  /** Fields of the answer, where its body was seen. */
  answer: ReadonlyMap<string, string>;
  /** How an authorization response came back (OAuth 2.0 Multiple Response Types §2.1). */
  mode?: 'query' | 'fragment' | 'form_post';
  /** Address that the message went to. */
  target: string;
  /** A browser sent it for a page. */
  byPage: boolean;
  /** HTTP Basic with a secret authenticates the client. */
  basicSecret: boolean;
}

export type AuthMessageKind =
  | 'authorization-request'
  | 'authorization-response'
  | 'pushed-authorization-request'
  | 'device-authorization-request'
  | 'token-request'
  | 'userinfo-request'
  | 'end-session-request'
  | 'saml-request'
  | 'saml-response'
  | 'ws-federation-request'
  | 'ws-federation-response';

type Params = ReadonlyMap<string, string>;
const NOTHING: Params = new Map();
/** OpenID Connect Core §5.3.1, and where certified servers put it that do nothing else (`/me`). */
const USERINFO_PATH = /\/userinfo\/?$|^\/(?:oauth2?\/|oidc\/|connect\/)?me\/?$/i;

/** The messages in an exchange: in its request, and in the address that it redirects to. */
export function authMessagesOf(exchange: Exchange): AuthMessage[] {
  const { url, method, request, response, redirectUrl } = exchange;
  const found: AuthMessage[] = [];
  // Nearly no exchange is a message: what goes with one is asked for where there is one.
  const add = (kind: AuthMessageKind, params: Params, more: Partial<AuthMessage> = {}) =>
    void found.push({
      kind,
      params,
      answer: fieldsOf(response?.body),
      target: url,
      byPage: isOfPage(exchange),
      basicSecret: hasBasicSecret(exchange),
      ...more,
    });
  if (method === 'POST') readPost(exchange, fieldsOf(request.body), add);
  readQuery(exchange, paramsOf(url), add);
  if (redirectUrl !== undefined) {
    const back = paramsOf(redirectUrl);
    if (isAuthorizationResponse(back)) {
      add('authorization-response', back, {
        target: redirectUrl,
        mode: redirectUrl.includes('#') ? 'fragment' : 'query',
      });
    }
  }
  return found;
}

/**
 * What stands in the address of the page that another origin's request came from; empty where it is
 * of that origin.
 */
export function refererOf({ url, request }: Exchange): Params {
  const referer = request.headers.find(({ name }) => name === 'referer')?.value ?? '';
  return /[?&](?:code|state)=/.test(referer) && originOf(referer) !== originOf(url)
    ? paramsOf(referer)
    : NOTHING;
}

type Add = (kind: AuthMessageKind, params: Params, more?: Partial<AuthMessage>) => void;

function readPost(exchange: Exchange, form: Params, add: Add): void {
  const { url } = exchange;
  const path = parseUrl(url)?.pathname ?? '';
  if (form.has('grant_type')) add('token-request', form);
  else if (form.has('SAMLResponse')) add('saml-response', form);
  else if (form.has('SAMLRequest')) add('saml-request', form);
  else if (form.has('wresult')) add('ws-federation-response', form);
  else if (form.has('client_id') && /device/i.test(path)) add('device-authorization-request', form);
  else if (form.has('client_id') && (form.has('code_challenge') || form.has('redirect_uri')))
    add(isPushed(exchange) ? 'pushed-authorization-request' : 'authorization-request', form);
  else if (isEndSession(form)) add('end-session-request', form);
  else if (isAuthorizationResponse(form))
    add('authorization-response', form, { mode: 'form_post' });
  // Without DevTools no body is seen; the path is the one that nearly every server uses.
  else if (form.size === 0 && /\/token\/?$/i.test(path)) add('token-request', form);
}

/**
 * RFC 9126 §2.2; a page may also send the request itself by POST (OpenID Connect Core §3.1.2.1).
 */
function isPushed({ type, response }: Exchange): boolean {
  return type !== 'document' || fieldsOf(response?.body).has('request_uri');
}

function readQuery({ url, request }: Exchange, query: Params, add: Add): void {
  const path = parseUrl(url)?.pathname ?? '';
  if (
    query.has('client_id') &&
    (query.has('response_type') || query.has('request_uri') || query.has('request'))
  ) {
    add('authorization-request', query);
  } else if (query.has('SAMLRequest')) add('saml-request', query);
  else if (query.has('SAMLResponse')) add('saml-response', query);
  else if (query.get('wa') === 'wsignin1.0') add('ws-federation-request', query);
  else if (isEndSession(query)) add('end-session-request', query);
  else if (USERINFO_PATH.test(path)) {
    const token = request.headers
      .find(({ name }) => name === 'authorization')
      ?.value.match(/^(?:Bearer|DPoP) +(\S+)$/i)?.[1];
    if (token !== undefined) add('userinfo-request', new Map([['access_token', token]]));
  }
}

/** RP-Initiated Logout §2: all its parameters are optional; these are its alone. */
function isEndSession(params: Params): boolean {
  return params.has('id_token_hint') || params.has('post_logout_redirect_uri');
}

/**
 * RFC 6749 §4.1.2 and §4.2.2, OIDC Core §3.3.2.5: a code or tokens, or an error, with what goes
 * with them.
 */
function isAuthorizationResponse(params: Params): boolean {
  if (params.has('client_id') && params.has('response_type')) return false;
  const given = params.has('code') || params.has('access_token') || params.has('id_token');
  return (
    (given &&
      (params.has('state') ||
        params.has('iss') ||
        params.has('session_state') ||
        params.has('token_type') ||
        params.has('scope'))) ||
    (params.has('error') && params.has('state'))
  );
}

function paramsOf(url: string): Params {
  const parsed = parseUrl(url);
  if (!parsed) return NOTHING;
  const params = new Map<string, string>();
  for (const [name, value] of parametersOf(parsed)) {
    const before = params.get(name);
    // RFC 8707 §2: this one may be there more than once.
    params.set(name, name === 'resource' && before !== undefined ? `${before} ${value}` : value);
  }
  return params;
}

function fieldsOf(body: Body | undefined): Params {
  if (!body || (body.kind !== 'form' && body.kind !== 'json')) return NOTHING;
  return new Map(body.fields.map(({ pointer, value }) => [pointer.replace(/^\//, ''), value]));
}
