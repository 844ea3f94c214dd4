import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('posted-token');
const FORM = 'application/x-www-form-urlencoded';
const told = (...exchanges: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().map(({ name, role, valueCount }) => [name, role, valueCount]);
};
const post = (n: number, path: string, text: string): Exchange => {
  const one = exchange({ url: `https://a.test${path}`, method: 'POST', at: START + n * 1_000 });
  return { ...one, request: { ...one.request, body: readBody(FORM, text) } };
};

describe('a form field called token', () => {
  it('stands against forgery, and a new value is no refresh', () => {
    const [a, b] = [random.bytes(16).toString('hex'), random.bytes(16).toString('hex')];
    expect(told(post(1, '/create', `name=x&token=${a}`), post(2, '/edit', `token=${b}`))).toEqual([
      ['token', 'csrf', 2],
    ]);
  });

  it('is what was known before where a client gives it back (RFC 7009)', () => {
    const token = random.base62(40);
    const use = exchange({
      url: 'https://a.test/api',
      at: START,
      sends: { authorization: `Bearer ${token}` },
    });
    expect(told(use, post(1, '/revoke', `token=${token}`))).toEqual([
      ['authorization', 'access-token', 1],
    ]);
  });
});

describe('an entry of a store whose key says what it holds', () => {
  const stored = (key: string, value: object) => {
    const analysis = new Analysis();
    const text = JSON.stringify(value);
    analysis.addSnapshot({
      kind: 'storage',
      at: START,
      origin: 'https://a.test',
      area: 'localStorage',
      items: [{ key, value: text, length: text.length }],
      dropped: 0,
    });
    return analysis.credentials().map(({ role }) => role);
  };

  it.each([
    ['u-login.test-refreshtoken-c1----', 'refresh-token'],
    ['u-login.test-accesstoken-c1-common-read--', 'access-token'],
  ])('%s: %s', (key, role) => {
    expect(stored(key, { credentialType: 'x', secret: random.base62(200) })).toEqual([role]);
  });

  it('says nothing of what is sealed in it', () => {
    const sealed = { id: 'x', nonce: 'y', data: random.base62(400) };
    expect(stored('msal.2-accesstoken-c1', sealed)).toEqual(['other']);
  });
});

describe('what an answer calls a token, and a request sends back', () => {
  const asked = (token: string, url = 'https://a.test/command/get-token') => {
    const one = exchange({ url, type: 'fetch', at: START });
    const body = readBody('application/json', JSON.stringify({ token }));
    return { ...one, response: { ...one.response!, body } };
  };
  const roleOf = (...exchanges: Exchange[]) => told(...exchanges)[0]?.[1];

  it.each([
    (token: string) => post(1, '/set', `name=x&csrf_token=${token}`),
    (token: string) => post(1, '/set', `xsrf=${token}`),
    (token: string) => post(1, `/set?csrf_token=${token}`, 'name=x'),
    (token: string) => ({
      ...post(1, '/set', ''),
      request: { headers: [], body: readBody('application/json', `{"csrfToken":"${token}"}`) },
    }),
  ])('is against forgery where it is sent so: %#', (sends) => {
    const token = random.base62(32);
    expect(roleOf(asked(token), sends(token))).toBe('csrf');
  });

  it('says who asks where it is sent so, whatever else it is called', () => {
    const token = random.base62(32);
    const sends = { authorization: `Bearer ${token}` };
    const use = exchange({ url: 'https://a.test/api', type: 'fetch', at: START + 1_000, sends });
    expect(roleOf(asked(token), use)).toBe('access-token');
  });
});
