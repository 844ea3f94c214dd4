import type { Credential } from '../model.js';
import { originOf, siteOf } from '../normalize/addresses/site.js';
import type { CredentialDraft } from './draft.js';
import type { ExchangeScene } from './scene.js';

// Which site a cookie is of. It is sent with and without encryption, unless it is Secure.

/**
 * A cookie has no scheme of its own (RFC 6265bis §8.6): its site is that of the request that shows
 * it, and the one with https where pages of both have it.
 */
export function settleSite(draft: CredentialDraft, url: string): void {
  const site = siteOf(url);
  // A jar that tells of it says nothing of schemes.
  const isSeen = draft.sightings.some(
    (one) => one.direction !== 'stored' && one.site === draft.site,
  );
  if (isSeen && isSecured(site, draft.site)) return;
  draft.site = site;
  draft.origin = originOf(url);
}

/**
 * True for a cookie of a site without encryption that goes to a page of the same site with it: a
 * redirect to https sets one, and the login is at the other end.
 */
export function movesToHttps({ site }: Credential, { url, pageSite }: ExchangeScene): boolean {
  const own = siteOf(url);
  return isSecured(site, own) && (pageSite === undefined || pageSite === own);
}

/** True for a site and the same one over https. */
function isSecured(site: string, secured: string): boolean {
  return site.startsWith('http:') && secured === site.replace('http:', 'https:');
}
