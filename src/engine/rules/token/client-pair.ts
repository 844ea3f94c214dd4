import type { Known } from '../../known.js';
import type { Credential } from '../../model.js';
import { askedInFlows } from './asked-in-flows.js';

const ASKS_FOR_TOKENS = /^(?:token|refresh)-request$/;
const SHOWN: ReadonlySet<string> = new Set(['document', 'frame']);

/**
 * An application's own name and secret, which asked for tokens (RFC 6749 §2.3.1): no user's. Some
 * scripts send it with all that they ask for; what goes with pages as well a person gave.
 */
export function isClientPair({ id, role }: Credential, known: Known): boolean {
  if (role !== 'basic') return false;
  const asked = tokenRequests(known.flows);
  const sent = known.carrying(id);
  return (
    sent.some(({ ref }) => asked.has(ref.id)) &&
    sent.every(({ ref, facts }) => asked.has(ref.id) || !SHOWN.has(facts?.type ?? ''))
  );
}

const tokenRequests = askedInFlows(({ kind }) => ASKS_FOR_TOKENS.test(kind));
