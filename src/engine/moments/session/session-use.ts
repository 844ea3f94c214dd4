import type { Credential, Exchange, ExchangeRef } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { CredentialReader } from '../credential-reader.js';
import { type LinkedExchange, NO_VALUE } from '../linked-exchange.js';
import type { MomentList } from '../moment-list.js';

/** An exchange as the watch needs it: with the session that travelled with it. */
export interface SessionUse {
  exchange: Exchange;
  ref: ExchangeRef;
  session: Credential;
  /** Its value's number when it was sent. */
  value: number;
  /** Somebody is known to be logged in at its site. */
  isSignedIn: boolean;
  /** If so, nothing said that but what it opened. */
  isUnsaid: boolean;
  /** The answer deleted it. */
  isCleared?: true;
  /** Load balancer cookie sent along, as supporting evidence. */
  affinity?: Credential;
}

/** The session that travelled with an exchange, as it was when it was sent. */
export function sessionUseOf(
  { exchange, context: { ref }, carried }: LinkedExchange,
  all: CredentialReader,
  list: Pick<MomentList, 'isSignedIn' | 'isUnsaid'>,
): SessionUse | undefined {
  const credentials = [...carried.keys()].flatMap((id) => all.byId(id) ?? []);
  const session = credentials.find(isSessionCookie) ?? credentials.find(isInAddress);
  const value = (session && carried.get(session.id)) ?? NO_VALUE;
  if (!session || value === NO_VALUE) return undefined;
  const affinity = credentials.find((one) => one.role === 'load-balancer');
  const site = siteOf(exchange.url);
  return {
    exchange,
    ref,
    session,
    value,
    isSignedIn: list.isSignedIn(site),
    isUnsaid: list.isUnsaid(site),
    ...(affinity && { affinity }),
    ...(session.cookie?.clearedBy?.id === ref.id && { isCleared: true }),
  };
}

/** A session id that addresses carry, in the place of a cookie. */
function isInAddress({ role, carriers }: Credential): boolean {
  return role === 'session' && carriers.every((one) => one === 'url');
}

/** A cookie that stands for a session: one that signs it goes with it, and is none. */
export function isSessionCookie({ kind, role, signs }: Credential): boolean {
  return kind === 'cookie' && role === 'session' && signs === undefined;
}
