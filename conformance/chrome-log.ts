import {
  BEFORE_LAX_BY_DEFAULT,
  type CookieRequest,
  CURRENT_POLICY,
  type SameSitePolicy,
} from '../src/engine/cookies/cookie-context.js';

/** What the published network logs say of a request. */
export interface LoggedRequest {
  src: string;
  url: string;
  docUrl: string;
  topUrl: string;
  type: string;
  method?: string;
}

/**
 * Logs of 2019 and 2020, of a Chrome to which a cookie without SameSite was still SameSite=None.
 */
const OLD_LOGS = 'sitespeedio+chrome-har:';

export function policyOf({ src }: LoggedRequest): SameSitePolicy {
  return src.startsWith(OLD_LOGS) ? BEFORE_LAX_BY_DEFAULT : CURRENT_POLICY;
}

export function requestOf({ url, docUrl, topUrl, type, method }: LoggedRequest): CookieRequest {
  if (type !== 'Document')
    return { url, topUrl, documentUrl: docUrl, ...(method ? { method } : {}) };
  // The document of a navigation's own request is the one that it brings.
  return {
    url,
    topUrl,
    navigation: topUrl === docUrl ? 'top' : 'frame',
    ...(method ? { method } : {}),
  };
}
