import type { CookieMode } from './cookie-mode.js';
import { domainMatches, isIpAddress, isPublicSuffix } from './cookie-match.js';
import { foreignDomain, publicSuffix, type Rejection } from './cookie-rejection.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { type Text, text } from '../text.js';
import { tellHost } from '../values/telling/redact.js';

/** Whom a cookie is for, or why its `Domain` is refused. */
export interface CookieDomain {
  domain: string;
  hostOnly: boolean;
  rejection?: Rejection;
  diagnosis?: Text;
}

/** RFC 6265bis §5.7, steps on the `Domain` attribute, of which absent and empty are the same. */
export function resolveDomain(
  attribute: string | undefined,
  host: string,
  mode: CookieMode,
): CookieDomain {
  if (attribute === undefined || attribute === '') return { domain: host, hostOnly: true };
  const bare = attribute.startsWith('.') ? attribute.slice(1) : attribute;
  if (isIpAddress(host) && bare === host) return { domain: host, hostOnly: true };
  const domain = mode === 'browser' ? canonicalDomain(bare) : bare.toLowerCase();
  // `Domain=.`: empty to RFC 6265 (§5.2.3), refused by browsers.
  if (domain === '' && mode === 'rfc6265') return { domain: host, hostOnly: true };
  if (domain === host && isPublicSuffix(domain)) {
    return {
      domain,
      hostOnly: true,
      diagnosis: text(
        'diagnosis_domain_suffix',
        'Domain={domain} is a public suffix: the cookie is for this host alone',
        { domain: tellHost(domain) },
      ),
    };
  }
  if (domain === '' || !domainMatches(host, domain)) {
    return {
      domain: domain || bare.slice(0, 253),
      hostOnly: false,
      rejection: foreignDomain(domain || bare.slice(0, 253), host),
    };
  }
  if (isPublicSuffix(domain)) return { domain, hostOnly: false, rejection: publicSuffix(domain) };
  return { domain, hostOnly: false, ...nonAscii(bare, domain) };
}

// What may stand in a host beside letters, digits and everything beyond ASCII. `URL` alone would
// find a host in `example.org:443`, in `a@example.org` and in `example%2eorg`, where browsers find
// none.
// oxlint-disable-next-line no-control-regex -- ASCII as a range
const HOST = /^(?:[\w.-]|[^\x00-\x7f])+$/;

/** A host name as `URL` prints it (lower case, punycode); empty where it is none. */
function canonicalDomain(domain: string): string {
  if (domain.length > 1024 || !HOST.test(domain)) return '';
  const host = parseUrl(`http://${domain}/`)?.hostname ?? '';
  // `127.1` is an address to URL and no domain here.
  return isIpAddress(host) ? '' : host;
}

/** The layered-cookies draft refuses what Chromium reads: say which spelling works everywhere. */
function nonAscii(written: string, domain: string): { diagnosis?: Text } {
  // oxlint-disable-next-line no-control-regex -- ASCII as a range
  if (/^[\x00-\x7f]*$/.test(written)) return {};
  return {
    diagnosis: text(
      'diagnosis_domain_not_ascii',
      'Domain is not ASCII, which not every browser reads; write {domain}',
      { domain: tellHost(domain) },
    ),
  };
}
