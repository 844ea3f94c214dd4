import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { readBody } from '../../../src/engine/normalize/body.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/tokens.js';

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
