import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Exchange } from '../../../src/engine/model.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('absorbed-tokens');
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const [J0, J1, J2] = [0, 1, 2].map((jti) => jwtOf({ sub: 'a', jti, exp: 1_767_226_200 }));

function credentialsOf(exchanges: Exchange[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.report({ source: { kind: 'har', url: SHOP, dropped: 0 }, version: '0' });
}

const at = (path: string, spec: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SHOP + path, type: 'fetch', topUrl: `${SHOP}/`, ...spec });
const with_ = (cookie: string | undefined, bearer: string | undefined) => ({
  sends: {
    ...(cookie ? { cookie: `token=${cookie}` } : {}),
    ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
  },
});

describe('a token that a script keeps in a cookie', () => {
  it('and sends as a header, renewed by the server, is one credential', () => {
    const { credentials, events } = credentialsOf([
      at('/api/config', { responseBody: json({ token: J0 }) }),
      at('/api/a', with_(J1, J1)),
      at('/api/b', with_(J1, J2)),
      at('/api/c', with_(J2, J2)),
      at('/api/token', { ...with_(J2, undefined), responseBody: json({ token: J2 }) }),
    ]);
    const inCookie = credentials.filter(({ carrier }) => carrier === 'cookie');
    expect(inCookie).toHaveLength(1);
    expect(inCookie[0]!.carriers).toEqual(['cookie', 'header', 'body']);
    const ids = new Set(credentials.map(({ id }) => id));
    for (const { credentialId, detail } of events) {
      expect(credentialId === null || ids.has(credentialId)).toBe(true);
      expect(detail.replacedBy === undefined || ids.has(String(detail.replacedBy))).toBe(true);
    }
  });

  it('has the role that its login gave it, whoever put it there', () => {
    const value = random.base62(40);
    const visit = (gets: Record<string, string>) => [
      at('/', { type: 'document' }),
      at('/api/login', {
        method: 'POST',
        requestBody: json({ user: 'a', password: 'b' }),
        responseBody: json({ token: value }),
        gets,
      }),
      at('/account', { type: 'document', sends: { cookie: `k=${value}` } }),
    ];
    const answers: Record<string, string>[] = [{}, { 'set-cookie': `k=${value}; Path=/` }];
    const roles = answers.map((gets) => {
      const { credentials, sites } = credentialsOf(visit(gets));
      return [credentials.map(({ name, role }) => [name, role]), sites[0]!.mechanism];
    });
    expect(roles[0]).toEqual([[['k', 'session']], 'session-cookie']);
    expect(roles[1]).toEqual(roles[0]);
  });
});

describe('a value that several credentials have had', () => {
  const [shared, other] = [random.base62(32), random.base62(32)];
  const sets = (n: number, ...lines: string[]) =>
    exchange({ url: `${SHOP}/${n}`, at: START + n * 1_000, gets: { 'set-cookie': lines } });
  const idle = (n: number) => exchange({ url: `${SHOP}/f`, at: START + n * 1_000 });

  it.each<[string, Exchange[], string]>([
    [
      'is still that of the one which has it',
      [
        sets(1, `a1=${shared}; Path=/`, `a2=${shared}; Path=/`),
        ...Array.from({ length: 10 }, (_, n) => sets(2 + n, `a1=${random.base62(32)}; Path=/`)),
      ],
      shared,
    ],
    [
      'is still known where it came and went',
      Array.from({ length: 12 }, (_, n) => sets(1 + n, `a1=${n % 2 ? other : shared}; Path=/`)),
      other,
    ],
  ])('%s, after a stop as well', (_name, begin, sent) => {
    const rest = [
      ...Array.from({ length: 200 }, (_, n) => idle(100 + n)),
      exchange({ url: `${SHOP}/api`, at: START + 400_000, sends: { 'x-auth-token': sent } }),
      ...Array.from({ length: 200 }, (_, n) => idle(500 + n)),
    ];
    const told = (analysis: Analysis) => {
      for (const one of rest) analysis.addExchange(one);
      return analysis.credentials().map(({ name, sightings }) => [name, sightings.length]);
    };
    const before = new Analysis();
    for (const one of [...begin, ...Array.from({ length: 200 }, (_, n) => idle(20 + n / 4))])
      before.addExchange(one);
    const saved = JSON.parse(JSON.stringify(before.save()));
    expect(told(Analysis.restore(saved))).toEqual(told(before));
    expect(before.credentials().every(({ kind }) => kind === 'cookie')).toBe(true);
  });
});
