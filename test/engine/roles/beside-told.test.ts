import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { FORM, hex, HIDDEN, MONTH, SITE } from '../../support/given-at-login.js';
import { jwtOf } from '../../support/jose.js';

const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const TOLD = hex();
const jar = { cookie: `JSESSIONID_APP=${hex()}` };

const login = (more: Partial<ExchangeSpec>): ExchangeSpec => ({
  url: `${SITE}/login`,
  method: 'POST',
  type: 'fetch',
  requestBody: readBody(FORM, 'user=ada&password=pencil-and-7'),
  responseBody: json({ ok: true }),
  ...more,
});
const list = (path: string, sends: ExchangeSpec['sends'], more: Partial<ExchangeSpec> = {}) => ({
  url: SITE + path,
  type: 'fetch' as const,
  ...(sends ? { sends } : {}),
  responseBody: json({ rows: [1] }),
  ...more,
});

function rolesAfter(...all: ExchangeSpec[]): Record<string, string> {
  const exchanges = all.map((one, at): Exchange => exchange({ at: START + at * 20_000, ...one }));
  const found = [false, true].map((isStopped) => {
    let analysis = new Analysis();
    for (const one of exchanges) {
      analysis.addExchange(one);
      if (isStopped) analysis = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    }
    return Object.fromEntries(analysis.credentials().map(({ name, role }) => [name, role]));
  });
  expect(found[1]).toEqual(found[0]);
  return found[0]!;
}

describe('a cookie that is called a session, went with the login and goes on', () => {
  const first: ExchangeSpec = {
    url: `${SITE}/`,
    gets: { 'set-cookie': `${jar.cookie}${HIDDEN}` },
  };
  const told = login({ sends: jar, responseBody: json({ user: { OTHER_JSESSIONID: TOLD } }) });

  it('is the session beside what the login told and nothing brings back', () => {
    const roles = rolesAfter(first, told, list('/a', jar), list('/b', jar));
    expect(roles['JSESSIONID_APP']).toBe('session');
  });

  it('is none beside what is sent then, in a header', () => {
    const sends = { ...jar, authorization: `Bearer ${TOLD}` };
    const roles = rolesAfter(first, told, list('/a', jar), list('/b', sends), list('/c', sends));
    expect(roles['JSESSIONID_APP']).toBe('other');
    const own = { ...jar, 'x-session-id': TOLD };
    const others = rolesAfter(first, told, list('/a', jar), list('/b', own), list('/c', own));
    expect(others['JSESSIONID_APP']).toBe('other');
  });
});

describe('the only cookie that a login gave, to stay', () => {
  const name = (cookie: string) => cookie.split('=', 1)[0]!;
  const token = () => jwtOf({ app: 7, scopes: 'private', iat: 1_767_225_600, jti: hex() });
  const visit = (cookie: string, given?: string) => {
    const fetched = token();
    const sends = { cookie };
    const authorization = `Bearer ${given ?? fetched}`;
    return rolesAfter(
      { url: `${SITE}/login` },
      login({
        gets: { 'set-cookie': `${cookie}${HIDDEN}${MONTH}` },
        ...(given === undefined ? {} : { responseBody: json({ access_token: given }) }),
      }),
      list('/token', sends, { responseBody: json({ jwt: fetched }) }),
      list('/a', { ...sends, authorization }),
      list('/b', { ...sends, authorization }),
    )[name(cookie)];
  };

  it('is the session where tokens are fetched with it', () => {
    expect(visit(`desk=${hex()}`)).toBe('session');
  });

  it('spares the next login where the login gave a token as well', () => {
    expect(visit(`desk=${hex()}`, token())).toBe('remember-me');
  });

  it('spares it where it is called so', () => {
    expect(visit(`remember_me=${hex()}`)).toBe('remember-me');
  });
});
