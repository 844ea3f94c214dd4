import { isOfWeb } from '../../address.js';
import { type AuthFlow, AUTHORIZATION_REQUESTS, type FlowStep } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import type { ExchangeRef } from '../../model.js';
import { isLocal, parseUrl, siteOf } from '../../normalize/addresses/site.js';
import { parametersOf } from '../../normalize/addresses/url-parameters.js';

/** The step that asked for the login. */
export function requestOf({ steps }: AuthFlow): FlowStep | undefined {
  return steps.find(({ kind }) => AUTHORIZATION_REQUESTS.has(kind));
}

/**
 * Parameters of the authorization request's address, in their order; empty where it was pushed or
 * posted.
 */
export function askedWith(flow: AuthFlow): readonly (readonly [string, string])[] {
  const step = flow.steps.find(({ kind }) => kind === 'authorization-request');
  const url = step && parseUrl(step.exchange.url);
  return url ? [...parametersOf(url)] : [];
}

/** One of them. */
export function parameterOf(flow: AuthFlow, wanted: string): string | undefined {
  return askedWith(flow).find(([name]) => name === wanted)?.[1];
}

/**
 * True where all that was asked was seen; a request object or one pushed unseen may hold more (RFC
 * 9101, RFC 9126).
 */
export function wasSeenWhole(flow: AuthFlow): boolean {
  if (!requestOf(flow)) return false;
  if (flow.pushed) return true;
  return !askedWith(flow).some(([name]) => name === 'request' || name === 'request_uri');
}

/**
 * What the answer is asked to bring: `code`, `token`, `id_token` (OAuth 2.0 Multiple Response Types
 * §3).
 */
export function responseTypes({ responseType = '' }: AuthFlow): string[] {
  return responseType.split(' ').filter((type) => type !== '');
}

/** The first good answer of the authorization server. */
export function answerOf({ steps }: AuthFlow): FlowStep | undefined {
  return steps.find(({ kind, detail }) => kind === 'authorization-response' && 'gave' in detail);
}

/** Token requests that brought a code. */
export function redemptionsOf({ steps }: AuthFlow): FlowStep[] {
  return steps.filter(
    ({ kind, detail }) =>
      kind === 'token-request' &&
      (detail.grant_type ?? 'authorization_code') === 'authorization_code',
  );
}

/**
 * Who redeems the code: a page, an app of the device (RFC 8252 §7), or, where a browser saw the
 * answer and no token request, a server.
 */
export function redeemerOf(flow: AuthFlow): 'page' | 'app' | 'server' | 'unknown' {
  if (isOfApp(flow)) return 'app';
  const redemptions = redemptionsOf(flow);
  if (redemptions.some(({ detail }) => detail.byPage === true)) return 'page';
  return redemptions.length === 0 && answerOf(flow) ? 'server' : 'unknown';
}

/**
 * True for an app of the device: its answer comes to loopback or to a scheme of its own (RFC 8252
 * §7).
 */
function isOfApp({ redirectUri }: AuthFlow): boolean {
  const url = parseUrl(redirectUri ?? '');
  return url !== undefined && !isOfWeb(url.href);
}

/**
 * True for a secret that everybody can read in the app (RFC 8252 §8.5), or the device (RFC 8628
 * §5.6).
 */
export function hasPublicSecret(flow: AuthFlow): boolean {
  const url = parseUrl(flow.redirectUri ?? '');
  const loopback = url?.protocol === 'http:' && isLocal(url.hostname);
  return flow.grant === 'device-code' || isOfApp(flow) || loopback;
}

/** PKCE, and in OpenID Connect the nonce, stand in for `state` (RFC 9700 §2.1). */
export function isBoundOtherwise({ pkce, protocol, nonce }: AuthFlow): boolean {
  return pkce === 'S256' || pkce === 'plain' || (protocol === 'oidc' && nonce);
}

/** Logins of an authorization server of this site that go through the browser. */
export function loginsAt(site: string, { flows }: Known): AuthFlow[] {
  return flows.filter((flow) => siteOf(flow.issuer) === site && requestOf(flow) !== undefined);
}

/** The exchange that evidence of a flow's request points at. */
export function atRequest(flow: AuthFlow): { exchange?: ExchangeRef } {
  const exchange = requestOf(flow)?.exchange;
  return exchange ? { exchange } : {};
}
