import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// What looks like a login until the server shows the form again.

const SITE = 'https://box.test';
const random = new Seeded('claimed login');
const hex = () => random.bytes(16).toString('hex');
const html = (page: string) => readBody('text/html', page);
const asksFor = (name: string) =>
  html(`<form><input name="u"><input type="password" name="${name}"></form>`);
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const post = (more: Partial<ExchangeSpec> = {}) =>
  at('/in', {
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', 'u=ada&pw=x'),
    ...more,
  });
const gives = () => ({ gets: { 'set-cookie': `box=${hex()}; Path=/; HttpOnly` } });
const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });

describe('a login is taken back', () => {
  it.each<[string, () => ReturnType<typeof exchange>[]]>([
    [
      'where the form comes again with a new cookie',
      () => [post({ ...gives(), responseBody: asksFor('pw') })],
    ],
    [
      'where it leads to the form',
      () => [post({ ...gives(), ...leadsTo('/') }), at('/', { responseBody: asksFor('pw') })],
    ],
    [
      'where it leads to what takes its cookie back',
      () => [
        post({ ...gives(), ...leadsTo('/') }),
        at('/', { gets: { 'set-cookie': 'box=deleted; Path=/; Max-Age=0' } }),
      ],
    ],
  ])('%s', (_how, visit) => {
    expect(momentsTold(visit())).toEqual([]);
  });

  it('where a body that is told late asks again, and what it gave is no gift of a login', () => {
    const analysis = new Analysis();
    const login = post({ ...gives(), ...leadsTo('/') });
    const page = at('/');
    expect(momentsTold([login, page], analysis)).toEqual(['login /in']);
    analysis.addBodies({
      kind: 'bodies',
      exchangeId: page.id,
      at: page.startedAt + 1,
      response: asksFor('pw'),
    });
    expect(momentsTold([], analysis)).toEqual([]);
    expect(analysis.credentials().map(({ behaviour }) => behaviour.issuedAtLogin)).toEqual([
      undefined,
    ]);
  });
});

describe('a login stands', () => {
  it.each<[string, () => ReturnType<typeof exchange>[]]>([
    [
      'where the page asks for another password, to change it',
      () => [post({ ...gives(), responseBody: asksFor('new_password') })],
    ],
    [
      'where a later page asks for it',
      () => [
        post({ ...gives(), ...leadsTo('/') }),
        at('/', { responseBody: html('<h1>Hello</h1>') }),
        at('/settings', { responseBody: asksFor('pw') }),
      ],
    ],
    [
      'where the page takes back what the login left beside its session',
      () => [
        post({
          gets: { 'set-cookie': [`box=${hex()}; HttpOnly`, 'flash=Welcome'] },
          ...leadsTo('/'),
        }),
        at('/', { gets: { 'set-cookie': 'flash=; Max-Age=0' } }),
      ],
    ],
  ])('%s', (_how, visit) => {
    expect(momentsTold(visit())).toEqual(['login /in']);
  });
});

describe('the page for logging in, opened by somebody who is', () => {
  const id = hex();
  const uses = (path: string, more: Partial<ExchangeSpec> = {}) =>
    at(path, { sends: { cookie: `box=${id}` }, ...more });
  const login = () =>
    post({ gets: { 'set-cookie': `box=${id}; Path=/; HttpOnly` }, ...leadsTo('/home') });

  it('is the logout, where the session is refused after it', () => {
    expect(
      momentsTold([
        login(),
        uses('/home'),
        uses('/login.php', { responseBody: asksFor('pw') }),
        uses('/home', leadsTo('/login.php')),
      ]),
    ).toEqual(['login /in', 'logout /login.php']);
  });

  it('is none, where it was opened before and not seen', () => {
    const guest = { sends: { cookie: `box=${id}` } };
    const form = (responseBody?: ReturnType<typeof html>) =>
      at('/login.php', { ...guest, ...(responseBody ? { responseBody } : {}) });
    const visit = [
      at('/', { gets: { 'set-cookie': `box=${id}; Path=/; HttpOnly` } }),
      form(),
      form(asksFor('pw')),
      post({ ...guest, ...leadsTo('/home') }),
    ];
    expect(momentsTold(visit)).toEqual(['login /in']);
  });

  it('is none, where the session goes on', () => {
    expect(
      momentsTold([login(), uses('/login.php', { responseBody: asksFor('pw') }), uses('/home')]),
    ).toEqual(['login /in']);
  });
});

describe('a login by script whose answers are not seen', () => {
  const tries = () =>
    at('/api/login', {
      method: 'POST',
      type: 'fetch',
      requestBody: readBody('application/json', '{"password":"x"}'),
    });
  const leaves = () => at('/api/logout', { method: 'POST', type: 'fetch' });

  it('was none where somebody tries again', () => {
    expect(momentsTold([tries(), tries()])).toEqual(['login /api/login']);
  });

  it('was one where somebody logs out in between', () => {
    expect(momentsTold([tries(), leaves(), tries()])).toEqual([
      'login /api/login',
      'logout /api/logout',
      'login /api/login',
    ]);
  });
});

describe('a form whose answers are not seen', () => {
  const fills = () => post(gives());

  it('was refused where it is filled in again', () => {
    expect(momentsTold([fills(), fills()])).toEqual(['login /in']);
  });

  it('was taken where another page was opened before', () => {
    expect(momentsTold([fills(), at('/home'), fills()])).toEqual(['login /in', 'login /in']);
  });

  it.each(['/login', '/connexion?failed=1', '/users/sign_in'])(
    'was refused where %s was opened again to fill it in',
    (form) => {
      const fillsIn = (more = {}) => post({ url: `${SITE}/login`, ...gives(), ...more });
      const visit = [fillsIn(), at(form, gives()), fillsIn(leadsTo('/home')), at('/home')];
      expect(momentsTold(visit)).toEqual(['login /login']);
    },
  );

  it('was taken where the form came after a page', () => {
    const fillsIn = () => post({ url: `${SITE}/login`, ...gives() });
    const visit = [fillsIn(), at('/home'), at('/login'), fillsIn()];
    expect(momentsTold(visit)).toEqual(['login /login', 'login /login']);
  });

  it.each<[string, () => Partial<ExchangeSpec>]>([
    ['says so in words', () => ({})],
    ['says so in words, and leads on', () => leadsTo('/sorry')],
  ])('was refused where every page sets the same cookie, and the answer %s', (_how, answer) => {
    const id = `box=${hex()}`;
    const sets = { sends: { cookie: id }, gets: { 'set-cookie': `${id}; Path=/; HttpOnly` } };
    const page = (path: string) => at(path, { ...sets, responseBody: html('<h1>A shop</h1>') });
    const fillsAgain = () =>
      post({
        url: `${SITE}/login`,
        ...sets,
        ...answer(),
        responseBody: html('<h1>Once more, please</h1>'),
      });
    const visit = [page('/'), fillsAgain(), page('/sorry'), fillsAgain(), page('/home')];
    expect(momentsTold(visit)).toEqual(['login /login']);
  });
});
