import { Losses } from '../losses.js';
import { hashOf } from '../values/hash.js';
import { decodeJwt } from '../values/tokens/jwt.js';
import type { Exchange, ExchangeRef, Millis } from '../model.js';
import { originOf } from '../normalize/addresses/site.js';
import { addressOf, isAnswered, learn } from './auth-facts.js';
import { type AuthMessage, refererOf } from './auth-message.js';
import type { AuthFlow, Grant, OpenFlow } from './flow.js';
import { GRANTS, isNewLogin, openFlow, withoutKeys } from './open-flow.js';
import { isTokenStep, stepOf, withStep } from './auth-step.js';
import { LIMITS } from '../settings.js';

/**
 * Joins messages to flows: a response by its state, a token request by its code or refresh token.
 */
export class AuthFlows {
  readonly #losses: Losses;
  #flows: OpenFlow[] = [];
  #nextId = 1;

  constructor(losses = new Losses()) {
    this.#losses = losses;
  }

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
    for (const known of this.#flows)
      known.steps = known.steps.filter(
        (step) => step.exchange.id !== exchange.id || step.kind !== 'token-request',
      );
    const flow = this.#flowOf(message);
    if (!flow) return;
    if (this.#isRepeat(flow, message)) {
      // What is asked in the end is what counts.
      if (message.kind === 'authorization-request') learn(flow, message);
      return;
    }
    if (dpop) flow.dpop = true;
    if (typeof decodeJwt(message.answer.get('access_token') ?? '')?.claims.cnf === 'object')
      flow.deviceBound = true;
    const redeemed = flow.redeemed ?? [];
    const reused = redeemed.includes(hashOf(message.params.get('code') ?? ''));
    learn(flow, message);
    const step = stepOf(message, at, exchange, message.kind === 'token-request' && reused);
    const { steps, lost } = withStep(flow.steps, step);
    flow.steps = steps;
    this.#losses.note('flowSteps', lost);
  }

  /** What a Referer header told another origin of an answer's address (RFC 9700 §4.2). */
  told(exchange: Exchange, ref: ExchangeRef): void {
    const params = refererOf(exchange);
    const origin = originOf(exchange.url);
    const code = this.#byKey(params.get('code'));
    const flow = code ?? this.#byState(params);
    if (!flow || flow.issuer === origin || !isAnswered(flow)) return;
    const told = flow.told ?? [];
    if (told.length < LIMITS.flowKeys && !told.some((one) => one.origin === origin))
      flow.told = [...told, { name: code ? 'code' : 'state', origin, exchange: ref }];
  }

