import type { Known } from '../../known.js';
import type { Credential, ExchangeRef } from '../../model.js';

// Which answer gave a credential, for the table: a login is more than one answer, and the one that
// was taken for it need not be the one that gave what it is about.

/** The first answer from a login on that gave a credential; undefined where that is not known. */
export type GaveSince = (credential: Credential, login: ExchangeRef) => ExchangeRef | undefined;

/** The same, by what is known of a visit. */
export function gaveSinceIn(known: Known): GaveSince {
  return ({ id, cookie }, login) => {
    const moment = known.moments.find(({ exchange }) => exchange.id === login.id);
    if (!moment) return undefined;
    const givers = known.giving(id).filter(({ ref }) => ref.id !== cookie?.clearedBy?.id);
    return givers.find(({ at }) => at >= moment.at)?.ref;
  };
}

/**
 * The answer of its login that gave it, whatever wrote it anew since; else the response that first
 * told its value.
 */
export function givenBy(credential: Credential, gaveSince: GaveSince): ExchangeRef | undefined {
  const { kind, behaviour, cookie, sightings, life } = credential;
  // A login may give the value in its body, and script make the cookie of it.
  if (kind === 'cookie' && (!cookie?.setBy || isChangedUnseen(credential))) return undefined;
  const login = behaviour.issuedAtLogin;
  const ofLogin = login && (gaveSince(credential, login) ?? login);
  const received = sightings.find(
    ({ direction, firstExchange }) => direction === 'received' && firstExchange,
  );
  const given = life.findLast(isNewValue)?.exchange;
  return ofLogin ?? given ?? received?.firstExchange ?? cookie?.setBy;
}

/** It was there before, and no response that was seen gave it the value that it has now. */
export function isChangedUnseen({ life }: Credential): boolean {
  const last = life.findLast(isNewValue);
  return last?.type === 'rotated' && last.exchange === undefined;
}

function isNewValue({ type }: Credential['life'][number]): boolean {
  return type === 'rotated' || type === 'issued';
}
