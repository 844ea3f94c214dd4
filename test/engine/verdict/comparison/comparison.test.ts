import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../../src/engine/model.js';
import { render } from '../../../../src/engine/render.js';
import { comparisonOf } from '../../../../src/engine/verdict/comparison/comparison.js';
import { type Case, cell, kept, LOGIN, rotated, sent } from '../../../support/comparison-cells.js';
import { cookie, credential, HOURS, jwt, T0 } from '../../../support/credential.js';

const readable = Buffer.from(JSON.stringify({ user: 'ada', since: 7 })).toString('base64url');
const cleared = { clearedAt: T0 + HOURS };

describe('a cell of the table', () => {
  it.each<Case>([
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
    ['a token in addresses', [kept(sent('url'))], 'forgedByCsrf', 'token', /address/],
    ['a token in a header', [kept(sent('header'))], 'forgedByCsrf', 'token', /^Not possible/],
    ['one request', [kept(sent('header'))], 'sentTo', 'token', /: one request\.$/],
    ['two requests', [kept(sent('header', { count: 2 }))], 'sentTo', 'token', /: 2 requests\.$/],
    [
      'an opaque token',
      [credential({ role: 'access-token' })],
      'accessRefresh',
      'token',
      /nor how long/,
    ],
    [
      'an opaque token',
      [credential({ role: 'access-token' })],
      'revocable',
      'token',
      /^Yes, where/,
    ],
    ['data that can be read', [cookie({ value: readable })], 'stateHolder', 'token', /can read/],
    ['data that can be read', [cookie({ value: readable })], 'scopes', 'token', /user, since/],
    [
      'a long value',
      [cookie({ value: 'ab12'.repeat(35) })],
      'stateHolder',
      'session',
      /^Not to be told/,
    ],
    [
      'one cookie that a logout cleared',
      [cookie({ cookie: cleared })],
      'storedIn',
      'cookie',
      /as __Host-sid/,
    ],
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
  ])('speaks of %s', (_what, credentials, aspect, column, words) => {
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
