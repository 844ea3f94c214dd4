import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Known } from '../../../../src/engine/known.js';
import type { Credential, Sighting } from '../../../../src/engine/model.js';
import { judge } from '../../../../src/engine/rules/judge.js';
import { render } from '../../../../src/engine/text.js';
import { comparisonOf } from '../../../../src/engine/verdict/comparison/comparison.js';
import { verdictsOf } from '../../../../src/engine/verdict/verdict.js';
import { anyCredential } from '../../../support/any-credential.js';
import {
  cookie,
  cookieHeaderOnly,
  credential,
  DAYS,
  exchange,
  HOURS,
  jwt,
  sighting,
  T0,
} from '../../../support/credential.js';
import { regex } from '../../../../src/engine/regex.js';

type Column = 'session' | 'token' | 'cookie';

const stored = (carrier: Sighting['carrier'], more: Partial<Sighting> = {}) =>
  sighting({ carrier, locator: 'app.token', direction: 'stored', ...more });
const sent = (carrier: Sighting['carrier'], more: Partial<Sighting> = {}) =>
  sighting({ carrier, locator: 'x-token', ...more });
const kept = (...sightings: Sighting[]) =>
  jwt({}, { carriers: [...new Set(sightings.map(({ carrier }) => carrier))], sightings });
const readable = Buffer.from(JSON.stringify({ user: 'ada', since: 7 })).toString('base64url');
const sessionToken = (...sightings: Sighting[]) =>
  credential({ carrier: 'localStorage', carriers: ['localStorage', 'body'], sightings });
const cleared = { clearedAt: T0 + HOURS };

const LOGIN = exchange({ url: 'https://shop.example/login' });
const rotated = (by?: typeof LOGIN): Credential['life'][number] => ({
  type: 'rotated',
  at: T0,
  lastAt: T0,
  count: 1,
  ...(by ? { exchange: by } : {}),
});

