import type { Changes } from './mutant.js';

export const MOMENTS: Changes = {
  'moments/logout.ts': [
    ['a script is a logout', 'if (STATIC.test(address.pathname)) return false;', ''],
    [
      'a refused logout counts',
      'status < 200 || status >= 400 || method',
      'status < 200 || method',
    ],
    ['a preflight counts', "method === 'OPTIONS' || method === 'HEAD'", "method === 'HEAD'"],
    [
      'reading a session ends it',
      "method === 'DELETE' && isSessionThing",
      "method !== '' && isSessionThing",
    ],
    ['logout=0 is one', ' && !NO.test(value)', ''],
    ['any parameter asks', 'ASKS.test(name) && isLogoutWord(value)', 'isLogoutWord(value)'],
    ['a body says nothing', "(request.body?.action ?? '')", "('')"],
    ['a flow says nothing', "messages.some(({ kind }) => kind === 'end-session-request')", 'false'],
    ['leaving needs no word', ' || isLeavingPath(url)', ''],
    ['clearing the cache ends it', '"(?:cookies|storage|\\*)"', '"(?:cookies|storage|cache|\\*)"'],
  ],
  'moments/login-words.ts': [
    ['a renewal is a login', '|| parts.some((part) => REFRESH.test(part))', ''],
    ['only the end of a path logs in', 'parts.some((part) => LOGIN_ACT.test(part)) ||', ''],
    ['an article logs in', 'isReading(url, parts) || parts', 'parts'],
    ['a thing is a page', " && !NO_PAGE.test(partsOf(url).at(-1) ?? '')", ''],
  ],
  'moments/logout-words.ts': [
    ['an article logs out', 'if (isReading(url, parts)) return false;', ''],
  ],
  'moments/address-words.ts': [
    [
      'titles are acts',
      '(?:how|to|why|when|what|about|after|before|no|not|can|cannot|cant)',
      '(?:zzz)',
    ],
  ],
  'moments/moments.ts': [
    ['a page that answered well logs out', '|| this.#sessions.accepted(exchange.url)', ''],
    ['one token of two is the last', '|| this.#keepsUser(lost.site, at)', ''],
    [
      'sites are remembered for ever',
      'this.#latest.size <= LIMITS.momentSites',
      'this.#latest.size > 0',
    ],
  ],
  'moments/login-effects.ts': [
    [
      'a deleted cookie was given',
      'if (!credential || credential.cookie?.clearedAt !== undefined) return [];',
      'if (!credential) return [];',
    ],
  ],
  'moments/logout-effects.ts': [
    ['two requests are two logouts', 'at - before.at < ONE_LOGOUT', 'false'],
  ],
  'moments/login-signs.ts': [
    ['a POST is a link', "method !== 'GET' || type", 'type'],
    ['any page is a link', 'secrets.length > 0 && isLinkPath(url)', 'isLinkPath(url)'],
    ['a ticket needs a path', "secrets.some(([, value]) => value.startsWith('ST-')) ||", ''],
    ['a refusal is accepted', 'if (status < 200 || status >= 400) return false;', ''],
    [
      'back at the form is accepted',
      '!isBackAt(url, redirectUrl) && !isBackAt(form, redirectUrl)',
      'true',
    ],
    ['the form again is accepted', 'response.body.passwordField !== undefined', 'false'],
    [
      'an unseen page is accepted',
      'response?.body === undefined) return undefined;',
      'response?.body === undefined) return true;',
    ],
    ['an error leads on', '!/error|fail|denied|invalid/i.test(redirectUrl)', 'true'],
    ['another host is the form', 'from.host !== to.host || ', ''],
  ],
};
