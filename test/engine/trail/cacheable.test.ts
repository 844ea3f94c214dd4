import { describe, expect, it } from 'vitest';
import { cacheableOf } from '../../../src/engine/trail/cacheable.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const of = (spec: Partial<ExchangeSpec>) =>
  cacheableOf(exchange({ url: 'https://shop.test/account', ...spec }));
const said = (control: string, more: Record<string, string> = {}) =>
  of({ gets: { 'cache-control': control, ...more } });

const NOBODY = { by: 'nobody', revalidated: false, noStore: false };
const FORBIDDEN = { ...NOBODY, noStore: true };
const PRIVATE = { by: 'private', revalidated: false, noStore: false };
const SHARED = { by: 'shared', revalidated: false, noStore: false };

describe('who may store a response (RFC 9111 §3)', () => {
  it.each([
    ['no-store', FORBIDDEN],
    ['private, NO-STORE', FORBIDDEN],
    ['private', PRIVATE],
    ['private, max-age=0', { ...PRIVATE, revalidated: true }],
    ['private="set-cookie"', SHARED],
    ['public, max-age=60', SHARED],
    ['max-age=60', SHARED],
    ['max-age=0, s-maxage=600', { ...SHARED, revalidated: false }],
    ['max-age=60, s-maxage=0', { ...SHARED, revalidated: true }],
    ['no-cache', { ...SHARED, revalidated: true }],
    ['no-cache="set-cookie", max-age=60', SHARED],
    ['private, no-cache', { ...PRIVATE, revalidated: true }],
    ['max-age="0"', { ...SHARED, revalidated: true }],
    ['immutable', SHARED],
  ])('Cache-Control: %s', (control, cacheable) => {
    expect(said(control)).toMatchObject(cacheable);
  });

  it.each([
    ['nothing said', { via: 'x' }, SHARED],
    ['Pragma: no-cache alone', { pragma: 'no-cache' }, { ...SHARED, revalidated: true }],
    ['Expires: 0', { expires: '0' }, { ...SHARED, revalidated: true }],
    [
      'an end long past, and another one for shared caches (§5.2.2.10)',
      { expires: 'Thu, 19 Nov 1981 08:52:00 GMT', 'cache-control': 'public, s-maxage=600' },
      { ...SHARED, revalidated: false },
    ],
    [
      'an end long past',
      { expires: 'Thu, 19 Nov 1981 08:52:00 GMT' },
      { ...SHARED, revalidated: true },
    ],
    ['an end to come', { expires: 'Fri, 01 Jan 2027 00:00:00 GMT' }, SHARED],
    [
      'an end at once by the server’s clock',
      { expires: 'Thu, 01 Jan 2026 00:00:00 GMT', date: 'Thu, 01 Jan 2026 00:00:00 GMT' },
      { ...SHARED, revalidated: true },
    ],
  ])('%s', (_what, gets, cacheable) => {
    expect(of({ gets })).toMatchObject(cacheable);
  });

  it.each([
    ['a POST', { method: 'POST', gets: { 'cache-control': 'max-age=60' } }, NOBODY],
    [
      'a POST that forbids it',
      { method: 'POST', gets: { 'cache-control': 'no-store' } },
      FORBIDDEN,
    ],
    ['a 404', { status: 404, gets: { via: 'x' } }, SHARED],
    ['a 304 without a word', { status: 304, gets: { etag: '"1"' } }, NOBODY],
    [
      'a 304 that says it of what is stored',
      { status: 304, gets: { 'cache-control': 'public, s-maxage=600' } },
      SHARED,
    ],
    ['a 401 without a word', { status: 401, gets: { via: 'x' } }, NOBODY],
    ['a 401 with one', { status: 401, gets: { 'cache-control': 'max-age=60' } }, SHARED],
    ['a 302 without a word', { status: 302, gets: { via: 'x' } }, NOBODY],
    [
      'what asked for no storing',
      { sends: { 'cache-control': 'no-store' }, gets: { 'cache-control': 'max-age=60' } },
      NOBODY,
    ],
    [
      'what was asked for with Authorization',
      { sends: { authorization: 'Bearer a' }, gets: { 'cache-control': 'max-age=60' } },
      PRIVATE,
    ],
    [
      'the same with leave to share',
      { sends: { authorization: 'Bearer a' }, gets: { 'cache-control': 'public, max-age=60' } },
      SHARED,
    ],
  ])('%s', (_what, spec, cacheable) => {
    expect(of(spec)).toMatchObject(cacheable);
  });

  it('is unknown where no header was seen', () => {
    expect(of({ gets: {} })).toBe('unknown');
  });
});

describe('what else caches go by', () => {
  it.each([
    ['its own word for how long', { 'cache-control': 'max-age=60' }, { said: true }],
    ['a word for everybody', { 'cache-control': 'public' }, { said: true }],
    ['no such word', { via: 'x' }, {}],
    ['Vary by cookies', { vary: 'Accept-Encoding, Cookie' }, { variesByUser: true }],
    ['Vary by the Authorization', { vary: 'authorization' }, { variesByUser: true }],
    ['Vary by everything', { vary: '*' }, { variesByUser: true }],
    ['Vary by something else', { vary: 'Accept-Encoding, X-Cookie' }, {}],
  ])('%s', (_what, gets, more) => {
    expect(of({ gets })).toEqual({ ...SHARED, ...more });
  });
});