type Case = [string, Credential[], string, Column, RegExp];
const CELLS: Case[] = [
  ['a token in sessionStorage', [kept(stored('sessionStorage'))], 'stolenByXss', 'token', /^Taken/],
  ['a token in IndexedDB', [kept(stored('indexedDB'))], 'stolenByXss', 'token', /^Taken/],
  ['a token in memory', [kept(sent('header'))], 'stolenByXss', 'token', /^Harder/],
  [
    'the origin that keeps it',
    [kept(stored('indexedDB', { origin: 'https://app.example' }))],
    'readableBy',
    'token',
    /https:\/\/app\.example/,
  ],
  [
    'where an id lies that addresses have, and forms',
    [
      credential({
        role: 'session',
        carrier: 'url',
        carriers: ['url', 'body'],
        sightings: [sent('url'), sent('body')],
      }),
    ],
    'storedIn',
    'session',
    /^Nowhere: it is part of the address/,
  ],
  [
    'the size of what goes in messages alone',
    [kept(sent('websocket', { locator: '/resume' }))],
    'size',
    'token',
    /bytes in every message that carries it/,
  ],
  [
    'the size of what goes in messages, and in requests',
    [kept(sent('websocket', { locator: '/resume' }), sent('header'))],
    'size',
    'token',
    /bytes in every request that carries it/,
  ],
  [
    'what a message gave',
    [kept(sent('websocket', { direction: 'received', firstExchange: LOGIN }))],
    'setBy',
    'token',
    /^A message of the WebSocket GET \/login\.$/,
  ],
  [
    'what a message and an answer gave',
    [
      kept(
        sent('websocket', { direction: 'received', firstExchange: LOGIN }),
        sent('body', { direction: 'received', firstExchange: LOGIN }),
      ),
    ],
    'setBy',
    'token',
    /^The response to GET \/login\.$/,
  ],
  [
    'a cookie that is kept nobody knows how long',
    [cookie({ expires: 'unknown', attributes: { persistent: true } })],
    'ends',
    'session',
    /^Not seen/,
  ],
  [
    'readers of what is kept and stands in addresses',
    [kept(stored('localStorage'), sent('url'))],
    'readableBy',
    'token',
    /third parties’ too, and everybody who sees the address/,
  ],
  [
    'a token that is in memory now',
    [kept(stored('localStorage', { goneAt: T0 + HOURS }), sent('header', { lastAt: T0 + DAYS }))],
    'storedIn',
    'token',
    /^Earlier localStorage, under app\.token/,
  ],
  [
    'a token that a logout removed',
    [kept(stored('localStorage', { goneAt: T0 + HOURS }), sent('header'))],
    'storedIn',
    'token',
    /^localStorage, under app\.token/,
  ],
  [
    'a token that only a response had',
    [kept(sent('body', { direction: 'received' }))],
    'storedIn',
    'token',
    /a response gave it/,
  ],
  ['a token in addresses', [kept(sent('url'))], 'forgedByCsrf', 'token', /address/],
  ['a token in addresses', [kept(sent('url'))], 'readableBy', 'token', /address/],
  ['a token in a header', [kept(sent('header'))], 'forgedByCsrf', 'token', /^Not possible/],
  [
    'a session that script sends',
    [sessionToken(stored('localStorage'))],
    'storedIn',
    'token',
    /^localStorage/,
  ],
  [
    'a session that script sends',
    [sessionToken(sent('body'))],
    'storedIn',
    'session',
    /^No server-side/,
  ],
  ['one request', [kept(sent('header'))], 'sentTo', 'token', /: one request\.$/],
  ['two requests', [kept(sent('header', { count: 2 }))], 'sentTo', 'token', /: 2 requests\.$/],
  [
    'an opaque token',
    [credential({ role: 'access-token' })],
    'accessRefresh',
    'token',
    /nor how long/,
  ],
  ['an opaque token', [credential({ role: 'access-token' })], 'revocable', 'token', /^Yes, where/],
  [
    'a JWT in a session cookie',
    [cookie({ ...jwt(), ...asCookie() })],
    'ends',
    'token',
    /^5 min after its issue/,
  ],
  [
    'a sealed cookie with a date',
    [
      cookie({
        format: 'jwe',
        expires: 'at',
        expiresAt: T0 + 30 * DAYS,
        attributes: { persistent: true },
      }),
    ],
    'ends',
    'token',
    /^The cookie after 30 d/,
  ],
  ['a JWT without end', [jwt({ claims: { exp: undefined } })], 'ends', 'token', /^Never/],
  ['data that can be read', [cookie({ value: readable })], 'stateHolder', 'token', /can read/],
  ['data that can be read', [cookie({ value: readable })], 'scopes', 'token', /user, since/],
  [
    'a long value',
    [cookie({ value: 'ab12'.repeat(35) })],
    'stateHolder',
    'session',
    /^Not to be told/,
  ],
  ['one cookie', [cookie()], 'storedIn', 'cookie', /as __Host-sid/],
  [
    'one cookie that a logout cleared',
    [cookie({ cookie: cleared })],
    'storedIn',
    'cookie',
    /as __Host-sid/,
  ],
  [
    'two cookies',
    [cookie(), cookie({ id: 'c2', name: 'b' })],
    'ends',
    'cookie',
    /^All with the browser/,
  ],
  [
    'what wrote it anew',
    [
      cookie({
        behaviour: { issuedAtLogin: exchange({ url: 'https://shop.example/login' }) },
        cookie: { setBy: exchange({ id: 'e2', url: 'https://shop.example/icon' }) },
      }),
    ],
    'setBy',
    'session',
    /GET \/login\.$/,
  ],
  [
    'what script made of a login’s answer',
    [
      cookie({
        behaviour: { issuedAtLogin: exchange({ url: 'https://shop.example/login' }) },
        cookie: { setBy: undefined },
      }),
    ],
    'setBy',
    'session',
    /^Not seen: by script/,
  ],
  ...(
    [
      [
        'a value that a window beside it gave',
        [rotated()],
        /another tab or window, where the login/,
      ],
      ['a value that a response gave', [rotated(LOGIN)], /GET \/login\.$/],
      [
        'a value that a response gave after another window',
        [rotated(), rotated(LOGIN)],
        /GET \/login\.$/,
      ],
    ] as const
  ).map(([what, life, told]): Case => [
    what,
    [cookie({ cookie: { setBy: LOGIN }, life })],
    'setBy',
    'session',
    told,
  ]),
  [
    'a cookie of the session beside one that was not seen',
    [cookie(), cookieHeaderOnly({ id: 'c2', name: 'b' })],
    'ends',
    'cookie',
    /^With the browser session: 1; not seen: 1\.$/,
  ],
  [
    'two cookies of which no end was seen',
    [cookieHeaderOnly(), cookieHeaderOnly({ id: 'c2', name: 'b' })],
    'ends',
    'cookie',
    /^Not seen of any of the 2/,
  ],
  ['a token in IndexedDB', [kept(stored('indexedDB'))], 'storedIn', 'token', /^IndexedDB, under/],
  [
    'a token that another one replaced without a refresh token',
    [jwt({}, { life: [{ ...rotated(), type: 'refreshed' }], sightings: [sent('header')] })],
    'accessRefresh',
    'token',
    /a token lasts 5 min, and another one took its place/,
  ],
  [
    'a remember-me cookie beside it',
    [cookie(), cookie({ id: 'c2', name: 'stay', role: 'remember-me' })],
    'accessRefresh',
    'session',
    /begin another session after it is what stay is for/,
  ],
  [
    'an anti-CSRF token and no SameSite',
    [
      cookie({ attributes: { sameSite: 'unset' } }),
      credential({ id: 'c2', role: 'csrf', name: 'proof' }),
    ],
    'forgedByCsrf',
    'session',
    /^SameSite is unset: Chromium takes it for Lax, .* seen \(proof\)\. Whether the server insists/,
  ],
  [
    'no SameSite and no anti-CSRF token',
    [cookie({ attributes: { sameSite: 'unset' } })],
    'forgedByCsrf',
    'session',
    /^SameSite is unset: Chromium takes it for Lax, .* Origin or Referer/,
  ],
  [
    'SameSite=None and no anti-CSRF token',
    [cookie({ attributes: { sameSite: 'none' } })],
    'forgedByCsrf',
    'session',
    /^The browser sends it by itself \(SameSite=None\)/,
  ],
  ...(['session', 'token'] as const).flatMap((column): Case[] => {
    const after = (afterLogout: NonNullable<Credential['behaviour']['afterLogout']>) =>
      column === 'session'
        ? [cookie({ behaviour: { afterLogout } })]
        : [{ ...kept(sent('header')), behaviour: { afterLogout } }];
    return [
      [
        `a logout, and then it works (${column})`,
        after({ accepted: LOGIN }),
        'revocable',
        column,
        /^Not by the logout .* GET \/login/,
      ],
      [
        `a logout, and then it is refused (${column})`,
        after({ refused: LOGIN }),
        'revocable',
        column,
        /^Yes: after the logout GET \/login was refused/,
      ],
      [
        `a logout, and then a page for all (${column})`,
        after({ answered: LOGIN }),
        'revocable',
        column,
        /^Not to be told yet: .* GET \/login was answered/,
      ],
    ];
  }),
  [
    'the signature of a session',
    [cookie(), cookie({ id: 'c2', name: 'sid.sig', signs: 'c1', sightings: [sent('cookie')] })],
    'stateHolder',
    'session',
    /__Host-sid/,
  ],
];

