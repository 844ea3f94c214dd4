import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { form, html, json } from '../../../support/bodies.js';
import { exchange } from '../../../support/exchange.js';
import {
  cookie,
  hex,
  login,
  momentsOf,
  PASSWORD,
  post,
  SHOP,
} from '../../../support/shop-moments.js';

const LOST = hex();
const FORM_PAGE = html('<form><input name=user><input type="password" name=pw></form>');

describe('a login', () => {
  it.each<[string, () => Exchange[], string[]]>([
    ['with a password', () => [login()], ['login shop.test /login']],
    [
      'whose form comes back',
      () => [post('/login', { requestBody: PASSWORD, responseBody: FORM_PAGE })],
      [],
    ],
    [
      'that is sent back to its form',
      () => [login({ redirectUrl: `${SHOP}/login`, gets: {} })],
      [],
    ],
    [
      'that is sent back to the page it came from',
      () => [
        post('/do', {
          requestBody: PASSWORD,
          status: 302,
          redirectUrl: `${SHOP}/sign-in?next=%2F`,
          sends: { referer: `${SHOP}/sign-in` },
        }),
      ],
      [],
    ],
    [
      'with JSON, without a cookie',
      () => [
        post('/api/login', {
          type: 'fetch',
          requestBody: json({ user: 'ada', password: 'correct horse' }),
          responseBody: json({ access_token: hex(40) }),
        }),
      ],
      ['login shop.test /api/login'],
    ],
    [
      'by PUT',
      () => [
        exchange({
          url: `${SHOP}/-/user/ada`,
          method: 'PUT',
          type: 'fetch',
          requestBody: json({ password: 'correct horse' }),
          responseBody: json({ token: hex(40) }),
        }),
      ],
      ['login shop.test /-/user/ada'],
    ],
    [
      'that keeps the session and leads on',
      () => [post('/login', { status: 302, redirectUrl: `${SHOP}/account` })],
      ['login shop.test /login'],
    ],
    [
      'that leads to an error',
      () => [post('/login', { status: 302, redirectUrl: `${SHOP}/login-failed` })],
      [],
    ],
    [
      'again, after the session was lost',
      () => [
        login({ gets: cookie('sid', LOST) }),
        exchange({ url: `${SHOP}/account`, sends: { cookie: `sid=${LOST}` } }),
        exchange({
          url: `${SHOP}/account`,
          sends: { cookie: `sid=${LOST}` },
          status: 302,
          redirectUrl: `${SHOP}/login`,
          gets: cookie('sid'),
        }),
        post('/login', { status: 302, redirectUrl: `${SHOP}/`, gets: cookie('sid') }),
      ],
      ['login shop.test /login', 'session-lost shop.test /account', 'login shop.test /login'],
    ],
    [
      'is no changed password',
      () => [
        login(),
        post('/settings/password', { requestBody: form('password=new+horse+battery') }),
      ],
      ['login shop.test /login'],
    ],
    [
      'is no registration that gives nothing',
      () => [
        post('/register', { status: 303, redirectUrl: `${SHOP}/login`, requestBody: PASSWORD }),
      ],
      [],
    ],
    [
      'is a registration that gives a session',
      () => [
        post('/register', {
          status: 303,
          redirectUrl: `${SHOP}/`,
          requestBody: PASSWORD,
          gets: cookie('sid'),
        }),
      ],
      ['login shop.test /register'],
    ],
    [
      'whose answer had no body to be seen',
      () => [
        post('/api/login', { type: 'fetch', topUrl: SHOP, at: Date.UTC(2026, 0, 1) }),
        exchange({
          url: `${SHOP}/api/me`,
          type: 'fetch',
          topUrl: SHOP,
          at: Date.UTC(2026, 0, 1) + 500,
          sends: { authorization: `Bearer ${hex(40)}` },
        }),
      ],
      ['login shop.test /api/login'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(momentsOf(steps())).toEqual(expected);
  });
  it('with a page that is seen only later', () => {
    const shown = (page: string): string[] => {
      const analysis = new Analysis();
      const sent = post('/login', { requestBody: PASSWORD });
      analysis.addExchange(sent);
      expect(momentsOf([], analysis)).toEqual([]);
      analysis.addBodies({
        kind: 'bodies',
        exchangeId: sent.id,
        at: sent.startedAt + 90,
        response: html(page),
      });
      return momentsOf([], analysis);
    };
    expect(shown('<p>Hello, Ada</p>')).toEqual(['login shop.test /login']);
    expect(shown('<input type=password name=pw>')).toEqual([]);
  });
  it('with a second step gives what that step gives', () => {
    const analysis = new Analysis();
    const code = () => post('/otp', { status: 303, redirectUrl: `${SHOP}/`, gets: cookie('full') });
    expect(
      momentsOf(
        [login({ redirectUrl: `${SHOP}/otp` }), exchange({ url: `${SHOP}/otp` }), code()],
        analysis,
      ),
    ).toEqual(['login shop.test /login']);
    const full = analysis.credentials().find(({ name }) => name === 'full')!;
    expect(full.behaviour.issuedAtLogin?.url).toBe(`${SHOP}/login`);
    expect(full.role).toBe('session');
  });
});
