import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../../src/engine/model.js';
import { type Case, cell, kept, LOGIN, rotated, sent } from '../../../support/comparison-cells.js';
import { cookie, cookieHeaderOnly, DAYS, exchange, jwt, T0 } from '../../../support/credential.js';

function asCookie(): Partial<Credential> {
  const { kind, carrier, carriers, name, expires } = cookie();
  return { kind, carrier, carriers, name, expires };
}

describe('a cell of the table', () => {
  it.each<Case>([
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
  ])('speaks of %s', (_what, credentials, aspect, column, words) => {
    expect(cell(credentials, aspect, column)).toMatch(words);
  });
});
