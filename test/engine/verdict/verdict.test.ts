import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('verdict');

describe('a verdict', () => {
  const analysis = new Analysis();
  const sid = random.bytes(16).toString('hex');
  const login = exchange({
    url: `${SHOP}/login`,
    method: 'POST',
    status: 303,
    redirectUrl: `${SHOP}/account`,
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=correct+horse'),
    gets: { 'set-cookie': `sid=${sid}; Path=/; Secure; HttpOnly` },
  });
  const account = exchange({ url: `${SHOP}/account`, sends: { cookie: `sid=${sid}` } });
  for (const one of [login, account]) analysis.addExchange(one);
  const [verdict] = analysis.report({
    source: { kind: 'har', url: SHOP, dropped: 0 },
    version: '0',
  }).sites;

  it('says what it was told by', () => {
    expect(verdict!.evidence[0]).toBe('set by the response to the login POST /login');
  });

  it('leads from each cell to what it was read from', () => {
    const row = (aspect: string) =>
      verdict!.comparison.find((one) => one.aspect === aspect)!.evidence;
    expect(row('setBy').session).toMatchObject({ credentialId: 'c1', exchange: { id: login.id } });
    expect(row('sentTo').session).toMatchObject({
      credentialId: 'c1',
      exchange: { id: account.id },
    });
    expect(row('storedIn').cookie).toEqual({ credentialId: 'c1', exchange: null });
    expect(verdict!.comparison.map(({ evidence }) => evidence.token)).toEqual(
      verdict!.comparison.map(() => null),
    );
  });
});

describe('a verdict on a visit', () => {
  const sid = random.bytes(16).toString('hex');
  const visit = () => [
    exchange({
      url: 'http://shop.test/login',
      method: 'POST',
      status: 303,
      redirectUrl: 'http://shop.test/account',
      requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=correct+horse'),
      gets: { 'set-cookie': `shop_session=${sid}; Path=/; Max-Age=7776000` },
    }),
    exchange({ url: 'http://shop.test/account', sends: { cookie: `shop_session=${sid}` } }),
  ];
  const logout = () =>
    exchange({
      url: 'http://shop.test/logout',
      sends: { cookie: `shop_session=${sid}` },
      gets: { 'set-cookie': 'shop_session=; Path=/; Max-Age=0' },
    });

  it('is the same before and after its logout', () => {
    const told = (exchanges: ReturnType<typeof visit>) => {
      const analysis = new Analysis();
      for (const one of exchanges) analysis.addExchange(one);
      const report = analysis.report({
        source: { kind: 'har', url: 'http://shop.test', dropped: 0 },
        version: '0',
      });
      const [site] = report.sites;
      return {
        mechanism: site?.mechanism,
        sentence: site?.sentence,
        grade: site?.grade,
        // What is wrong with the logout itself is not seen before it.
        findings: report.findings
          .filter(({ ruleId }) => ruleId !== 'state-changed-by-get')
          .map(({ key, severity }) => `${severity} ${key}`),
        // How often it was sent, and what the logout did, is another matter.
        comparison: site?.comparison
          .filter(({ aspect }) => !['sentTo', 'revocable'].includes(aspect))
          .map(({ aspect, session, token, cookie }) => [aspect, session, token, cookie]),
      };
    };
    const before = told(visit());
    expect(before.findings.length).toBeGreaterThan(2);
    expect(told([...visit(), logout()])).toEqual(before);
  });
});
