import { describe, expect, it } from 'vitest';
import { json } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const API = 'https://api.shop.test';
const random = new Seeded('given keys');
const [old, renewing, next, after] = Array.from({ length: 4 }, () => random.base62(40));
const bearer = (value = '') => ({ sends: { authorization: `Bearer ${value}` } });

const asks = (path: string, status: number, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: API + path,
    topUrl: 'https://shop.test/',
    type: 'fetch',
    status,
    responseBody: json('{"status":"OK"}'),
    ...more,
  });
const gives = { method: 'POST', responseBody: json({ access_token: next, refresh_token: after }) };
const inHeaders = {
  method: 'POST',
  gets: { 'x-access-token': next!, 'x-refresh-token': after! },
};

describe('a key that a page sends to what turned it down', () => {
  it('is a login where somebody typed it', () => {
    expect(momentsTold([asks('/notes', 401), asks('/notes', 200, bearer(old))])).toEqual([
      'login /notes',
    ]);
  });

  it('is one where another was wrong before', () => {
    const wrong = asks('/notes', 401, bearer(old));
    expect(momentsTold([wrong, asks('/notes', 200, bearer(next))])).toEqual(['login /notes']);
  });

  it('is one where it is given for a session', () => {
    const refused = asks('/notes', 401);
    expect(momentsTold([refused, asks('/enter', 200, { ...gives, ...bearer(old) })])).toEqual([
      'login /enter',
    ]);
  });

  it.each([
    ['/auth/session/refresh', 'its body', gives],
    ['/x/more', 'its body', gives],
    ['/token/renew', 'headers', inHeaders],
    ['/x/more', 'headers', inHeaders],
  ])('is none where %s renews what ended, by %s', (path, _, more) => {
    const ended = asks('/notes', 401, bearer(old));
    const renewed = asks(path, 200, { ...more, ...bearer(renewing) });
    expect(momentsTold([ended, renewed, asks('/notes', 200, bearer(next))])).toEqual([]);
  });

  it('is none where a page begins by renewing what it had before', () => {
    const refused = asks('/notes', 401);
    const renewed = asks('/refresh', 200, { ...gives, ...bearer(renewing) });
    expect(momentsTold([refused, renewed, asks('/notes', 200, bearer(next))])).toEqual([]);
  });
});
