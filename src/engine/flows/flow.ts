import type { ExchangeRef, Millis } from '../model.js';
import type { AuthMessageKind } from './auth-message.js';

export type Grant =
  | 'authorization-code'
  | 'implicit'
  | 'hybrid'
  | 'password'
  | 'client-credentials'
  | 'device-code'
  | 'token-exchange'
  | 'saml'
  | 'ws-federation'
  | 'unknown';

/** One step of a flow; `detail` never holds a secret. */
export interface FlowStep {
  kind: AuthMessageKind | 'refresh-request';
  at: Millis;
  exchange: ExchangeRef;
  detail: Record<string, string | number | boolean>;
}

/** One login or grant at an authorization server, step by step. */
export interface AuthFlow {
  id: string;
  protocol: 'oauth' | 'oidc' | 'saml' | 'ws-federation';
  grant: Grant;
  /** Origin of the authorization server or identity provider. */
  issuer: string;
  clientId?: string;
  /** Origin and path. */
  redirectUri?: string;
  responseType?: string;
  responseMode?: string;
  /** Asked for, and granted where the answer says so. */
  scope?: string;
  grantedScope?: string;
  /**
   * Whom the access token is for: as asked (RFC 8707 `resource`, or `audience`), and as the token
   * says.
   */
  audience?: string;
  grantedAudience?: string;
  pkce?: 'S256' | 'plain' | 'none';
  /** The request had one; `stateMatches`: the response gave the same back. */
  state: boolean;
  stateMatches?: boolean;
  nonce: boolean;
  /** The ID token that came back names the nonce of the request (OpenID Connect Core §3.1.3.7). */
  nonceMatches?: boolean;
  /** A code was redeemed more than once (RFC 6749 §4.1.2). */
  codeReused?: boolean;
  pushed: boolean;
  dpop: boolean;
  /** Its access token names a key that its holder must have (RFC 7800 §3.1: DPoP, mutual TLS). */
  deviceBound?: boolean;
  /** A request carried a client secret: as a parameter, or as HTTP Basic (RFC 6749 §2.3.1). */
  clientSecret: boolean;
  /** Another login had the same `state` before. */
  stateReused?: boolean;
  /** The answer names its issuer (RFC 9207). */
  issuerNamed?: boolean;
  /** The SAML response is signed, or the assertion in it. */
  samlSigned?: boolean;
  /** What of its answer a Referer header told another origin. */
  told?: FlowTold[];
  steps: FlowStep[];
}

/** A part of an answer's address that another origin was told with a Referer header. */
export interface FlowTold {
  name: 'code' | 'state';
  origin: string;
  exchange: ExchangeRef;
}

/** A flow with the hashes by which later messages find it. */
export interface OpenFlow extends AuthFlow {
  stateHash?: string;
  nonceHash?: string;
  challengeHash?: string;
  /** Hashes of the codes that were redeemed. */
  redeemed?: string[];
  keys: string[];
}

/** The messages in which PKCE, `state` and `nonce` stand. */
export const AUTHORIZATION_REQUESTS: ReadonlySet<FlowStep['kind']> = new Set([
  'authorization-request',
  'pushed-authorization-request',
]);

/** True where a device is told to ask again until its user has agreed (RFC 8628 §3.5). */
export function saysToAskAgain(error: unknown): boolean {
  return error === 'authorization_pending' || error === 'slow_down';
}
