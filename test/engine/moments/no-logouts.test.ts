import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// What only looks like a logout: nobody had logged in, or somebody is taken off a list.

const SITE = 'https://box.test';
const random = new Seeded('no logouts');
const hex = () => random.bytes(16).toString('hex');
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const held = hex();
const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
const clears = { 'set-cookie': 'box=; Path=/; Max-Age=0' };
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, sends: { cookie: `box=${held}` }, ...more });
const post = (path: string, fields: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { method: 'POST', requestBody: form(fields), ...leadsTo('/next'), ...more });
const gets = () => ({ sends: {}, gets: { 'set-cookie': `box=${held}; Path=/; HttpOnly` } });
const login = () => post('/rein', 'user=a&password=x', { ...gets(), ...leadsTo('/start') });

describe('a cookie that is taken away', () => {
  it('was nobody’s at the end of a survey', () => {
    const visit = [
      at('/u/4821', gets()),
      post('/u/4821/1', 'f1=3&schritt=1'),
      at('/u/danke', { gets: clears }),
    ];
    expect(momentsTold(visit)).toEqual([]);
  });

  it('was nobody’s when an order was finished', () => {
    const visit = [
      at('/', { sends: {} }),
      post('/korb', 'art=rose', gets()),
      post('/zahlung', 'art=bar', { ...leadsTo('/fertig'), gets: clears }),
    ];
    expect(momentsTold(visit)).toEqual([]);
  });

  it.each(['/ende', '/raus'])('may have been somebody’s where that is left: %s', (path) => {
    const visit = [at('/', gets()), post('/a', 'b=1'), at(path, { ...leadsTo('/'), gets: clears })];
    expect(momentsTold(visit)).toEqual([`logout ${path}`]);
  });
});

describe('a word that means to be off a list as well', () => {
  it.each([
    '/rundbrief/abmelden?k=902fa14c3ff152d9c848c8428a01b6d9',
    '/seminar/4/abmelden',
    '/kurse/4/abmeldung',
    '/dispatch/signoff?k=1',
    '/cursus/afmelden',
    '/seminar/odjava',
  ])('logs nobody out below it: %s', (path) => {
    expect(momentsTold([at('/', gets()), at(path)])).toEqual([]);
    expect(momentsTold([login(), at('/start'), at(path), at('/start')])).toEqual(['login /rein']);
  });

  it.each([
    ['/abmelden', {}],
    ['/konto/abmelden', {}],
    ['/api/user/signoff', {}],
    ['/etwas/abmelden', { gets: clears }],
  ])('does for users, or where their cookie goes: %s', (path, more) =>
    expect(momentsTold([login(), at('/start'), at(path, { ...leadsTo('/'), ...more })])).toEqual([
      'login /rein',
      `logout ${path}`,
    ]),
  );
});

describe('a token that the page lets go of', () => {
  const bearer = { sends: { authorization: `Bearer ${hex()}${hex()}` }, type: 'fetch' } as const;
  const visit = (...last: Partial<ExchangeSpec>[]) => [
    at('/v1/eintritt', {
      method: 'POST',
      type: 'fetch',
      sends: {},
      requestBody: json({ email: 'a', passwort: 'x' }),
      responseBody: json({ zugang: bearer.sends.authorization.slice(7) }),
    }),
    at('/v1/ich', bearer),
    ...last.map((one) => at('/v1/austritt', { ...bearer, method: 'POST', ...one })),
    at('/v1/ich', { type: 'fetch', sends: {}, status: 401 }),
  ];

  it('was given back by the request before it, which had nothing else to say', () =>
    expect(momentsTold(visit({ requestBody: json({}) }))).toEqual([
      'login /v1/eintritt',
      'logout /v1/austritt',
    ]));

  it('was not by one that wrote something', () =>
    expect(momentsTold(visit({ requestBody: json({ km: 5 }) }))).toEqual([
      'login /v1/eintritt',
      'logout /v1/ich',
    ]));
});
