import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

// What leads from one step of a login to the next is none of the keys that the login gives.

const SITE = 'https://am.test';
const random = new Seeded('keys of a login');
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const FIRST = random.base62(40);

const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, type: 'fetch', ...more });
const told = (...exchanges: ReturnType<typeof at>[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis;
};
const roleOf = (analysis: Analysis, value: string) =>
  analysis.credentials().find((one) => one.value === value)?.role;

const SESSION = { 'set-cookie': `am=${random.base62(32)}; Path=/; HttpOnly; Secure` };

describe('what an answer gave and the login brought back', () => {
  const login = (name: string, value: string) => [
    at('/api/start', { method: 'POST', responseBody: json({ [name]: value }) }),
    at('/api/login', {
      method: 'POST',
      requestBody: json({ [name]: value, user: 'ada', password: 'x' }),
      gets: SESSION,
    }),
  ];

  it.each([
    ['authenticationToken', FIRST],
    ['session', FIRST],
    ['authId', jwtOf({ otk: random.base62(20), realm: '/' })],
    ['sessionToken', FIRST],
  ])('is of that login alone: %s', (name, value) => {
    const analysis = told(...login(name, value), at('/api/orders'));
    expect(roleOf(analysis, value)).toBe('oauth-state');
  });

  it('stays what it is where it is sent after that', () => {
    const header = { authorization: `Bearer ${FIRST}` };
    const analysis = told(...login('access_token', FIRST), at('/api/orders', { sends: header }));
    expect(roleOf(analysis, FIRST)).toBe('access-token');
  });

  it('stays what it is where it says who somebody is', () => {
    const token = jwtOf({ iss: 'https://id.test', aud: 'am', sub: 'u1', nonce: FIRST });
    expect(roleOf(told(...login('id_token', token), at('/api/orders')), token)).toBe('id-token');
  });

  it('stays what it is in a header: a session of somebody who has not logged in', () => {
    const [given, posted] = [
      at('/api/start', { gets: { 'shop-auth-token': FIRST } }),
      at('/api/login', {
        method: 'POST',
        sends: { 'shop-auth-token': FIRST },
        requestBody: json({ user: 'ada', password: 'x' }),
        gets: { 'shop-auth-token': random.base62(40) },
      }),
    ];
    expect(roleOf(told(given, posted), FIRST)).not.toBe('oauth-state');
  });

  it('stays what it is where no answer gave it: somebody brought a key of his own', () => {
    const [, posted] = login('access_token', FIRST);
    expect(roleOf(told(posted!), FIRST)).toBe('access-token');
  });
});

describe('a ticket', () => {
  const TICKET = random.base62(40);
  const given = at('/api/authn', {
    method: 'POST',
    requestBody: json({ user: 'ada', password: 'x' }),
    responseBody: json({ sessionToken: TICKET }),
  });
  const redeemed = at(`/login/redirect?token=${TICKET}`, {
    type: 'document',
    status: 302,
    redirectUrl: `${SITE}/app`,
    gets: SESSION,
  });

  it('is used up by the address that it was given for, and what that gives is of the login', () => {
    const analysis = told(given, redeemed, at('/app'));
    expect(roleOf(analysis, TICKET)).toBe('oauth-state');
    const cookie = analysis.credentials().find(({ kind }) => kind === 'cookie');
    expect(cookie?.behaviour.issuedAtLogin?.url).toBe(`${SITE}/api/authn`);
  });

  it.each(['code', 'none'])('is used up by a provider that answers a script: %s', (type) => {
    const url = `/oauth2/authorize?client_id=1&response_type=${type}&sessionToken=${TICKET}`;
    const asked = at(url, { type: 'document', gets: SESSION });
    expect(roleOf(told(given, asked, at('/app')), TICKET)).toBe('oauth-state');
  });

  it('is none where it got a page', () => {
    const page = at(`/files?sessionToken=${TICKET}`, { type: 'document' });
    expect(roleOf(told(given, page), TICKET)).not.toBe('oauth-state');
  });

  it('is none where it is sent again', () => {
    const again = at(`/files?token=${TICKET}`, { type: 'document' });
    expect(roleOf(told(given, redeemed, again), TICKET)).not.toBe('oauth-state');
  });

  it('is seen once in the address that it stands in', () => {
    const one = told(given, redeemed)
      .credentials()
      .find(({ value }) => value === TICKET);
    expect(one?.sightings.filter(({ carrier }) => carrier === 'url')).toMatchObject([{ count: 1 }]);
  });
});

describe('the key of a link whose page logs in', () => {
  const key = random.base62(43);
  const page = (name: string) => at(`/authenticate?type=link&${name}=${key}`, { type: 'document' });
  const login = at('/sdk/magic-links/authenticate', {
    method: 'POST',
    requestBody: json({ token: key }),
    responseBody: json({ session_token: random.base62(40) }),
  });

  it.each(['token', 'access', 'sessionToken'])('is a step of that: %s', (name) => {
    expect(roleOf(told(page(name), login, at('/api/me')), key)).toBe('oauth-state');
  });

  it('is none where it is sent to something else as well', () => {
    const sent = { authorization: `Bearer ${key}` };
    const analysis = told(page('token'), login, at('/api/orders', { sends: sent }));
    expect(roleOf(analysis, key)).not.toBe('oauth-state');
  });

  it('is none where nobody logged in by it', () => {
    const other = at('/api/report', { method: 'POST', requestBody: json({ token: key }) });
    expect(roleOf(told(page('token'), other), key)).not.toBe('oauth-state');
  });
});

describe('the key of a link in a letter', () => {
  const form = (key: string) =>
    readBody('application/x-www-form-urlencoded', `token=${key}&password=new&again=new`);

  it.each(['/reset', '/account/confirm', '/verify-email', '/users/activation', '/unsubscribe'])(
    'is good for one act: %s',
    (path) => {
      const key = random.base62(43);
      const link = at(`${path}?token=${key}`, { type: 'document' });
      const posted = at(path, { type: 'document', method: 'POST', requestBody: form(key) });
      expect(roleOf(told(link, posted), key)).toBe('other');
      expect(roleOf(told(link), key)).toBe('other');
    },
  );

  it('is none where it is sent elsewhere as well', () => {
    const key = random.base62(43);
    const sent = { authorization: `Bearer ${key}` };
    const analysis = told(at(`/reset?token=${key}`), at('/api/orders', { sends: sent }));
    expect(roleOf(analysis, key)).not.toBe('other');
  });
});
