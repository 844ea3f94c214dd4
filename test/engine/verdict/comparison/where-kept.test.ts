import { describe, expect, it } from 'vitest';
import {
  type Case,
  cell,
  kept,
  sent,
  sessionToken,
  stored,
} from '../../../support/comparison-cells.js';
import { cookie, credential, DAYS, HOURS, T0 } from '../../../support/credential.js';

describe('a cell of the table', () => {
  it.each<Case>([
    [
      'a token in sessionStorage',
      [kept(stored('sessionStorage'))],
      'stolenByXss',
      'token',
      /^Taken/,
    ],
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
    ['a token in addresses', [kept(sent('url'))], 'readableBy', 'token', /address/],
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
    ['one cookie', [cookie()], 'storedIn', 'cookie', /as __Host-sid/],
    ['a token in IndexedDB', [kept(stored('indexedDB'))], 'storedIn', 'token', /^IndexedDB, under/],
  ])('speaks of %s', (_what, credentials, aspect, column, words) => {
    expect(cell(credentials, aspect, column)).toMatch(words);
  });
});
