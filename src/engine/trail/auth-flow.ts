import { hashOf } from '../detect/credential-store.js';
import type { ExchangeRef, Millis } from '../model.js';
import { originOf, parseUrl } from '../normalize/site.js';
import type { AuthMessage, AuthMessageKind } from './auth-message.js';

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
  pkce?: 'S256' | 'plain' | 'none';
  /** The request had one; `stateMatches`: the response gave the same back. */
  state: boolean;
  stateMatches?: boolean;
  nonce: boolean;
  pushed: boolean;
  dpop: boolean;
  /** The token request carried a client secret, in a browser. */
  clientSecret: boolean;
  steps: FlowStep[];
}

/** A flow with the hashes by which later messages find it. */
export interface OpenFlow extends AuthFlow {
  stateHash?: string;
  keys: string[];
}

const MAX_FLOWS = 40;
const MAX_STEPS = 40;
const GRANTS: Readonly<Record<string, Grant>> = {
  authorization_code: 'authorization-code',
  password: 'password',
  client_credentials: 'client-credentials',
  'urn:ietf:params:oauth:grant-type:device_code': 'device-code',
  'urn:ietf:params:oauth:grant-type:token-exchange': 'token-exchange',
};

/** Joins messages to flows: a response by its state, a token request by its code or refresh token. */
export class AuthFlows {
  #flows: OpenFlow[] = [];
  #nextId = 1;

  all(): AuthFlow[] {
    return this.#flows.map(withoutKeys);
  }

  save(): { flows: OpenFlow[]; nextId: number } {
    return { flows: this.#flows, nextId: this.#nextId };
  }

  restore({ flows, nextId }: { flows: OpenFlow[]; nextId: number }): void {
    this.#flows = flows;
    this.#nextId = nextId;
  }

  /** One message, in order of time. `dpop`: the request carried a DPoP proof (RFC 9449). */
  add(message: AuthMessage, at: Millis, exchange: ExchangeRef, dpop: boolean): void {
    // DevTools told the body of a request whose path alone was known before.
    for (const known of this.#flows) known.steps = known.steps.filter((step) => step.exchange.id !== exchange.id || step.kind !== 'token-request');
    const flow = this.#flowOf(message);
    if (!flow || this.#isRepeat(flow, message)) return;
    if (dpop) flow.dpop = true;
    learn(flow, message);
    const kind = message.kind === 'token-request' && message.params.get('grant_type') === 'refresh_token' ? 'refresh-request' : message.kind;
    if (flow.steps.length < MAX_STEPS) flow.steps.push({ kind, at, exchange, detail: detailOf(message) });
  }

  /** The flow that a message belongs to, begun here where it begins one. */
  #flowOf({ kind, params, target }: AuthMessage): OpenFlow | undefined {
    const newest = (test: (flow: OpenFlow) => boolean) => this.#flows.findLast(test);
    const byKey = (name: string) => {
      const value = params.get(name);
      return value === undefined ? undefined : newest((flow) => flow.keys.includes(hashOf(value)));
    };
    const origin = originOf(target);
    switch (kind) {
      case 'authorization-request':
        return this.#resumed(params, origin) ?? this.#begin('oauth', 'unknown', origin);
      case 'pushed-authorization-request':
        return this.#begin('oauth', 'unknown', origin);
      case 'device-authorization-request':
        return this.#begin('oauth', 'device-code', origin);
      case 'authorization-response':
        return this.#byState(params) ?? newest((flow) => flow.redirectUri === addressOf(target));
      case 'token-request':
        return (
          byKey('code') ?? byKey('refresh_token') ?? byKey('device_code') ??
          (params.has('grant_type')
            ? this.#begin('oauth', GRANTS[params.get('grant_type') ?? ''] ?? 'unknown', origin)
            : newest((flow) => flow.issuer === origin && flow.steps.at(-1)?.kind === 'authorization-response'))
        );
      case 'userinfo-request':
      case 'end-session-request':
        return newest((flow) => flow.issuer === origin);
      case 'saml-request':
        return this.#begin('saml', 'saml', origin);
      case 'saml-response':
        return newest((flow) => flow.protocol === 'saml') ?? this.#begin('saml', 'saml', origin);
      case 'ws-federation-request':
        return this.#begin('ws-federation', 'ws-federation', origin);
      case 'ws-federation-response':
        return newest((flow) => flow.protocol === 'ws-federation') ?? this.#begin('ws-federation', 'ws-federation', origin);
    }
  }

  #byState(params: ReadonlyMap<string, string>): OpenFlow | undefined {
    const state = params.get('state');
    return state === undefined ? undefined : this.#flows.findLast((flow) => flow.stateHash === hashOf(state));
  }

  /** A login page may send the browser to the authorization endpoint a second time. */
  #resumed(params: ReadonlyMap<string, string>, origin: string): OpenFlow | undefined {
    const pushed = params.get('request_uri');
    if (pushed !== undefined) return this.#flows.findLast((flow) => flow.keys.includes(hashOf(pushed)));
    const flow = this.#byState(params);
    return flow?.issuer === origin ? flow : undefined;
  }

