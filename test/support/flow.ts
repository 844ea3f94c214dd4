import { AuthFlows } from '../../src/engine/flows/auth-flow.js';
import { authMessagesOf } from '../../src/engine/flows/auth-message.js';
import type { AuthFlow, FlowStep } from '../../src/engine/flows/flow.js';
import type { LoggedExchange } from '../../src/engine/trail/exchange-log.js';
import { responseFactsOf } from '../../src/engine/trail/response-facts.js';
import { exchange as ref, SECONDS, T0 } from './credential.js';
import { exchange, type ExchangeSpec } from './exchange.js';

export const SHOP = 'https://shop.example';
export const IDP = 'https://login.example';

/** What nobody could wish for more: the code grant with state, nonce and PKCE. */
const ASKED = {
  client_id: 'shop',
  response_type: 'code',
  redirect_uri: `${SHOP}/callback`,
  scope: 'openid profile',
  state: 'kR7mW2xQ9vT4bN8zLc5d',
  nonce: 'Zp3hY6tB1sJ8fG4wQa2e',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
};

interface FlowSpec extends Partial<AuthFlow> {
  /** Parameters other than these; `undefined` removes. */
  asked?: Partial<Record<string, string>>;
}

/** The flow that an authorization request begins, with the steps that are said to follow. */
export function flow({ asked = {}, steps = [], ...facts }: FlowSpec = {}): AuthFlow {
  const all = Object.entries({ ...ASKED, ...asked });
  const params = all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const url = `${IDP}/authorize?${new URLSearchParams(params)}`;
  const flows = new AuthFlows();
  for (const message of authMessagesOf(exchange({ url })))
    flows.add(message, T0, ref({ id: 'asked', url }), false);
  const [begun] = flows.all();
  if (!begun) throw new Error('that is no authorization request');
  return { ...begun, ...facts, steps: [...begun.steps, ...steps] };
}

/** A flow without an authorization request, as of a grant that needs none. */
export function flowOf(facts: Partial<AuthFlow>): AuthFlow {
  return {
    id: 'f1',
    protocol: 'oauth',
    grant: 'unknown',
    issuer: IDP,
    state: false,
    nonce: false,
    pushed: false,
    dpop: false,
    clientSecret: false,
    steps: [],
    ...facts,
  };
}

/** The answer, ten seconds after the request. */
export function answered(detail: FlowStep['detail'] = {}): FlowStep {
  return step('authorization-response', { mode: 'query', gave: 'code', ...detail }, 10);
}

/** A token request of a page, right after it. */
export function redeemed(detail: FlowStep['detail'] = {}, more: Partial<FlowStep> = {}): FlowStep {
  const of = { grant_type: 'authorization_code', gave: 'access_token', byPage: true };
  const post = ref({ id: 'redeemed', method: 'POST', url: `${IDP}/token`, status: 200 });
  return { ...step('token-request', { ...of, ...detail }, 11), exchange: post, ...more };
}

export function step(
  kind: FlowStep['kind'],
  detail: FlowStep['detail'] = {},
  after = 20,
  url = `${IDP}/x`,
): FlowStep {
  return { kind, at: T0 + after * SECONDS, exchange: ref({ id: kind, url }), detail };
}

/** An exchange in the log, with the facts of its headers. */
export function logged(
  spec: ExchangeSpec & { id?: string; after?: number },
  more: Partial<LoggedExchange> = {},
): LoggedExchange {
  const seen = exchange({ ...spec, gets: { via: 'x', ...spec.gets } });
  const { url, method } = seen;
  return {
    ref: ref({ id: spec.id ?? seen.id, url, method, status: spec.status ?? 200 }),
    at: T0 + (spec.after ?? 5) * SECONDS,
    carried: [],
    set: [],
    count: 1,
    facts: responseFactsOf(seen),
    ...more,
  };
}
