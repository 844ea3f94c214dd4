import type { Changes } from './mutant.js';

export const COOKIES: Changes = {
  'cookies/set-cookie.ts': [
    ['a pair may be a byte longer', 'const MAX_PAIR = 4096;', 'const MAX_PAIR = 4097;'],
    ['a relative path counts', "parts.path?.startsWith('/') ?", 'parts.path ?'],
    ['wss is not secure', " || target?.protocol === 'wss:'", ''],
    ['Secure is stored over http', 'attributes.secure && !secureOrigin ?', 'false ?'],
    ['partitioned needs no Secure', '!(attributes.secure && secureOrigin)', '!secureOrigin'],
  ],
  'cookies/cookie-end.ts': [
    ['Max-Age of zero keeps', 'maxAge <= 0 ? LONG_AGO', 'maxAge < 0 ? LONG_AGO'],
    [
      'Expires wins over Max-Age',
      'if (maxAge === undefined) return expires;',
      'if (maxAge === undefined || expires !== undefined) return expires;',
    ],
    ['two times may differ much', 'CLOCK_SLACK: Millis = 60_000', 'CLOCK_SLACK: Millis = 9e9'],
    ['a date is a length of time', '!isToldTime(now) &&', 'false &&'],
  ],
  'cookies/cookie-verdict.ts': [
    ['young cookies stay young', '<= LAX_ALLOWING_UNSAFE', '<= LAX_ALLOWING_UNSAFE * 2'],
    ['http shadows a secure cookie', 'if (touches) return false;', ''],
    [
      'a secure cookie is left alone whatever its path',
      '        domainMatches(attributes.domain, other.domain)) &&\n' +
        '      pathMatches(attributes.path, other.path);',
      '        domainMatches(attributes.domain, other.domain));',
    ],
    [
      'Secure cookies travel over http',
      "cookie.secure && !isSecureOrigin(target) && 'SecureOnly'",
      'false',
    ],
    ['a host-only cookie reaches below', 'hostOnly ? host === domain :', 'false ? false :'],
    [
      'partitioned cookies are blocked too',
      '!policy.thirdPartyCookies && !cookie.partitioned',
      '!policy.thirdPartyCookies',
    ],
  ],
  'cookies/cookie-jar.ts': [
    ['a cookie lives forever', 'Math.min(asked, now + LIFETIME_CAP)', 'asked'],
    [
      'a partition is not looked at',
      'partitionKey === undefined || partitionKey === partitionOf(request)',
      'true',
    ],
    ['a partition has no key', "attributes.partitioned && this.mode === 'browser'", 'false'],
    ['an end now is none', 'asked <= now', 'asked < now'],
    [
      'a refused line is stored',
      "verdict.stored ? (deletes ? 'deletes' : 'stores') : 'refused'",
      "deletes ? 'deletes' : 'stores'",
    ],
    ['Secure goes to plain http', '(!cookie.secure || isSecureOrigin(target)) &&', ''],
    ['every path is reached', 'pathMatches(target.pathname, cookie.path)', 'true'],
    ['the host and its domain are one', "mode === 'browser' && hostOnly", 'false'],
  ],
  'cookies/cookie-match.ts': [
    ['an address has subdomains', ' && !isIpAddress(host)', ''],
    ['/foo covers /foobar', "&& (path.endsWith('/') || requestPath[path.length] === '/')", ''],
    ['the default path keeps its slash', 'slash <= 0 ?', 'slash < 0 ?'],
  ],
  'methods.ts': [
    [
      'a POST is safe',
      "'GET', 'HEAD', 'OPTIONS', 'TRACE'",
      "'GET', 'HEAD', 'OPTIONS', 'TRACE', 'POST'",
    ],
  ],
  'cookies/cookie-context.ts': [
    ['Strict leads in', "|| sameSite === 'strict') return reason", ') return reason'],
    ['schemes do not matter', "relation = 'cross-scheme';", "relation = 'same-site';"],
    ['young Lax counts as unset', "(sameSite === 'unset' && young)", 'young'],
  ],
};