function asCookie(): Partial<Credential> {
  const { kind, carrier, carriers, name, expires } = cookie();
  return { kind, carrier, carriers, name, expires };
}

function cell(credentials: readonly Credential[], aspect: string, column: Column): string {
  const row = comparisonOf(credentials).find((one) => one.aspect === aspect);
  return row ? render(row[column]) : '';
}

describe('a cell of the table', () => {
  it.each(CELLS)('speaks of %s', (_what, credentials, aspect, column, words) => {
    expect(cell(credentials, aspect, column)).toMatch(words);
  });

  it('says the same after a logout', () => {
    const told = (history: object) =>
      comparisonOf([cookie({ cookie: history })])
        .map((row) => render(row.cookie))
        .join('\n');
    expect(told(cleared)).toBe(told({}));
  });
});

describe('what is said of any site', () => {
  const WRONG = regex()`
    undefined|NaN|\[object|\b0 cookies|\b1 (?:cookies|requests|times|checks)\b|\(SIGNED\)
    |\(OPAQUE\)|for \?|kept (?:by script )?in\b(?! the cookie the-name)|cannot simply`;

  it('has no sentence that is wrong in itself', () => {
    fc.assert(
      fc.property(fc.array(anyCredential, { minLength: 1, maxLength: 4 }), (some) => {
        const credentials = some.map((one, index): Credential => ({
          ...one,
          id: `c${index}`,
          name: 'the-name',
          site: 'https://shop.example',
          sightings: one.sightings.map((seen) => ({ ...seen, locator: 'the-key' })),
        }));
        const known = new Known({ now: T0, credentials });
        for (const verdict of verdictsOf(known, judge(known))) {
          const rows = verdict.comparison.flatMap(({ session, token, cookie: jar }) => [
            session,
            token,
            jar,
          ]);
          // Claims, and what they grant, are the other side's words.
          const told = [verdict.sentence, ...verdict.unknown, ...rows].filter(
            ({ key }) => !/^cmp_(?:scopes_|state_token|format_jwt)/.test(key),
          );
          for (const text of told) expect(render(text)).not.toMatch(WRONG);
        }
      }),
    );
  });
});
