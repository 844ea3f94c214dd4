import type { SameSite } from '../model.js';
import { isSafe } from '../methods.js';
import type { ChromeSetReason } from './cookie-rejection.js';
import { domainOf, siteOf } from '../normalize/addresses/site.js';

/** A request, as far as cookies look at it. */
export interface CookieRequest {
  url: string;
  /** Absent: GET. */
  method?: string;
  /** Absent: a subresource. */
  navigation?: 'top' | 'frame';
  /** The page in the tab. Absent: the request stands alone and counts as first-party. */
  topUrl?: string;
  /** The document, perhaps in a frame, that made the request. */
  documentUrl?: string;
  /** URL or origin of the page that started a navigation. Absent: the user did. */
  initiator?: string;
}

/** `cross-scheme`: the same registrable domain, but http here and https there. */
export type SiteRelation = 'same-site' | 'cross-scheme' | 'cross-site';

/** What a browser makes of SameSite, which changed over time. */
export interface SameSitePolicy {
  /** A cookie without SameSite counts as Lax. */
  unsetIsLax: boolean;
  noneNeedsSecure: boolean;
  /** False: the browser or its user blocks them, unless they are partitioned. */
  thirdPartyCookies: boolean;
}

export const CURRENT_POLICY: SameSitePolicy = {
  unsetIsLax: true,
  noneNeedsSecure: true,
  thirdPartyCookies: true,
};
/** Until 2020, and where administrators still ask for it. */
export const BEFORE_LAX_BY_DEFAULT: SameSitePolicy = {
  unsetIsLax: false,
  noneNeedsSecure: false,
  thirdPartyCookies: true,
};

/** How far the request's target is from everyone in whose name it is made (RFC 6265bis §5.2). */
export function siteRelation({
  url,
  navigation,
  topUrl,
  documentUrl,
  initiator,
}: CookieRequest): SiteRelation {
  const parties =
    navigation === 'top'
      ? [initiator]
      : navigation === 'frame'
        ? [topUrl, initiator]
        : [topUrl, documentUrl];
  let relation: SiteRelation = 'same-site';
  for (const party of parties) {
    if (party === undefined || siteOf(party) === siteOf(url)) continue;
    if (domainOf(party) !== domainOf(url)) return 'cross-site';
    relation = 'cross-scheme';
  }
  return relation;
}

/** Site of the page that a partitioned cookie of this request belongs to. */
export function partitionOf({ url, navigation, topUrl }: CookieRequest): string {
  return siteOf(navigation === 'top' ? url : (topUrl ?? url));
}

/** Whether the page in the tab is of another site: what browsers call a third-party cookie. */
export function isThirdParty(request: CookieRequest): boolean {
  return request.navigation !== 'top' && siteRelation(request) !== 'same-site';
}

/** SameSite's word against *setting* a cookie; a navigation of the whole tab may set every kind. */
export function sameSiteSetReason(
  sameSite: SameSite,
  request: CookieRequest,
  policy: SameSitePolicy,
): ChromeSetReason | undefined {
  if (request.navigation === 'top') return undefined;
  return reasonOf(sameSite, siteRelation(request), policy);
}

/**
 * SameSite's word against *sending* a cookie. Links lead in with Lax cookies; forms that POST only
 * with those that have no SameSite and are younger than two minutes (`young`).
 */
export function sameSiteSendReason(
  sameSite: SameSite,
  young: boolean,
  request: CookieRequest,
  policy: SameSitePolicy,
): ChromeSetReason | undefined {
  const reason = reasonOf(sameSite, siteRelation(request), policy);
  if (request.navigation !== 'top' || sameSite === 'strict') return reason;
  const safe = isSafe(request.method ?? 'GET');
  return safe || (sameSite === 'unset' && young) ? undefined : reason;
}

const WORDS = {
  strict: ['SameSiteStrict', 'SchemefulSameSiteStrict'],
  lax: ['SameSiteLax', 'SchemefulSameSiteLax'],
  unset: ['SameSiteUnspecifiedTreatedAsLax', 'SchemefulSameSiteUnspecifiedTreatedAsLax'],
} as const;

function reasonOf(
  sameSite: SameSite,
  relation: SiteRelation,
  policy: SameSitePolicy,
): ChromeSetReason | undefined {
  if (relation === 'same-site' || sameSite === 'none') return undefined;
  if (sameSite === 'unset' && !policy.unsetIsLax) return undefined;
  return WORDS[sameSite][relation === 'cross-site' ? 0 : 1];
}
