import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// Sites whose pages for logging in and out are called as nobody would guess.

const SITE = 'https://mill.test';
const random = new Seeded('login pages');
const id = () => random.bytes(16).toString('hex');
const html = (body: string) => readBody('text/html', `<!doctype html><title>Mill</title>${body}`);
const ASKS = html(
  '<form method="post"><input name="who"><input type="password" name="pin"></form>',
);
const SHOWS = html('<h1>The mill</h1>');
const sent = (fields: string) => readBody('application/x-www-form-urlencoded', fields);

/** A site with one session id for whoever comes; bodies are seen, or not. */
function site(cookie: string, seen = true) {
  const body = (one: ExchangeSpec['responseBody']) => (seen && one ? { responseBody: one } : {});
  const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
    exchange({ url: SITE + path, sends: { cookie }, ...more });
  const page = (path: string) => at(path, body(SHOWS));
  const away = (path: string, to: string, more: Partial<ExchangeSpec> = {}) =>
    at(path, { status: 302, redirectUrl: SITE + to, ...more });
  const form = (path: string) => at(path, body(ASKS));
  const logIn = (path: string, to: string, more: Partial<ExchangeSpec> = {}) => [
    away(path, to, {
      method: 'POST',
      ...(seen ? { requestBody: sent('who=ada&pin=a') } : {}),
      ...more,
    }),
    page(to),
  ];
  return { at, page, away, form, logIn };
}

type Site = ReturnType<typeof site>;
const start = () =>
  exchange({
    url: `${SITE}/`,
    responseBody: SHOWS,
    gets: { 'set-cookie': 'MILL_SESSION=; Path=/; Max-Age=0' },
  });
const told = (steps: (site: Site) => Exchange[], seen = true) =>
  momentsTold([start(), ...steps(site(`MILL_SESSION=${id()}`, seen))]);
/** Turned away, logged in, at work; the page for logging in is called so. */
const atWork = ({ page, away, form, logIn }: Site, asks: string): Exchange[] => [
  page('/'),
  away('/sacks', asks),
  form(asks),
  ...logIn(asks, '/sacks'),
  page('/sacks'),
];

const PAGES = ['/desk', '/enter', '/c/willkommen', '/index.php?page=pforte', '/wer-da'];

describe.each(PAGES)('a page that a site sends to for a password: %s', (asks) => {
  it.each(['/expire', '/desk/leave', '/tschuess', '/index.php?page=weg'])(
    'shows that %s was a logout',
    (leave) => {
      const steps = (one: Site) => [
        ...atWork(one, asks),
        one.away(leave, '/'),
        one.page('/'),
        one.away('/sacks', asks),
        one.form(asks),
        ...one.logIn(asks, '/sacks'),
      ];
      expect(told(steps)).toEqual([`login ${asks}`, `logout ${leave}`, `login ${asks}`]);
    },
  );

  it('shows it by being opened again', () => {
    const steps = (one: Site) => [
      ...atWork(one, asks),
      one.away('/expire', '/', { method: 'POST' }),
      one.page('/'),
      one.form(asks),
      ...one.logIn(asks, '/sacks'),
    ];
    expect(told(steps)).toEqual([`login ${asks}`, 'logout /expire', `login ${asks}`]);
  });

  it('shows a session that is lost where nobody left', () => {
    const steps = (one: Site) => [...atWork(one, asks), one.away('/sacks', asks)];
    expect(told(steps)).toEqual([`login ${asks}`, 'session-lost /sacks']);
  });

  it('is known without its body: what is sent from it leads to what had sent there', () => {
    expect(told((one) => atWork(one, asks), false)).toEqual([`login ${asks}`]);
  });
});

describe('nobody has left by', () => {
  const ASK = '/desk';
  it.each<[string, (one: Site) => Exchange[]]>([
    ['work that leads to the page of whom is known', ({ away }) => [away('/grind', '/sacks')]],
    ['a choice that everybody may make', ({ away, page }) => [away('/lang', '/'), page('/')]],
    [
      'what was followed by more work',
      ({ away, page }) => [away('/grind', '/'), page('/'), page('/flour')],
    ],
    ['a page of its own', ({ page }) => [page('/flour')]],
  ])('%s: the session is lost after it', (_, between) => {
    const steps = (one: Site) => [
      one.away('/lang', '/'),
      ...atWork(one, ASK),
      ...between(one),
      one.away('/sacks', ASK),
    ];
    expect(told(steps)).toEqual([`login ${ASK}`, 'session-lost /sacks']);
  });
});

describe('no page for logging in is', () => {
  it('the front page, which greets whoever is known', () => {
    const steps = ({ page, away, form, logIn }: Site) => [
      away('/sacks', '/'),
      form('/'),
      ...logIn('/', '/sacks'),
      page('/sacks'),
      away('/sacks/7', '/', { method: 'POST' }),
      page('/'),
    ];
    expect(told(steps)).toEqual(['login /']);
  });

  it('one that shows something else to whoever is known', () => {
    const steps = (one: Site) => [
      ...atWork(one, '/desk'),
      one.page('/desk'),
      one.away('/sacks', '/desk'),
      one.page('/desk'),
    ];
    expect(told(steps)).toEqual(['login /desk']);
  });

  it.each([
    ['a list leads by itself', '/sacks', '/sacks/1'],
    ['a front page leads by its language', '/', '/en'],
  ])('one to which %s, where no page was seen', (_, list, first) => {
    const steps = (one: Site) => [
      one.away(list, first),
      one.page(first),
      one.away(first, list, { method: 'POST' }),
      one.away(list, first),
    ];
    expect(told(steps, false)).toEqual([]);
  });
});

describe('a login page that answers a wrong password without its form', () => {
  it.each(['/login', '/desk', '/enter'])('loses no session: %s', (asks) => {
    const refused = (one: Site) =>
      one.at(asks, {
        method: 'POST',
        requestBody: sent('who=ada&pin=wrong'),
        responseBody: html('<p>Not known.</p>'),
      });
    const steps = (one: Site) => [
      one.away('/sacks', asks),
      one.form(asks),
      refused(one),
      one.form(asks),
      ...one.logIn(asks, '/sacks'),
      one.page('/sacks'),
    ];
    const moments = told(steps);
    expect(moments).toEqual([`login ${asks}`]);
  });
});
