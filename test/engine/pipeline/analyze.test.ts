import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import type { Report } from '../../../src/engine/report/report.js';
import { jwtOf } from '../../support/jose.js';
import { expectNoSecret } from '../../support/no-secret.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';

const random = new Seeded('analyze');
const randomHex = (length: number) => random.bytes(length / 2).toString('hex');

function reportOn(exchanges: Exchange[], more?: (analysis: Analysis) => void): Report {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  more?.(analysis);
  const options = { source: { kind: 'tab', url: SHOP, dropped: 0 }, version: '0.0.0' } as const;
  const report = analysis.report(options);
  expectNoSecret(
    report,
    analysis.credentials().flatMap(({ value, pastValues }) => [value, ...pastValues]),
  );
  return report;
}

const moments = (report: Report) =>
  report.events.filter((e) => ['login', 'logout', 'session-lost'].includes(e.type));
const credential = (report: Report, name: string) =>
  report.credentials.find((c) => c.name === name);

const login = (sid: string, extra: Partial<Parameters<typeof exchange>[0]> = {}) =>
  exchange({
    url: `${SHOP}/login`,
    method: 'POST',
    status: 303,
    redirectUrl: `${SHOP}/account`,
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=secret'),
    gets: { 'set-cookie': `id=${sid}; Path=/; HttpOnly; Secure; SameSite=Lax` },
    ...extra,
  });

