import { hashOf } from '../values/hash.js';
import { isAnswered } from './auth-facts.js';
import type { AuthFlow, Grant, OpenFlow } from './flow.js';

/** What a token request calls its grant (RFC 6749 §4, RFC 8628 §3.4, RFC 8693 §2.1). */
export const GRANTS: ReadonlyMap<string, Grant> = new Map<string, Grant>([
  ['authorization_code', 'authorization-code'],
  ['password', 'password'],
  ['client_credentials', 'client-credentials'],
  ['urn:ietf:params:oauth:grant-type:device_code', 'device-code'],
  ['urn:ietf:params:oauth:grant-type:token-exchange', 'token-exchange'],
]);

/** A flow of which nothing is known yet. */
export function openFlow(
  id: string,
  protocol: AuthFlow['protocol'],
  grant: Grant,
  issuer: string,
): OpenFlow {
  return {
    id,
    protocol,
    grant,
    issuer,
    state: false,
    nonce: false,
    pushed: false,
    dpop: false,
    clientSecret: false,
    steps: [],
    keys: [],
  };
}

/** True where another login begins, though its `state` is that of one that had its answer. */
export function isNewLogin(flow: OpenFlow, params: ReadonlyMap<string, string>): boolean {
  if (!isAnswered(flow)) return false;
  const differs = (name: string, hash: string | undefined) =>
    hash !== undefined && hash !== hashOf(params.get(name) ?? '');
  return (
    differs('nonce', flow.nonceHash) ||
    differs('code_challenge', flow.challengeHash) ||
    flow.steps.some(({ kind }) => kind === 'end-session-request')
  );
}

/** A flow as it is told: the hashes are ours alone. */
export function withoutKeys(open: OpenFlow): AuthFlow {
  const flow: AuthFlow & Partial<OpenFlow> = { ...open };
  delete flow.stateHash;
  delete flow.nonceHash;
  delete flow.challengeHash;
  delete flow.redeemed;
  delete flow.keys;
  return flow;
}
