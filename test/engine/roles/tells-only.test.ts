import { describe, expect, it } from 'vitest';
import { form } from '../../support/bodies.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://work.test';
const random = new Seeded('tells only');
const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64');
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, type: 'fetch', ...more });

function roleOf(value: string, ...visit: ReturnType<typeof at>[]): string | undefined {
  const analysis = new Analysis();
  for (const one of visit) analysis.addExchange(one);
  return analysis.credentials().find((one) => one.value === value)?.role;
}

describe('the number of an application', () => {
  it.each(['x-ms-app-id', 'app-id', 'x-appid'])('is no key: %s', (name) => {
    expect(roleOf(UUID, at('/data', { sends: { [name]: UUID } }))).toBe('other');
  });

  it('is none in an address, and in both', () => {
    const sends = { 'x-app-id': UUID };
    const visit = [at(`/main.aspx?appid=${UUID}`), at('/data', { sends })];
    expect(roleOf(UUID, visit[0]!)).toBe('other');
    expect(roleOf(UUID, ...visit)).toBe('other');
  });

  it('may be a key where it is no UUID, or is called one elsewhere', () => {
    const key = random.bytes(16).toString('hex');
    expect(roleOf(key, at(`/weather?appid=${key}`))).toBe('api-key');
    const sends = { 'x-api-key': UUID };
    expect(roleOf(UUID, at('/a', { sends: { 'x-app-id': UUID } }), at('/b', { sends }))).toBe(
      'api-key',
    );
  });
});

describe('the number of a visit', () => {
  it.each(['client-session-id', 'x-browser-session', 'X-Tab-Session-Id'])(
    'is made by the page: %s',
    (name) => {
      const sends = { [name.toLowerCase()]: UUID };
      expect(roleOf(UUID, at('/a', { sends }), at('/b', { sends }))).toBe('other');
    },
  );

  it('is a session where an answer gave it, or it is called one alone', () => {
    const asked = at('/login', {
      method: 'POST',
      requestBody: form('user=ada&password=x'),
      gets: { 'client-session-id': UUID },
    });
    const sends = { 'client-session-id': UUID };
    expect(roleOf(UUID, asked, at('/a', { sends }))).not.toBe('other');
    expect(roleOf(UUID, at('/a', { sends: { 'x-session-id': UUID } }))).toBe('session');
  });
});

describe('what a page may know of a login, in clear', () => {
  const login = (value: string) =>
    at('/signin', {
      method: 'POST',
      requestBody: form('user=ada&password=x'),
      gets: { 'front-token': value, 'st-access-token': random.base62(120) },
    });

  it('is no token', () => {
    const told = base64({ uid: UUID, ate: 1_900_000_000_000, up: { sub: UUID, role: 'editor' } });
    expect(roleOf(told, login(told))).toBe('other');
  });

  it.each([
    ['with a secret in it', base64({ uid: UUID, key: random.base62(40) })],
    ['that nobody can read', random.base62(120)],
  ])('may be one %s', (_what, told) => {
    expect(roleOf(told, login(told))).toBe('access-token');
  });

  it('may be one where it goes back', () => {
    const told = base64({ uid: UUID, ate: 1_900_000_000_000, up: { sub: UUID } });
    const sends = { 'x-front-token': told };
    expect(roleOf(told, login(told), at('/notes', { sends }))).toBe('access-token');
  });
});
