import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('given-by');
const id = () => random.bytes(16).toString('hex');
const form = readBody('application/x-www-form-urlencoded', 'user=ada&password=correct+horse');
const sets = (value: string) => ({ 'set-cookie': `sid=${value}; Path=/; Secure; HttpOnly` });

/** Reports the site of a visit. */
function siteOf(...exchanges: ReturnType<typeof exchange>[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  const source = { kind: 'har', url: SHOP, dropped: 0 } as const;
  const [site] = analysis.report({ source, version: '0' }).sites;
  return {
    setBy: site?.comparison.find(({ aspect }) => aspect === 'setBy'),
    login: site?.answers.find(({ question }) => question === 'login')?.text,
    evidence: site?.evidence,
  };
}

const login = (gets = {}) =>
  exchange({
    url: `${SHOP}/login`,
    method: 'POST',
    status: 303,
    redirectUrl: `${SHOP}/enter`,
    requestBody: form,
    gets,
  });
const enter = (value: string, sends = {}) =>
  exchange({ url: `${SHOP}/enter`, status: 303, redirectUrl: SHOP, gets: sets(value), sends });
const page = (value: string, gets = {}) =>
  exchange({ url: `${SHOP}/`, sends: { cookie: `sid=${value}` }, gets });

describe('the answer that gave a session', () => {
  it('is that of the login where that set it, whatever wrote it anew since', () => {
    const [first, second] = [id(), id()];
    const told = siteOf(login(sets(first)), page(first, sets(second)), page(second));
    expect(told.setBy?.session).toBe('Set-Cookie in the response to POST /login.');
    expect(told.login).toContain('the login POST /login gave sid');
    expect(told.evidence?.[0]).toBe('set by the response to the login POST /login');
  });

  it('is that to which the login led, where that set it', () => {
    const value = id();
    const told = siteOf(login(), enter(value), page(value));
    expect(told.setBy?.session).toBe('Set-Cookie in the response to GET /enter.');
    expect(told.login).toBe('Yes: sid came after the login POST /login, new to this browser.');
    expect(told.evidence?.[0]).toBe('came with the login POST /login');
  });

  it('is seen at the second login as at the first', () => {
    const [first, second] = [id(), id()];
    const logout = () =>
      exchange({
        url: `${SHOP}/logout`,
        sends: { cookie: `sid=${first}` },
        gets: { 'set-cookie': 'sid=; Path=/; Max-Age=0' },
      });
    const before = [login(), enter(first), page(first), logout()];
    const told = siteOf(...before, login(), enter(second), page(second));
    expect(told.login).toBe('Yes: sid got a new value at the login POST /login.');
  });
});
