import { describe, expect, it } from 'vitest';
import { html } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { cookie, momentsOf, SHOP } from '../../../support/shop-moments.js';

// A form that sends the password by GET.

const GIVEN = '/login.asp?Login=ada&password=correct';
const get = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SHOP + path, ...more });
const to = (path: string) => ({ status: 302, redirectUrl: SHOP + path });
const IN = { responseBody: html('<a href=/logout>Log out</a>') };
const FORM = { responseBody: html('<form><input name=Login><input type=password name=password>') };

describe('a password in the address of a page', () => {
  it.each<[string, Partial<ExchangeSpec>]>([
    ['is led on', to('/account.asp')],
    ['is led on and given a session', { ...to('/account.asp'), gets: cookie('sid') }],
    ['is greeted', IN],
  ])('logs in whoever %s', (_, answer) => {
    expect(momentsOf([get(GIVEN, answer), get('/account.asp', IN)])).toEqual([
      'login shop.test /login.asp',
    ]);
  });

  it.each<[string, string, Partial<ExchangeSpec>]>([
    ['is shown the form again', GIVEN, FORM],
    ['is led to the form', GIVEN, to('/login.asp')],
    ['is told of an error', GIVEN, to('/start.asp?error=1')],
    [
      'is led to another host',
      GIVEN,
      { status: 301, redirectUrl: `https://www.shop.test${GIVEN}` },
    ],
    ['is refused', GIVEN, { status: 401 }],
    ['gives none', '/login.asp?Login=ada&password=', to('/account.asp')],
    ['searches', '/search.asp?password=correct', to('/found.asp')],
  ])('logs in nobody who %s', (_, path, answer) => {
    expect(momentsOf([get(path, answer)])).toEqual([]);
  });
});
