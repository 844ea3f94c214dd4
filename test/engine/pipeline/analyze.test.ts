import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import {
  credential,
  login,
  moments,
  randomHex,
  reportOn,
  SHOP,
} from '../../support/shop-report.js';

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
