import { describe, expect, it } from 'vitest';
import { form, html, json } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// What a page asks for before somebody types a password lets nobody in.

const SITE = 'https://tv.test';
const random = new Seeded('refused attempts');
const id = () => random.bytes(16).toString('hex');
const page = (path: string, markup: string) =>
  exchange({ url: SITE + path, type: 'document', responseBody: html(markup) });
const loginPage = () => page('/welcome/login', '<form><input type=password name=secret></form>');
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: SITE + path,
    topUrl: `${SITE}/welcome/login`,
    type: 'fetch',
    method: 'POST',
    ...more,
  });
/** Gives the browser a number, before anybody typed anything. */
const greeting = (path: string, viewer: string) =>
  call(path, {
    requestBody: json({ appToken: random.base62(40), language: 'de' }),
    responseBody: json({ active: true, viewer }),
    gets: { 'set-cookie': `viewer=${viewer}; Path=/; HttpOnly` },
  });
const attempt = (path: string, viewer: string, status: number) =>
  call(path, {
    status,
    sends: { cookie: `viewer=${viewer}` },
    requestBody: form(`login=ada&password=${status === 200 ? 'right' : 'wrong'}`),
    gets: status === 200 ? { 'set-cookie': `viewer=${id()}; Path=/; HttpOnly` } : {},
  });
const logins = (...visit: ReturnType<typeof exchange>[]) =>
  momentsTold(visit).filter((one) => one.startsWith('login'));

describe('what a page for logging in sends before somebody typed a password', () => {
  it.each([
    ['/session/hello', '/account/login'],
    ['/hello', '/portal/enter'],
    ['/user/login/id/get', '/user/login'],
  ])('%s was no login, where %s takes one', (first, login) => {
    const viewer = id();
    const visit = [loginPage(), greeting(first, viewer), attempt(login, viewer, 200)];
    expect(logins(...visit)).toEqual([`login ${login}`]);
  });

  it.each([400, 401, 403])('was none where the password was wrong (%i)', (status) => {
    const viewer = id();
    const visit = [
      loginPage(),
      greeting('/session/hello', viewer),
      attempt('/account/login', viewer, status),
    ];
    expect(logins(...visit)).toEqual([]);
  });

  it('was none where a wrong password was followed by the right one', () => {
    const viewer = id();
    const visit = [
      loginPage(),
      greeting('/session/hello', viewer),
      attempt('/account/login', viewer, 401),
      attempt('/account/login', viewer, 200),
    ];
    expect(logins(...visit)).toEqual(['login /account/login']);
  });
});

describe('a login without a word for a password', () => {
  it.each([
    ['was one where the password is changed after it', '/account/password', []],
    ['was one where a page was opened before it is asked again', '/login', ['login /login']],
  ])('%s', (_, path, others) => {
    const viewer = id();
    const visit = [
      loginPage(),
      greeting('/door', viewer),
      ...(others.length > 0 ? [page('/home', '<h1>Hello Ada</h1>')] : []),
      attempt(path, viewer, 200),
    ];
    expect(logins(...visit)).toEqual(['login /door', ...others]);
  });

  it('was one where what it sent was not seen', () => {
    const viewer = id();
    const visit = [
      loginPage(),
      call('/door', { gets: { 'set-cookie': `viewer=${viewer}; Path=/; HttpOnly` } }),
      attempt('/account/password', viewer, 200),
    ];
    expect(logins(...visit)).toEqual(['login /door']);
  });
});
