import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';
import { options } from '../../../support/told-analysis.js';

const random = new Seeded('guest grant');
const SITE = 'https://shop.test';
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/**
 * Logins where a page asks for a token, gets one and sends it; `late`: the bodies are told
 * afterwards.
 */
function loginsOf(path: string, type: string, body: string, late = false): number {
  const token = random.base62(40);
  const [requestBody, responseBody] = [
    readBody(type, body),
    readBody(JSON_TYPE, JSON.stringify({ access_token: token, expires_in: 7200 })),
  ];
  const bodies = late ? {} : { requestBody, responseBody };
  const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const asked = exchange({ url: SITE + path, method: 'POST', ...fetched, ...bodies });
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: `${SITE}/` }));
  analysis.addExchange(asked);
  if (late)
    analysis.addBodies({
      kind: 'bodies',
      exchangeId: asked.id,
      at: asked.startedAt + 1,
      request: requestBody,
      response: responseBody,
    });
  const sends = { authorization: `Bearer ${token}` };
  analysis.addExchange(exchange({ url: `${SITE}/api/prices`, ...fetched, sends }));
  return analysis.report(options).events.filter((one) => one.type === 'login').length;
}

describe('what a page sends after a token was asked for, without a body to be seen,', () => {
  const loginsBy = (header: string) => {
    const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
    const sends = { [header]: random.base62(40) };
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${SITE}/` }));
    analysis.addExchange(exchange({ url: `${SITE}/customer/token`, method: 'POST', ...fetched }));
    analysis.addExchange(exchange({ url: `${SITE}/votes`, method: 'POST', ...fetched, sends }));
    return analysis.report(options).events.filter((one) => one.type === 'login').length;
  };

  it.each(['x-csrf-token', 'x-xsrf-token', 'requestverificationtoken', 'x-wp-nonce'])(
    'is no token of a login in %s',
    (header) => {
      expect(loginsBy(header)).toBe(0);
    },
  );

  it.each(['authorization', 'x-auth-token', 'x-access-token'])('is one in %s', (header) => {
    expect(loginsBy(header)).toBe(1);
  });
});

describe('a token that anybody gets', () => {
  it.each<[string, string, string]>([
    ['/oauth/token', FORM, 'grant_type=client_credentials&anonymous_id=1'],
    ['/oauth/token', FORM, 'grant_type=anonymous'],
    ['/oauth/token', FORM, 'grant_type=urn%3Ashop%3Aguest&scope=cart'],
    [
      '/oauth/token',
      FORM,
      'grant_type=https%3A%2F%2Foauth.reddit.com%2Fgrants%2Finstalled_client&device_id=1',
    ],
    ['/customer/token', JSON_TYPE, '{"grant_type":"cookie","license_id":1}'],
    ['/oauth/shop/anonymous/token', JSON_TYPE, '{}'],
    ['/auth/guest', JSON_TYPE, '{}'],
    ['/auth/login/guest', JSON_TYPE, '{"lang":"en"}'],
    ['/auth/guest-session', JSON_TYPE, '{}'],
    ['/auth/loginAsGuest', JSON_TYPE, '{}'],
    ['/auth/anonymous_login', JSON_TYPE, '{}'],
  ])('by %s (%s: %s) is no login', (path, type, body) => {
    expect(loginsOf(path, type, body)).toBe(0);
  });

  it('is none where its grant is told late', () => {
    expect(loginsOf('/oauth/token', FORM, 'grant_type=client_credentials', true)).toBe(0);
  });

  it.each<[string, string, string]>([
    ['/oauth/token', FORM, 'grant_type=authorization_code&code=1'],
    ['/oauth/token', FORM, 'grant_type=password&username=ada&password=x'],
    ['/oauth/token', FORM, 'grant_type=magic_link&key=1'],
    ['/guest/login', JSON_TYPE, '{"room":"12","password":"x"}'],
    ['/auth/login', JSON_TYPE, '{"guestbook":"1"}'],
  ])('is told from one that %s (%s: %s) gives to somebody', (path, type, body) => {
    expect(loginsOf(path, type, body)).toBe(1);
  });
});

describe('a token that a code was exchanged for', () => {
  const loginsWith = (claims: object) => {
    const token = jwtOf({ iss: 'shop', exp: 4_000_000_000, ...claims });
    const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${SITE}/` }));
    analysis.addExchange(
      exchange({
        url: `${SITE}/oauth2/token`,
        method: 'POST',
        ...fetched,
        requestBody: readBody(FORM, 'grant_type=authorization_code&code=abc&code_verifier=xyz'),
        responseBody: readBody(JSON_TYPE, JSON.stringify({ access_token: token })),
      }),
    );
    const sends = { authorization: `Bearer ${token}` };
    analysis.addExchange(exchange({ url: `${SITE}/api/prices`, ...fetched, sends }));
    return analysis.report(options).events.filter((one) => one.type === 'login').length;
  };

  it('logs nobody in where the answer was not seen either', () => {
    const token = jwtOf({ is_anonymous: true, exp: 4_000_000_000 });
    const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
    const sends = { authorization: `Bearer ${token}` };
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${SITE}/` }));
    analysis.addExchange(exchange({ url: `${SITE}/oauth2/token`, method: 'POST', ...fetched }));
    analysis.addExchange(exchange({ url: `${SITE}/api/prices`, ...fetched, sends }));
    expect(analysis.report(options).events.filter(({ type }) => type === 'login')).toEqual([]);
  });

  it.each([
    { is_anonymous: true },
    { isGuest: 'true' },
    { provider_id: 'anonymous' },
    { firebase: { sign_in_provider: 'anonymous', identities: {} } },
    { amr: ['anonymous'] },
    { customer_type: 'guest' },
    { userRole: 'Visitor' },
    { sub: 'guest-user' },
    { isb: 'uido:slas::upn:Guest::uidn:Guest User::gcid:abc' },
  ])('logs nobody in where it says %j', (claims) => {
    expect(loginsWith(claims)).toBe(0);
  });

  it.each([
    {},
    { is_anonymous: false },
    { firebase: { sign_in_provider: 'password' } },
    { roles: ['guest', 'editor'] },
    { sub: '42', name: 'Guest House' },
    { isb: 'uido:ecom::upn:ada@shop.test::uidn:Ada' },
  ])('logs somebody in where it says %j', (claims) => {
    expect(loginsWith(claims)).toBe(1);
  });
});

describe('a key that a server is sent after it refused', () => {
  const loginsBy = (grant: string) => {
    const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${SITE}/api/users`, ...fetched, status: 401 }));
    analysis.addExchange(
      exchange({
        ...fetched,
        url: `${SITE}/auth/oauth2/v2/token`,
        method: 'POST',
        sends: { authorization: `Basic ${random.base62(40)}` },
        requestBody: readBody(FORM, `grant_type=${grant}`),
        responseBody: readBody(JSON_TYPE, JSON.stringify({ access_token: random.base62(40) })),
      }),
    );
    return analysis.report(options).events.filter((one) => one.type === 'login').length;
  };

  it('is no login where an application gets a token of its own by it', () => {
    expect(loginsBy('client_credentials')).toBe(0);
  });

  it('is one where somebody takes part', () => {
    expect(loginsBy('password&username=ada&password=x')).toBe(1);
  });
});
