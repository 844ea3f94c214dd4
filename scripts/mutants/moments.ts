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
      "method === 'DELETE' && SESSION_PATH",
      "method !== '' && SESSION_PATH",
    ],
    ['logout=0 is one', ' && !NO.test(value)', ''],
    ['any parameter asks', 'ASKS.test(name) && LOGOUT_WORD.test(value)', 'LOGOUT_WORD.test(value)'],
    ['a body says nothing', "(request.body?.action ?? '')", "('')"],
    ['a flow says nothing', "messages.some(({ kind }) => kind === 'end-session-request')", 'false'],
    ['leaving needs no word', " || LEAVING.test(parseUrl(url)?.pathname ?? '')", ''],
    ['clearing the cache ends it', '"(?:cookies|storage|\\*)"', '"(?:cookies|storage|cache|\\*)"'],
  ],
  'moments/login-signs.ts': [
    ['a renewal is a login', 'if (parts.some((part) => REFRESH.test(part))) return false;', ''],
    ['only the last part counts', ' || parts.some((part) => LOGIN_PART.test(part))', ''],
    ['a POST is a link', "method !== 'GET' || type", 'type'],
    ['any page is a link', 'secrets.length > 0 && partsOf(url)', 'partsOf(url)'],
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
