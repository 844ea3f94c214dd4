import type { Exchange } from '../model.js';
import { isNamedAsGuard, isKept, maySayWhoAsks } from './own-headers.js';
import type { Subject, SubjectPlace } from './proposal.js';

/**
 * Headers of a script that are no credential which is followed: a server may ask for them all the
 * same.
 */
export function unfollowed({ request }: Exchange, known: readonly Subject[]): Subject[] {
  const isTold = (name: string) =>
    known.some(({ places }) => places.some((one) => one.carrier === 'header' && one.name === name));
  return request.headers
    .filter((header) => maySayWhoAsks(header) && isKept(header))
    .filter(({ name }) => !isNamedAsGuard(name) && !isTold(name))
    .map(({ name }) => unfollowedAt({ carrier: 'header', name }));
}

/** What stands in a request, and nobody follows. */
export function unfollowedAt(place: SubjectPlace): Subject {
  const { carrier, name } = place;
  const id = `${carrier} ${name}`;
  return { id, credentialIds: [], identities: [], name, places: [place], part: 'others' };
}
