import type { Credential } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { CredentialReader } from '../credential-reader.js';
import { type LinkedExchange, NO_VALUE } from '../linked-exchange.js';
import type { SessionUse } from './accepted-sessions.js';

/** The session that travelled with an exchange, as it was when it was sent. */
export function sessionUseOf(
  { exchange, context: { ref }, carried }: LinkedExchange,
  all: CredentialReader,
  isSignedInAt: (site: string) => boolean,
): SessionUse | undefined {
  const credentials = [...carried.keys()].flatMap((id) => all.byId(id) ?? []);
  const session = credentials.find(isSessionCookie);
  const value = (session && carried.get(session.id)) ?? NO_VALUE;
  if (!session || value === NO_VALUE) return undefined;
  const affinity = credentials.find((one) => one.role === 'load-balancer');
  const isSignedIn = isSignedInAt(siteOf(exchange.url));
  return {
    exchange,
    ref,
    session,
    value,
    isSignedIn,
    ...(affinity && { affinity }),
    ...(session.cookie?.clearedBy?.id === ref.id && { isCleared: true }),
  };
}

/** A cookie that stands for a session: one that signs it goes with it, and is none. */
export function isSessionCookie({ kind, role, signs }: Credential): boolean {
  return kind === 'cookie' && role === 'session' && signs === undefined;
}
