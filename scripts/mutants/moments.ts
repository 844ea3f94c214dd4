import type { Changes } from './mutant.js';

export const MOMENTS: Changes = {
  'moments/logout/logout.ts': [
    ['a script is a logout', 'if (STATIC.test(address.pathname)) return false;', ''],
    ['a refused logout counts', 'status >= 400 ||', ''],
    ['a preflight counts', "method === 'OPTIONS' ||", ''],
    [
      'reading a session ends it',
      "method === 'DELETE' && isSessionThing",
      "method !== '' && isSessionThing",
    ],
    ['a flow says nothing', "messages.some(({ kind }) => kind === 'end-session-request')", 'false'],
    ['leaving needs no word', ' || isLeavingPath(url)', ''],
    ['clearing the cache ends it', '"(?:cookies|storage|\\*)"', '"(?:cookies|storage|cache|\\*)"'],
  ],
  'moments/logout/departures.ts': [
    ['a login leads away', '!isLed && this.#mayLeave(', 'this.#mayLeave('],
  ],
  'moments/login/login-words.ts': [
    ['a renewal is a login', '|| parts.some((part) => REFRESH.test(part))', ''],
    ['only the end of a path logs in', 'parts.some((part) => LOGIN_ACT.test(part)) ||', ''],
    ['an article logs in', 'isReading(url, parts) || parts', 'parts'],
    ['a thing is a page', " && !NO_PAGE.test(partsOf(url).at(-1) ?? '')", ''],
  ],
  'moments/logout/logout-words.ts': [
    ['an article logs out', 'if (isReading(url, parts)) return false;', ''],
    ['logout=0 is one', ' && !NO.test(value)', ''],
  ],
  'moments/named-acts.ts': [['a body says nothing', "(body?.action ?? '')", "('')"]],
  'moments/address-words.ts': [
    [
      'titles are acts',
      '(?:how|to|why|when|what|about|after|before|no|not|can|cannot|cant)',
      '(?:zzz)',
    ],
    ['any parameter asks', 'isAct(value) && (ASKS.test(name) ||', 'isAct(value) && (true ||'],
  ],
  'moments/logout/logout-signs.ts': [
    ['a page that answered well logs out', '|| this.#seen.accepted(exchange.url)', ''],
  ],
  'moments/logout/logouts-by-page.ts': [
    [
      'one token of two is the last',
      'isUserKept(site, at, this.#credentials.all()) || list',
      'list',
    ],
  ],
  'moments/latest-exchanges.ts': [
    [
      'exchanges of sites are remembered for ever',
      'this.#latest.size <= LIMITS.momentSites',
      'this.#latest.size > 0',
    ],
  ],
  'moments/latest.ts': [
    ['lists are remembered for ever', '.slice(-most)', ''],
    ['maps are remembered for ever', 'map.size > most', 'false'],
    ['sites are remembered for ever', 'set.size <= most', 'set.size > 0'],
  ],
  'moments/logout/labelled-ways.ts': [
    ['a way that was refused is one', ' || status >= 400) return', ') return'],
    [
      'what a script reads is a link',
      "if (method === 'GET' && type !== 'document') return false;",
      '',
    ],
    ['a form is a link', "(method === 'POST') === (way.form ?? false) &&", ''],
    ['forms of one address are one', ' && asks(way, exchange)', ''],
    ['every page forgets the others', '[...others, ...found]', '[...found]'],
    ['a part of the page is a way out', "to.startsWith('#') ? undefined :", ''],
  ],
  'moments/login/handed-back.ts': [
    [
      'whoever asked is no matter',
      'return isWantedThere || isSameState',
      'return true || isSameState',
    ],
    ['an answer of nothing hands back', 'value && ANSWERS.has(name)', 'ANSWERS.has(name)'],
    ['a state is no sign', 'isSameState(asked, given) ||', ''],
    ['any state is the same', ' && state === stateOf(given)', ''],
  ],
  'moments/logout/after-logout.ts': [
    ['a login ends no logout', 'this.#ended.clear();', ''],
    ['an address for everybody shows it', 'renews || this.#guarded.has(place)', 'true'],
    [
      'what came before says nothing',
      'const open = this.#open.get(place) ?? [];',
      'const open: Success[] = [];',
    ],
    ['requests under way came after it', ' || startedAt < ended.at', ''],
    ['another id is the same', 'value !== undefined && hashOf(value) === ended.hash', 'true'],
    ['one of two that is refused was ended', 'isAlone ? { refusedAlone: context.ref } :', ''],
    ['a refused absence counts', 'succeeded && this.#guarded', 'this.#guarded'],
    ['what is for everybody was theirs', ' && !this.#shown.isForAll(place)', ''],
    [
      'any form turns away',
      'asksForPassword(exchange) && this.#shown.wasFormless(exchange)',
      'asksForPassword(exchange)',
    ],
  ],
  'moments/watched-exchange.ts': [
    [
      'whoever came with something logs in',
      '(cameAlong || leavesNobody(exchange))',
      'leavesNobody(exchange)',
    ],
    ['nobody logs in', '(cameAlong || leavesNobody(exchange))', 'cameAlong'],
  ],
  'moments/session/idle-sessions.ts': [['a break is an absence', 'away >= AWAY &&', 'away > 0 &&']],
  'moments/session/shown-places.ts': [
    ['all operations are one', 'action === undefined ? placeOf(url)', 'true ? placeOf(url)'],
    ['a login changes nothing', 'if (shown.site === site)', 'if (false)'],
  ],
  'moments/login/login-effects.ts': [
    [
      'a deleted cookie was given',
      'if (!credential || credential.cookie?.clearedAt !== undefined) return [];',
      'if (!credential) return [];',
    ],
  ],
  'moments/logout/logout-effects.ts': [
    ['two requests are two logouts', 'at - before.at < ONE_LOGOUT', 'false'],
  ],
  'moments/login/login-signs.ts': [
    ['a POST is a link', "method !== 'GET' || type", 'type'],
    [
      'any page is a link',
      'isLinkPath(url) && (secrets.length > 0 || endsInKey(address.pathname))',
      'isLinkPath(url)',
    ],
    ['a ticket needs a path', "secrets.some(([, value]) => value.startsWith('ST-'))", 'false'],
    ['a refusal is accepted', 'status < 200 || status >= 400 || letsNobodyIn', 'letsNobodyIn'],
    ['an answer that says no is accepted', ' || letsNobodyIn(response?.body, gave)', ''],
    [
      'back at the form is accepted',
      '!isBackAt(url, redirectUrl) && !isBackAt(form, redirectUrl)',
      'true',
    ],
    ['the form again is accepted', 'return !asksAgain(response?.body, undefined);', 'return true;'],
    [
      'a gift with the form is accepted',
      'if (gave) return !asksAgain(',
      'if (gave) return true || (',
    ],
    [
      'an unseen page is accepted',
      'response?.body === undefined) return undefined;',
      'response?.body === undefined) return true;',
    ],
    ['an error leads on', '!/error|fail|denied|invalid/i.test(redirectUrl)', 'true'],
    ['another host is the form', 'from.host !== to.host || ', ''],
  ],
};
