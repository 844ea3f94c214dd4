import { remembered } from './memo.js';
import type { Credential, ExchangeRef, Millis, Role } from './model.js';
import type { Moment } from './moments/moment.js';
import { registrableDomain, siteOf } from './normalize/addresses/site.js';

// Where what is known is found (`known.ts`).

/** What a token endpoint gives to its client, which another site may be. */
const GIVEN: readonly Role[] = ['access-token', 'refresh-token', 'id-token'];

/**
 * Sites whose users a credential identifies: for a cookie that of its host; for a token those whose
 * pages keep or send it, else those whose pages were given it, whoever issued it.
 */
export function sitesUsing({ kind, role, site, sightings }: Credential): string[] {
  if (kind === 'cookie') return [site];
  const using = sightings
    .filter((s) => s.direction !== 'received')
    .map((s) => (s.direction === 'stored' ? s.site : (s.pageSite ?? s.site)));
  if (using.length > 0) return [...new Set(using)];
  const given = sightings.flatMap(({ carrier, pageSite }) =>
    GIVEN.includes(role) && carrier === 'body' && pageSite !== undefined ? [pageSite] : [],
  );
  return given.length > 0 ? [...new Set(given)] : [site];
}

/**
 * Sites of logins that gave nothing by which anybody is known, here or elsewhere: silence about
 * them would say that all is well.
 */
export function sitesLoggedInto(
  moments: readonly Moment[],
  credentials: readonly Credential[],
): string[] {
  const given = new Set(credentials.map(({ behaviour }) => behaviour.issuedAtLogin?.id));
  return moments
    .filter(({ type, exchange }) => type === 'login' && !given.has(exchange.id))
    .map(({ site }) => site);
}

/** Site of a request's address. */
export const siteAt = remembered(({ url }: ExchangeRef) => siteOf(url));

/** Made when it is first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** By registrable domain, when one of its cookies was last seen in the jar. */
export function jarReadsOf(credentials: readonly Credential[]): Map<string, Millis> {
  const at = new Map<string, Millis>();
  for (const { kind, host, sightings } of credentials) {
    if (kind !== 'cookie') continue;
    const domain = registrableDomain(host);
    for (const { direction, carrier, lastAt } of sightings)
      if (direction === 'stored' && carrier === 'cookie')
        at.set(domain, Math.max(lastAt, at.get(domain) ?? -Infinity));
  }
  return at;
}