  /** The flow that a message belongs to, begun here where it begins one. */
  #flowOf({ kind, params, target }: AuthMessage): OpenFlow | undefined {
    const origin = originOf(target);
    switch (kind) {
      case 'authorization-request':
        return this.#resumed(params, origin) ?? this.#asked(params, origin);
      case 'pushed-authorization-request':
        return this.#begin('oauth', 'unknown', origin);
      case 'device-authorization-request':
        return this.#begin('oauth', 'device-code', origin);
      case 'authorization-response':
        return (
          this.#byState(params) ?? this.#newest((flow) => flow.redirectUri === addressOf(target))
        );
      case 'token-request':
        return this.#redeems(params, target);
      case 'userinfo-request':
        return this.#asksWho(params, target);
      case 'end-session-request':
        return (
          this.#byKey(params.get('id_token_hint')) ??
          this.#newest(
            (flow) => flow.issuer === origin && flow.clientId === params.get('client_id'),
          ) ??
          this.#newest((flow) => flow.issuer === origin)
        );
      case 'saml-request':
        return this.#byKey(params.get('SAMLRequest')) ?? this.#begin('saml', 'saml', origin);
      case 'saml-response':
        return (
          this.#newest((flow) => flow.protocol === 'saml') ?? this.#begin('saml', 'saml', origin)
        );
      case 'ws-federation-request':
        return this.#begin('ws-federation', 'ws-federation', origin);
      case 'ws-federation-response':
        return (
          this.#newest((flow) => flow.protocol === 'ws-federation') ??
          this.#begin('ws-federation', 'ws-federation', origin)
        );
    }
  }

  /** The flow whose code, refresh token or device code a token request brings. */
  #redeems(params: ReadonlyMap<string, string>, target: string): OpenFlow | undefined {
    const origin = originOf(target);
    for (const name of ['code', 'refresh_token', 'device_code']) {
      const flow = this.#byKey(params.get(name));
      if (flow) return flow;
    }
    const grant = params.get('grant_type');
    if (grant !== undefined) return this.#begin('oauth', GRANTS.get(grant) ?? 'unknown', origin);
    // Its body is not seen, or not yet: the answer's code is redeemed next, and later tokens at the
    // same address.
    const address = addressOf(target);
    return this.#newest(({ issuer, steps }) => {
      return (
        issuer === origin &&
        (steps.at(-1)?.kind === 'authorization-response' ||
          steps.some((step) => isTokenStep(step) && addressOf(step.exchange.url) === address))
      );
    });
  }

  /** The flow whose access token this is. Elsewhere than at the issuer, `/me` is an app's own. */
  #asksWho(params: ReadonlyMap<string, string>, target: string): OpenFlow | undefined {
    const origin = originOf(target);
    const named = /userinfo\/?$/i.test(addressOf(target));
    const flow = this.#byKey(params.get('access_token'));
    if (flow && (named || flow.issuer === origin)) return flow;
    return this.#newest(
      ({ issuer, protocol }) => issuer === origin && (named || protocol === 'oidc'),
    );
  }

  #newest(test: (flow: OpenFlow) => boolean): OpenFlow | undefined {
    return this.#flows.findLast(test);
  }

  #byKey(value: string | undefined): OpenFlow | undefined {
    if (value === undefined) return undefined;
    const hash = hashOf(value);
    return this.#newest((flow) => flow.keys.includes(hash));
  }

  #byState(params: ReadonlyMap<string, string>): OpenFlow | undefined {
    const state = params.get('state');
    return state === undefined
      ? undefined
      : this.#newest((flow) => flow.stateHash === hashOf(state));
  }

  /** A login page may send the browser to the authorization endpoint a second time. */
  #resumed(params: ReadonlyMap<string, string>, origin: string): OpenFlow | undefined {
    const pushed = params.get('request_uri');
    if (pushed !== undefined) return this.#byKey(pushed);
    const flow = this.#byState(params);
    return flow?.issuer === origin && !isNewLogin(flow, params) ? flow : undefined;
  }

  /** A new flow; one that had its answer may have had the same `state`. */
  #asked(params: ReadonlyMap<string, string>, origin: string): OpenFlow {
    const before = this.#byState(params);
    const flow = this.#begin('oauth', 'unknown', origin);
    if (before?.issuer === origin) flow.stateReused = true;
    return flow;
  }

  #begin(protocol: AuthFlow['protocol'], grant: Grant, issuer: string): OpenFlow {
    const flow = openFlow(`f${this.#nextId++}`, protocol, grant, issuer);
    if (this.#flows.length >= LIMITS.flows) this.#losses.note('flows');
    this.#flows = [...this.#flows, flow].slice(-LIMITS.flows);
    return flow;
  }

  /** The address that a redirect names is requested next: the same message once more. */
  #isRepeat(flow: OpenFlow, { kind, params }: AuthMessage): boolean {
    const code = params.get('code') ?? params.get('access_token') ?? params.get('id_token');
    if (kind === 'authorization-response')
      return code !== undefined && flow.keys.includes(hashOf(code));
    return (
      (kind === 'authorization-request' || kind === 'saml-request') &&
      flow.steps.some((step) => step.kind === kind)
    );
  }
}
