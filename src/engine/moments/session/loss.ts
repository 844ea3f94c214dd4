import type { Credential, Exchange } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { Moment } from '../moment.js';
import { LIVE_FOR } from './accepted-sessions.js';
import type { SessionUse } from './session-use.js';
import { nodesOf } from './session-node.js';

/** The moment at which a session was lost that was known last at `since`. */
export function lossOf(use: SessionUse, since: number): Moment {
  const { exchange, ref, session, value, affinity } = use;
  const { startedAt: at, url } = exchange;
  return {
    type: 'session-lost',
    at,
    site: siteOf(url),
    exchange: ref,
    credentialId: session.id,
    detail: {
      newId: session.valueCount !== value,
      ...(at - since < LIVE_FOR ? {} : { idle: at - since }),
      ...(affinity ? { affinity: affinity.name } : {}),
      ...nodesOf(session, value),
    },
  };
}

/**
 * Another answer gave the session a new id while this request was under way with the old one: no
 * loss.
 */
export function isReplaced({ cookie }: Credential, { id, startedAt }: Exchange): boolean {
  return cookie?.setBy !== undefined && cookie.setBy.id !== id && (cookie.setAt ?? 0) > startedAt;
}
