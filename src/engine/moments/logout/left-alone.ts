import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import { keepsUser } from '../login/keeps-user.js';
import type { LinkedExchange } from '../linked-exchange.js';

/** What a logout's answer set again as it was, and what came with it and was not touched. */
export function leftAlone(
  { set, changed, carried }: LinkedExchange,
  cleared: readonly string[],
  credentials: CredentialReader,
): Effect[] {
  const kept = set.filter((id) => !changed.includes(id));
  const isUsers = cleared.flatMap((id) => credentials.byId(id) ?? []).some(keepsUser);
  const left = isUsers
    ? [...carried.keys()].filter((id) => !set.includes(id) && !changed.includes(id))
    : [];
  return [
    ...kept.map((id): Effect => ({ kind: 'behaved', id, behaviour: { keptByLogout: true } })),
    ...left.map((id): Effect => ({ kind: 'behaved', id, behaviour: { leftByLogout: true } })),
  ];
}