  #begin(protocol: AuthFlow['protocol'], grant: Grant, issuer: string): OpenFlow {
    const flow: OpenFlow = {
      id: `f${this.#nextId++}`, protocol, grant, issuer,
      state: false, nonce: false, pushed: false, dpop: false, clientSecret: false, steps: [], keys: [],
    };
    this.#flows = [...this.#flows, flow].slice(-MAX_FLOWS);
    return flow;
  }

  /** The address that a redirect names is requested next: the same message once more. */
  #isRepeat(flow: OpenFlow, { kind, params }: AuthMessage): boolean {
    const code = params.get('code') ?? params.get('access_token') ?? params.get('id_token');
    if (kind === 'authorization-response') return code !== undefined && flow.keys.includes(hashOf(code));
    return kind === 'authorization-request' && flow.steps.some((step) => step.kind === 'authorization-request');
  }
}

/** A flow as it is told: the hashes are ours alone. */
function withoutKeys(open: OpenFlow): AuthFlow {
  const flow: AuthFlow & Partial<OpenFlow> = { ...open };
  delete flow.stateHash;
  delete flow.keys;
  return flow;
}

/** Takes from a message what it says of its flow. */
function learn(flow: OpenFlow, { kind, params, answer }: AuthMessage): void {
  const copy = <K extends 'clientId' | 'responseType' | 'responseMode' | 'scope'>(field: K, name: string) => {
    const value = params.get(name);
    if (value !== undefined) flow[field] ??= value.slice(0, 300);
  };
  copy('clientId', 'client_id');
  copy('responseType', 'response_type');
  copy('responseMode', 'response_mode');
  copy('scope', 'scope');
  const redirect = params.get('redirect_uri');
  if (redirect !== undefined) flow.redirectUri ??= addressOf(redirect);
  if (flow.scope?.split(' ').includes('openid')) flow.protocol = 'oidc';
  if (kind === 'authorization-request' || kind === 'pushed-authorization-request') learnRequest(flow, params, kind);
  if (kind === 'authorization-response') {
    const state = params.get('state');
    if (flow.stateHash !== undefined) flow.stateMatches = state !== undefined && hashOf(state) === flow.stateHash;
  }
  if (params.has('client_secret')) flow.clientSecret = true;
  const granted = answer.get('scope') ?? (kind === 'authorization-response' ? params.get('scope') : undefined);
  if (granted !== undefined) flow.grantedScope = granted.slice(0, 300);
  for (const value of [params.get('code'), params.get('access_token'), params.get('id_token'), answer.get('refresh_token'), params.get('refresh_token'), answer.get('device_code'), answer.get('request_uri')]) {
    if (value !== undefined) flow.keys = [...flow.keys, hashOf(value)].slice(-MAX_STEPS);
  }
}

function learnRequest(flow: OpenFlow, params: ReadonlyMap<string, string>, kind: AuthMessageKind): void {
  const state = params.get('state');
  if (state !== undefined) {
    flow.state = true;
    flow.stateHash = hashOf(state);
  }
  if (params.has('nonce')) flow.nonce = true;
  if (kind === 'pushed-authorization-request') flow.pushed = true;
  // RFC 7636 §4.3: a challenge without a method is plain.
  if (params.has('code_challenge')) flow.pkce = params.get('code_challenge_method') === 'S256' ? 'S256' : 'plain';
  else if (!flow.pushed && !params.has('request')) flow.pkce ??= 'none';
  flow.grant = grantOf(params.get('response_type') ?? '', flow.grant);
}

/** OAuth 2.0 Multiple Response Types §3–5. */
function grantOf(responseType: string, before: Grant): Grant {
  const types = responseType.split(' ').filter((type) => type !== '' && type !== 'none');
  if (types.length === 0) return before;
  if (!types.includes('code')) return 'implicit';
  return types.length === 1 ? 'authorization-code' : 'hybrid';
}

function detailOf({ kind, params, answer, mode }: AuthMessage): FlowStep['detail'] {
  const detail: FlowStep['detail'] = {};
  if (mode) detail.mode = mode;
  for (const name of ['grant_type', 'prompt', 'error'] as const) {
    const value = params.get(name);
    if (value !== undefined) detail[name] = value.slice(0, 100);
  }
  if (kind === 'authorization-response') detail.gave = given(params);
  else if (answer.size > 0) detail.gave = given(answer);
  if (params.has('code_verifier')) detail.verifier = true;
  return detail;
}

/** Names, never values, of what a response handed out. */
function given(fields: ReadonlyMap<string, string>): string {
  return ['code', 'access_token', 'refresh_token', 'id_token', 'device_code', 'request_uri', 'error'].filter((name) => fields.has(name)).join(' ');
}

function addressOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed ? `${parsed.origin}${parsed.pathname}` : '';
}
