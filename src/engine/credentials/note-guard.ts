import type { CredentialStore } from './credential-store.js';
import type { ExchangeScene } from './scene.js';

/** A session that begins with the first value against forgery is there to know it again. */
export function noteGuard(
  store: CredentialStore,
  { ref }: ExchangeScene,
  cookies: readonly { id: string }[],
  issued: readonly string[],
): void {
  const isFirst = (id: string) => {
    const one = store.byId(id);
    return (
      one?.kind === 'field' && one.sightings.every(({ firstExchange: by }) => by?.id === ref.id)
    );
  };
  if (!issued.some(isFirst)) return;
  for (const { id } of cookies) {
    if (store.byId(id)?.valueCount === 1) store.behaved(id, { setWithGuard: ref });
  }
}
