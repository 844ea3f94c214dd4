import type { Exchange, Header } from '../../engine/model.js';
import { originOf } from '../../engine/normalize/addresses/site.js';
import { hashOf } from '../../engine/values/hash.js';

/** The strongest that a browser answers by itself comes first (RFC 9110 §11.6.1). */
const SCHEMES = ['Negotiate', 'NTLM', 'Digest', 'Basic'] as const;

/**
 * The header with which a browser answered a challenge, which it shows to no extension. Of Basic,
 * whose pair is nowhere kept, stands here what stands for one: the same for the same protection
 * space (RFC 7617 §2.2). Nothing where the challenge names no scheme of these.
 */
export function hiddenAuthorization({ url, response }: Exchange): Header | undefined {
  const challenges = (response?.headers ?? [])
    .filter(({ name }) => name === 'www-authenticate')
    .map(({ value }) => value)
    .join(', ');
  const scheme = SCHEMES.find((one) => new RegExp(`(?:^|,\\s*)${one}\\b`, 'i').test(challenges));
  if (!scheme) return undefined;
  const realm = /\brealm="([^"]{0,200})"/i.exec(challenges)?.[1] ?? '';
  const space = hashOf(`${originOf(url)} ${realm}`).slice(0, 32);
  return { name: 'authorization', value: scheme === 'Basic' ? `Basic ${space}` : scheme };
}

/** Headers of the request with which the browser answered a challenge. */
export function authorisedHeaders(challenged: Exchange): Header[] {
  const hidden = hiddenAuthorization(challenged);
  const headers = challenged.request.headers.filter(({ name }) => name !== hidden?.name);
  return hidden ? [...headers, hidden] : headers;
}
