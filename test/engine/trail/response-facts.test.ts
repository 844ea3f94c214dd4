import { describe, expect, it } from 'vitest';
import { factsKey, responseFactsOf } from '../../../src/engine/trail/response-facts.js';
import { filterHeaders } from '../../../src/recording/requests/header-filter.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const factsOf = (spec: Partial<ExchangeSpec>) =>
  responseFactsOf(exchange({ url: 'https://shop.test/account', gets: { via: 'x' }, ...spec }));

describe('how a request ended', () => {
  it.each([
    [{ status: 200 }, 'ok'],
    [{ status: 304 }, 'ok'],
    [{ status: 302, redirectUrl: 'https://shop.test/home' }, 'redirect'],
    [{ status: 302, redirectUrl: 'https://shop.test/login?next=%2Faccount' }, 'login-redirect'],
    [{ status: 303, redirectUrl: 'https://id.test/sign-in' }, 'login-redirect'],
    [
      { url: 'https://shop.test/login', status: 302, redirectUrl: 'https://shop.test/login/2' },
      'redirect',
    ],
    [{ status: 401 }, 'unauthorized'],
    [{ status: 403 }, 'forbidden'],
    [{ status: 500 }, 'error'],
    [{ status: 0 }, 'none'],
  ])('%j', (spec, outcome) => {
    expect(factsOf(spec).outcome).toBe(outcome);
  });

  it.each([
    ['GET', false],
    ['HEAD', false],
    ['OPTIONS', false],
    ['POST', true],
    ['PUT', true],
    ['DELETE', true],
    ['PURGE', true],
  ])('%s may change something: %s', (method, changing) => {
    expect(factsOf({ method }).stateChanging).toBe(changing);
  });
});

describe('what the browser added by itself', () => {
  it.each([
    [{}, []],
    [{ cookie: 'a=1' }, ['cookie']],
    [{ authorization: 'Basic YTpi' }, ['http-auth']],
    [{ authorization: 'Negotiate YII' }, ['http-auth']],
    [{ authorization: 'Negotiate' }, ['http-auth']],
    [{ authorization: 'Bearer abc' }, []],
    [{ cookie: 'a=1', authorization: 'Digest username="a"' }, ['cookie', 'http-auth']],
  ])('%j', (sends, ambient) => {
    expect(factsOf({ sends }).ambient).toEqual(ambient);
  });
});

describe('the size of the cookies that it sent', () => {
  it.each([
    [undefined, undefined],
    ['a=1', undefined],
    [`a=${'x'.repeat(600)}`, 512],
    [`a=${'ü'.repeat(600)}`, 1_024],
    [`a=${'x'.repeat(8_190)}`, 8_192],
  ])('is rounded down', (sent, bytes) => {
    expect(factsOf({ sends: sent === undefined ? {} : { cookie: sent } }).cookieBytes).toBe(bytes);
  });
});

describe('Strict-Transport-Security (RFC 6797)', () => {
  const line = (value: string, url = 'https://shop.test/') =>
    factsOf({ url, gets: { 'strict-transport-security': value } }).hsts;

  it.each([
    ['max-age=31536000', { maxAge: 31536000, includeSubDomains: false }],
    ['max-age="60" ; includeSubDomains; preload', { maxAge: 60, includeSubDomains: true }],
    ['MAX-AGE=0; INCLUDESUBDOMAINS', { maxAge: 0, includeSubDomains: true }],
    ['includeSubDomains', 'none'],
    ['max-age=soon', 'none'],
    ['', 'none'],
  ])('%s', (value, hsts) => {
    expect(line(value)).toEqual(hsts);
  });

  it('is not obeyed where it came over http', () => {
    expect(line('max-age=60', 'http://shop.test/')).toBe('none');
  });

  it('is not asked of what came from the cache, which keeps none', () => {
    const cached = exchange({ url: 'https://shop.test/', gets: { via: 'x' } });
    const response = { ...cached.response!, fromCache: true };
    expect(responseFactsOf(cached).hsts).toBe('none');
    expect(responseFactsOf({ ...cached, response }).hsts).toBe('unknown');
  });

  it('is not asked of what opens a socket, and obeyed where that says it', () => {
    const url = 'wss://shop.test/live';
    expect(factsOf({ url, status: 101, gets: { via: 'x' } }).hsts).toBe('unknown');
    expect(line('max-age=60', url)).toMatchObject({ maxAge: 60 });
  });

  it('counts once', () => {
    const gets = { 'strict-transport-security': ['max-age=1', 'max-age=2'] };
    expect(factsOf({ gets }).hsts).toMatchObject({ maxAge: 1 });
  });
});

describe('what other sites are told of the address of a page (Referrer Policy §8.1)', () => {
  it.each([
    ['unsafe-url', true],
    ['No-Referrer-When-Downgrade', true],
    ['strict-origin, unsafe-url', true],
    ['unsafe-url, strict-origin', undefined],
    ['unsafe-url, made-up', true],
    ['no-referrer', undefined],
    ['', undefined],
  ])('%s', (policy, whole) => {
    expect(factsOf({ gets: { 'referrer-policy': policy } }).wholeReferrer).toBe(whole);
    expect(factsOf({ type: 'fetch', gets: { 'referrer-policy': policy } }).wholeReferrer).toBe(
      undefined,
    );
  });
});

describe('a request that the browser sends once more (RFC 9110 §15.4.8)', () => {
  const other = { method: 'POST', status: 307, redirectUrl: 'https://id.test/login' };
  it.each([
    [other, 'cross-site'],
    [{ ...other, status: 308 }, 'cross-site'],
    [{ ...other, redirectUrl: 'https://id.shop.test/login' }, 'same-site'],
    [{ ...other, redirectUrl: 'https://shop.test/login' }, 'same-origin'],
    [{ ...other, status: 303 }, undefined],
    [{ ...other, method: 'GET' }, undefined],
    [{ method: 'POST', status: 307 }, undefined],
  ])('%j', (spec, resentTo) => {
    expect(factsOf(spec).resentTo).toBe(resentTo);
  });
});

describe('facts of an exchange', () => {
  it('are unknown, and not absent, where no header of the response was seen', () => {
    expect(factsOf({ gets: {} })).toMatchObject({
      cacheable: 'unknown',
      cors: 'unknown',
      hsts: 'unknown',
    });
  });

  it('are the same text where they are the same', () => {
    const [a, b, c] = [{}, {}, { method: 'POST' }].map((spec) => factsKey(factsOf(spec)));
    expect(a).toBe(b);
    expect(a).not.toBe(c);
    expect(factsKey(undefined)).toBe('');
  });

  it.each([
    'cache-control',
    'pragma',
    'expires',
    'strict-transport-security',
    'x-frame-options',
    'access-control-allow-origin',
    'access-control-allow-credentials',
    'origin',
    'sec-fetch-site',
    'content-type',
    'x-csrf-token',
    'authorization',
    'cookie',
  ])('need %s, which a recording keeps', (name) => {
    expect(filterHeaders([{ name, value: 'Bearer v' }]).headers).toHaveLength(1);
  });
});
