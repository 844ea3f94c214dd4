import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { reportText } from '../../../src/engine/report/formats/text.js';
import type { Exchange, StorageSnapshot } from '../../../src/engine/model.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { expectNoSecret } from '../../support/no-secret.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test/';
const options = { source: { kind: 'har', url: SHOP, dropped: 0 }, version: '0' } as const;
const random = new Seeded('report-redaction');
const [P, A, K, T, R] = [48, 32, 40, 40, 48].map((length) => random.base62(length)) as [
  string,
  string,
  string,
  string,
  string,
];
const login: Partial<ExchangeSpec> = {
  method: 'POST',
  status: 303,
  requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
  gets: { location: '/home', 'set-cookie': `sid=${A}; Path=/; HttpOnly` },
  redirectUrl: `${SHOP}home`,
};

function reportOf(exchanges: Exchange[], snapshots: StorageSnapshot[] = []) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  for (const one of snapshots) analysis.addSnapshot(one);
  const report = analysis.report({
    ...options,
    source: { ...options.source, url: exchanges[0]?.url ?? SHOP },
  });
  return { report, all: [report, reportText(report), analysis.save().passwordFields] };
}

describe('a report', () => {
  it.each([
    ['in the path of a login', [{ ...login, url: `${SHOP}login/${P}` }], [P, A]],
    ['in a path parameter of a login', [{ ...login, url: `${SHOP}login;t=${P}` }], [P, A]],
    [
      'in a token in a path',
      [{ ...login, url: `${SHOP}verify/${jwtOf({ sub: 'a', jti: P })}/x` }],
      [P],
    ],
    [
      'in an address',
      [{ url: `${SHOP}cb?access_token=${P.slice(0, 9)}%2f${P.slice(9)}` }],
      [`${P.slice(0, 9)}/${P.slice(9)}`],
    ],
    [
      'in the path of a cookie',
      [{ url: SHOP, gets: { 'set-cookie': `sid=${A}; Path=/${P}` } }],
      [P, A],
    ],
    ['in the name of a cookie', [{ url: SHOP, gets: { 'set-cookie': `sid.${K}=${A}` } }], [K, A]],
    [
      'in claims',
      [
        {
          url: SHOP,
          sends: { authorization: `Bearer ${jwtOf({ sub: 'a', refresh_token: R, sid: T })}` },
        },
      ],
      [R, T],
    ],
    [
      'in the header of a token',
      [
        {
          url: SHOP,
          sends: { authorization: `Bearer ${jwtOf({ sub: 'a' }, { alg: 'HS256', session: R })}` },
        },
      ],
      [R],
    ],
    [
      'in the subject of another token',
      [{ url: SHOP, sends: { cookie: `sid=${A}`, authorization: `Bearer ${jwtOf({ sub: A })}` } }],
      [A],
    ],
    ['in the method of a request', [{ ...login, method: `${P}`, url: `${SHOP}login` }], [P]],
  ] satisfies [string, ExchangeSpec[], string[]][])(
    'keeps a secret %s',
    (_where, specs, secrets) => {
      const home = { url: `${SHOP}home`, sends: { cookie: `sid=${A}` } };
      const { report, all } = reportOf([...specs, home].map(exchange));
      expect(report.credentials.length).toBeGreaterThan(0);
      expectNoSecret(all, secrets);
      for (const secret of secrets) expect(JSON.stringify(all)).not.toContain(secret);
    },
  );

  it('keeps a secret in the key of a storage item, in names, events, table and findings', () => {
    const item = { key: `tokens.${K}`, value: JSON.stringify({ access_token: T }), length: 60 };
    const { report, all } = reportOf(
      [exchange({ url: SHOP })],
      [
        {
          kind: 'storage',
          at: START + 9e6,
          origin: 'https://shop.test',
          area: 'localStorage',
          items: [item],
          dropped: 0,
        },
      ],
    );
    expect(report.credentials[0]!.name).toBe(`tokens.${K.slice(0, 4)}…(40)/access_token`);
    expect(report.findings.length).toBeGreaterThan(0);
    expectNoSecret(all, [K, T]);
  });

  it('of a token that nests without end can be written out and sent', () => {
    const nested = '{"a":'.repeat(2_500) + '1' + '}'.repeat(2_500);
    const b64u = (text: string) => Buffer.from(text).toString('base64url');
    const token = `${b64u('{"alg":"HS256"}')}.${b64u(nested)}.c2ln`;
    const sent = exchange({ url: SHOP, sends: { authorization: `Bearer ${token}` } });
    for (const reveal of [false, true]) {
      const analysis = new Analysis();
      analysis.addExchange(sent);
      const report = structuredClone(analysis.report({ ...options, reveal }));
      expect(JSON.stringify(report.credentials[0]!.jwt)).toContain('…');
    }
  });

  it('shows no random value, wherever it was seen and however it was written', () => {
    const value = fc.nat().map((seed) => new Seeded(`report-redaction ${seed}`).base62(32));
    const write = fc.constantFrom<(v: string) => string>(
      (v) => v,
      (v) => [...v].map((char) => `%${char.charCodeAt(0).toString(16)}`).join(''),
      (v) => encodeURIComponent(`/in?x=${v}`),
      (v) => encodeURIComponent(encodeURIComponent(`app://cb?y=${v}`)),
    );
    const put = fc.constantFrom<(v: string, written: string) => ExchangeSpec>(
      (_, w) => ({ ...login, url: `${SHOP}login/${w}` }),
      (_, w) => ({ ...login, url: `${SHOP}login?next=${w}` }),
      (_, w) => ({ url: `${SHOP}cb#id=${w}` }),
      (v) => ({ url: SHOP, sends: { cookie: `sid=${v}; k.${v}=1` } }),
      (v) => ({ url: SHOP, gets: { 'set-cookie': `sid=${v}; Path=/; Domain=${v}.test` } }),
      (v) => ({
        url: SHOP,
        sends: { authorization: `Bearer ${jwtOf({ sub: 'a', x: { y: [v] } })}` },
      }),
      (v, w) => ({ url: SHOP, sends: { referer: `${SHOP}?t=${w}`, 'x-auth-token': v } }),
      (v) => ({
        ...login,
        url: `${SHOP}token`,
        responseBody: readBody('application/json', JSON.stringify({ access_token: v, [v]: v })),
      }),
    );
    fc.assert(
      fc.property(
        value,
        fc.array(fc.tuple(put, write), { minLength: 1, maxLength: 4 }),
        (secret, places) => {
          const { all } = reportOf(
            places.map(([where, how]) => exchange(where(secret, how(secret)))),
          );
          expectNoSecret(all, [secret]);
          expect(JSON.stringify(all)).not.toContain(secret);
        },
      ),
      { numRuns: 200 },
    );
  });
});
