import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { credential, randomHex, reportOn, SHOP } from '../../support/shop-report.js';

describe('Analysis', () => {
  it('makes one credential of a token in body, storage and header', () => {
    const token = jwtOf({ scope: 'read', exp: START / 1000 + 600, iat: START / 1000 });
    const report = reportOn(
      [
        exchange({
          url: `${SHOP}/api/token`,
          method: 'POST',
          type: 'fetch',
          responseBody: readBody(
            'application/json',
            JSON.stringify({ access_token: token, token_type: 'Bearer' }),
          ),
        }),
        exchange({
          url: `${SHOP}/api/me`,
          type: 'fetch',
          sends: { authorization: `Bearer ${token}` },
        }),
      ],
      (analysis) =>
        analysis.addSnapshot({
          kind: 'storage',
          at: START + 9_000,
          origin: SHOP,
          area: 'localStorage',
          dropped: 0,
          items: [{ key: 'auth', value: JSON.stringify({ state: { token } }), length: 300 }],
        }),
    );
    expect(report.credentials).toHaveLength(1);
    expect(report.credentials[0]).toMatchObject({
      role: 'access-token',
      format: 'jwt',
      carrier: 'localStorage',
      name: 'auth/state/token',
      carriers: ['localStorage', 'header', 'body'],
      lifetimeSeconds: 600,
    });
    expect(report.sites[0]!.mechanism).toBe('bearer-token');
  });

  it('makes one credential of a cookie whose value was first seen as a token', () => {
    const token = jwtOf({ sub: 'ada' });
    const report = reportOn([
      exchange({ url: `${SHOP}/api`, type: 'fetch', sends: { authorization: `Bearer ${token}` } }),
      exchange({ url: SHOP, gets: { 'set-cookie': `auth=${token}; HttpOnly; Secure` } }),
    ]);
    expect(report.credentials).toHaveLength(1);
    expect(report.credentials[0]).toMatchObject({
      carrier: 'cookie',
      name: 'auth',
      carriers: ['cookie', 'header'],
    });
  });

  it('joins a cookie first seen being sent with the line that sets it and with the jar', () => {
    const [first, second] = [randomHex(32), randomHex(32)];
    const report = reportOn(
      [
        exchange({
          url: `${SHOP}/a`,
          sends: { cookie: `sid=${first}; theme=dark` },
          gets: { 'set-cookie': `sid=${second}; HttpOnly; Path=/` },
        }),
        exchange({ url: `${SHOP}/b`, sends: { cookie: `sid=${second}; theme=dark` } }),
      ],
      (analysis) =>
        analysis.addSnapshot({
          kind: 'jar',
          at: START + 99_000,
          site: SHOP,
          cookies: [
            {
              name: 'sid',
              value: second,
              domain: 'shop.test',
              path: '/',
              hostOnly: true,
              secure: false,
              httpOnly: true,
              sameSite: 'unset',
              partitioned: false,
              persistent: false,
            },
            {
              name: 'theme',
              value: 'dark',
              domain: 'shop.test',
              path: '/',
              hostOnly: true,
              secure: false,
              httpOnly: false,
              sameSite: 'lax',
              partitioned: false,
              persistent: false,
            },
          ],
        }),
    );
    expect(report.credentials.map((c) => [c.name, c.role])).toEqual([
      ['sid', 'session'],
      ['theme', 'preference'],
    ]);
    expect(credential(report, 'theme')!.attributes).toMatchObject({
      sameSite: 'lax',
      hostOnly: true,
    });
  });

  it('gives a cookie that the jar showed first the site of the request that carries it', () => {
    const sid = randomHex(32);
    const analysis = new Analysis();
    const cookie = {
      name: 'sid',
      value: sid,
      domain: 'plain.test',
      path: '/',
      hostOnly: true,
      secure: false,
      httpOnly: true,
      sameSite: 'lax',
      partitioned: false,
      persistent: false,
    } as const;
    analysis.addSnapshot({ kind: 'jar', at: START, site: 'about:blank', cookies: [cookie] });
    analysis.addExchange(exchange({ url: 'http://plain.test/', sends: { cookie: `sid=${sid}` } }));
    expect(analysis.credentials().map(({ site }) => site)).toEqual(['http://plain.test']);
  });
});
