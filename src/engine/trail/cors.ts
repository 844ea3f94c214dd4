import type { Exchange } from '../model.js';
import { originOf, siteOf } from '../normalize/addresses/site.js';

/** Whom a response lets read it (Fetch standard, CORS protocol). */
export interface CorsGrant {
  /**
   * `reflected`: the very origin that asked; `named`: another one; `null`: documents without one.
   */
  readonly origin: 'any' | 'reflected' | 'named' | 'null';
  readonly credentials: boolean;
  /** Where the asking origin stands to the target. */
  readonly from: 'same-origin' | 'same-site' | 'cross-site' | 'unknown';
  /** The site that asked and may read it with credentials, where it is another one. */
  readonly asking?: string;
}

/** `none`: nobody but its own origin; `unknown`: no header of the response was seen. */
export type Cors = CorsGrant | 'none' | 'unknown';

/** Reads from an exchange's headers whom its response lets read it. */
export function corsOf({ url, request, response, initiator }: Exchange): Cors {
  if (!response || response.headers.length === 0) return 'unknown';
  const said = (wanted: string) => response.headers.find(({ name }) => name === wanted)?.value;
  const allowed = said('access-control-allow-origin')?.trim();
  if (!allowed) return 'none';
  const asking = request.headers.find(({ name }) => name === 'origin')?.value ?? initiator;
  const origin = originWord(allowed, asking);
  // The standard takes this spelling alone.
  const credentials = said('access-control-allow-credentials')?.trim() === 'true';
  const from = relationOf(asking, url);
  const isForeign = credentials && origin === 'reflected' && from === 'cross-site';
  return { origin, credentials, from, ...(isForeign && asking ? { asking: siteOf(asking) } : {}) };
}

function originWord(allowed: string, asking: string | undefined): CorsGrant['origin'] {
  if (allowed === '*') return 'any';
  if (allowed === 'null') return 'null';
  return allowed === asking ? 'reflected' : 'named';
}

function relationOf(asking: string | undefined, url: string): CorsGrant['from'] {
  if (asking === undefined) return 'unknown';
  if (asking === 'null') return 'cross-site';
  if (originOf(asking) === originOf(url)) return 'same-origin';
  return siteOf(asking) === siteOf(url) ? 'same-site' : 'cross-site';
}
