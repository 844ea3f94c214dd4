import { describe, expect, it } from 'vitest';
import type { Exchange, ExchangeBodies } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('beside');
const SITE = 'https://shop.test';
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, type: 'fetch', topUrl: `${SITE}/`, ...more });
const credentials = { name: 'ada', password: 'x' };
const login = (more: Partial<ExchangeSpec>) =>
  call('/login', { method: 'POST', requestBody: json(credentials), ...more });

/** Role of the credential that has this value. */
function roleOf(value: string, told: readonly (Exchange | ExchangeBodies)[]): string | undefined {
  const analysis = new Analysis();
  for (const one of told)
    if ('exchangeId' in one) analysis.addBodies(one);
    else analysis.addExchange(one);
  return analysis.credentials().find((one) => one.value === value)?.role;
}

describe('a token in a header of its own beside Authorization', () => {
  const visit = (header: string, gave: (own: string) => object, beside: boolean) => {
    const [token, own] = [random.base62(40), random.base62(20)];
    const sends = { ...(beside ? { authorization: `Bearer ${token}` } : {}), [header]: own };
    const given = json({ access_token: token, ...gave(own) });
    const exchanges = [
      login({ responseBody: given }),
      call('/api/orders', { sends }),
      call('/api/users', { sends }),
    ];
    return roleOf(own, exchanges);
  };
  const ofChannel = (token: string) => ({ user: { channels: [{ code: 'default', token }] } });
  const ofTenant = (token: string) => ({ tenant: { token } });
  const ofProject = (projectKey: string) => ({ projectKey });

  it.each<[string, (own: string) => object]>([
    ['shop-token', ofChannel],
    ['x-tenant-token', ofTenant],
    ['workspacetoken', ofTenant],
    ['x-project-token', ofProject],
  ])('is none of the user’s in %s', (header, gave) => {
    expect(visit(header, gave, true)).toBe('other');
  });

  it('is the user’s where no other says who asks', () => {
    expect(visit('shop-token', ofTenant, false)).toBe('access-token');
  });

  it.each(['x-session-token', 'x-auth-token', 'x-csrf-token', 'x-api-key', 'token'])(
    'may be what its header says: %s',
    (header) => {
      expect(visit(header, ofTenant, true)).not.toBe('other');
    },
  );
});

describe('a token in the messages of a WebSocket', () => {
  const visit = (name: string, messages: number, withCookie = true) => {
    const cookie = `box=${random.base62(32)}`;
    const value = random.base62(32);
    const given = login({
      gets: { 'set-cookie': `${cookie}; Path=/; HttpOnly; Max-Age=31536000` },
    });
    const opened = call('/live', {
      type: 'websocket',
      status: 101,
      ...(withCookie ? { sends: { cookie } } : {}),
    });
    const sent = Array.from({ length: 3 }, (_, n) => ({
      direction: 'sent' as const,
      body: json({ type: `ASK_${n}`, ...(n < messages ? { [name]: value } : {}) }),
    }));
    const exchanges = [given, { ...opened, messages: sent }];
    return [roleOf(value, exchanges), roleOf(cookie.slice(4), exchanges)];
  };

  it.each(['token', '_token'])('stands against forgery where each has it as %s', (name) => {
    expect(visit(name, 3)).toEqual(['csrf', 'session']);
  });

  it.each<[string, Parameters<typeof visit>]>([
    ['the first alone has it', ['token', 1]],
    ['no cookie of the login opened it', ['token', 3, false]],
    ['it is called an access token', ['accessToken', 3]],
  ])('logs in where %s', (_, how) => {
    expect(visit(...how)[0]).toBe('access-token');
  });
});

describe('a “session” in an address', () => {
  const visit = (name: string, field: string, known: boolean, late = false) => {
    const [value, token] = [random.base62(32), random.base62(40)];
    const sends: Record<string, string> = known ? { authorization: `Bearer ${token}` } : {};
    const given = call('/oauth/token', {
      method: 'POST',
      responseBody: json({ access_token: token }),
    });
    const response = json({ [field]: value });
    const body = late ? {} : { responseBody: response };
    const prices = call('/api/prices', { sends });
    const made = call('/api/make', { method: 'POST', sends, ...body });
    const bodies = {
      kind: 'bodies' as const,
      exchangeId: made.id,
      at: made.startedAt + 1,
      response,
    };
    const exchanges = [
      given,
      prices,
      made,
      ...(late ? [bodies] : []),
      exchange({ url: `${SITE}/results?${name}=${value}` }),
    ];
    return roleOf(value, exchanges);
  };

  it.each([
    ['session_id', 'sessionToken'],
    ['sessionId', 'checkout_session'],
    ['session', 'sessionId'],
    ['sid', 'session'],
  ])('names a thing where it was given to somebody known (%s, %s)', (name, field) => {
    expect(visit(name, field, true)).toBe('other');
  });

  it('names a thing where the body that gave it is told late', () => {
    expect(visit('session_id', 'sessionToken', true, true)).toBe('other');
  });

  it.each([
    ['session_id', 'sessionToken'],
    ['sid', 'session'],
  ])('says who asks where nothing else does (%s, %s)', (name, field) => {
    expect(visit(name, field, false)).toBe('session');
  });

  it('is what it is called where that is an access token', () => {
    expect(visit('access_token', 'access_token', true)).toBe('access-token');
  });
});