describe('Analysis', () => {
  it('knows a session cookie by the login that set it, whatever its name', () => {
    const sid = randomHex(32);
    const report = reportOn([
      exchange({ url: SHOP }),
      login(sid),
      exchange({ url: `${SHOP}/account`, sends: { cookie: `id=${sid}` } }),
    ]);
    expect(credential(report, 'id')).toMatchObject({
      role: 'session',
      carrier: 'cookie',
      sightings: 2,
    });
    expect(credential(report, 'id')!.evidence[0]).toBe(
      'set by the response to the login POST /login',
    );
    expect(report.sites[0]).toMatchObject({
      site: SHOP,
      mechanism: 'session-cookie',
      grade: expect.any(String),
    });
    expect(moments(report)).toMatchObject([{ type: 'login', site: SHOP }]);
  });

  it('changes its mind when the login happens', () => {
    const sid = randomHex(32);
    const before = exchange({ url: SHOP, gets: { 'set-cookie': `x1=${sid}; Max-Age=31536000` } });
    const analysis = new Analysis();
    analysis.addExchange(before);
    expect(analysis.credentials()[0]!.role).not.toBe('session');
    analysis.addExchange(login(sid, { gets: { 'set-cookie': `x1=${randomHex(32)}` } }));
    expect(analysis.credentials()[0]!.role).toBe('session');
    expect(analysis.credentials()[0]!.life).toMatchObject([{ type: 'rotated', count: 1 }]);
  });

  it('sees the login when the form is told after its request', () => {
    const sid = randomHex(32);
    const post = login(sid);
    delete post.request.body;
    const report = reportOn([post], (analysis) =>
      analysis.addLoginForm({
        kind: 'login-form',
        at: post.startedAt + 50,
        pageUrl: `${SHOP}/login`,
        actionUrl: `${SHOP}/login`,
        method: 'POST',
        fields: [
          { name: 'user', type: 'text' },
          { name: 'password', type: 'password' },
        ],
      }),
    );
    expect(moments(report)).toMatchObject([{ type: 'login' }]);
  });

  it('does not take a refused login for one', () => {
    const report = reportOn([login(randomHex(32), { status: 401 })]);
    expect(moments(report)).toEqual([]);
  });

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

  it('keeps a secure cookie that plain http tries to overwrite, and says so', () => {
    const [real, forged] = [randomHex(32), randomHex(32)];
    const analysis = new Analysis();
    analysis.addExchange(
      exchange({
        url: 'https://bank.test/',
        gets: { 'set-cookie': `sid=${real}; Secure; HttpOnly; Path=/` },
      }),
    );
    analysis.addExchange(
      exchange({ url: 'http://bank.test/', gets: { 'set-cookie': `sid=${forged}; Path=/` } }),
    );
    const [cookie, ...more] = analysis.credentials();
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({
      value: real,
      attributes: { secure: true, httpOnly: true },
      life: [{ type: 'rejected', reason: 'overwrite-secure' }],
    });
  });

  it('knows that a cross-site answer cannot set a Lax cookie, and that its own page’s can', () => {
    const set = { 'set-cookie': `sid=${randomHex(32)}; Secure; SameSite=Lax` };
    const own = reportOn([
      exchange({ url: `${SHOP}/api`, type: 'fetch', topUrl: SHOP, gets: set }),
    ]);
    expect(own.events.map(({ type }) => type)).toEqual(['issued']);
    const cross = reportOn([
      exchange({ url: `${SHOP}/api`, type: 'fetch', topUrl: 'https://other.test/', gets: set }),
    ]);
    expect(cross.events.map(({ type }) => type)).toEqual(['rejected']);
  });

  it('tells a deletion from a cookie that was dead on arrival', () => {
    const dead = 'Expires=Thu, 01 Jan 1970 00:20:00 GMT';
    const report = reportOn([
      exchange({
        url: SHOP,
        gets: { 'set-cookie': [`gone=; ${dead}`, `oops=keep-me-please; ${dead}`] },
      }),
    ]);
    expect(report.credentials.map((c) => c.name)).toEqual(['oops']);
    expect(report.findings.map((f) => f.ruleId)).toContain('cookie-expired-on-arrival');
  });

  it('does the same after it was saved and restored at any point', () => {
    const sid = randomHex(32);
    const token = jwtOf({ scope: 'x', exp: START / 1000 + 60 });
    const all = [
      exchange({ url: SHOP, gets: { 'set-cookie': 'theme=dark' } }),
      login(sid),
      exchange({ url: `${SHOP}/account`, sends: { cookie: `id=${sid}; theme=dark` } }),
      exchange({ url: `${SHOP}/api`, sends: { authorization: `Bearer ${token}` }, type: 'fetch' }),
      exchange({
        url: `${SHOP}/logout`,
        method: 'POST',
        sends: { cookie: `id=${sid}` },
        gets: { 'set-cookie': 'id=; Max-Age=0; Path=/' },
      }),
    ];
    const straight = reportOn(all);
    for (let cut = 0; cut <= all.length; cut++) {
      let analysis = new Analysis();
      for (const one of all.slice(0, cut)) analysis.addExchange(one);
      analysis = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
      for (const one of all.slice(cut)) analysis.addExchange(one);
      expect(
        analysis.report({ source: { kind: 'tab', url: SHOP, dropped: 0 }, version: '0.0.0' }),
      ).toEqual(straight);
    }
    expect(moments(straight).map((e) => e.type)).toEqual(['login', 'logout']);
  });

  it('puts no raw secret into a report unless asked to', () => {
    const sid = randomHex(32);
    const token = jwtOf({ scope: 'x' });
    const analysis = new Analysis();
    analysis.addExchange(
      exchange({
        url: `${SHOP}/x;jsessionid=${sid}?access_token=${token}`,
        sends: { cookie: `id=${sid}`, authorization: `Bearer ${token}` },
      }),
    );
    const options = {
      source: { kind: 'tab', url: `${SHOP}/?t=${token}`, dropped: 0 },
      version: '0',
    } as const;
    const masked = JSON.stringify(analysis.report(options));
    for (const secret of [sid, token]) expect(masked).not.toContain(secret);
    expect(JSON.stringify(analysis.report({ ...options, reveal: true }))).toContain(sid);
  });

  it('takes hostile names as data', () => {
    const report = reportOn([
      exchange({
        url: SHOP,
        gets: {
          'set-cookie': ['__proto__=1', 'constructor=2', '<img src=x>=3', '=', ';;;', 'a\u0000b=1'],
        },
        sends: { cookie: '__proto__=1; =; ;;' },
      }),
    ]);
    expect(report.credentials.map((c) => c.name)).toContain('__proto__');
    expect(report.ruleFailures).toEqual([]);
  });
});
