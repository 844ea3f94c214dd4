import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

const random = new Seeded('anti-forgery');
const URL = 'https://shop.test/';
const hex = (bytes: number) => random.bytes(bytes).toString('hex');
const rolesOf = (...exchanges: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().map(({ role }) => role);
};
const page = (html: string) => exchange({ url: URL, responseBody: readBody('text/html', html) });
const post = (body: string) =>
  exchange({
    url: `${URL}save`,
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', body),
  });
const LETTERS_AND_DIGITS = 'aB3dE5fG7h';

describe('a value against forgery', () => {
  it.each<[string, string]>([
    ['csrfmiddlewaretoken', random.base62(64)],
    ['__RequestVerificationToken', random.base62(92)],
    ['_wpnonce', '8c1f2e7a9b'],
    ['page_nonce', '8c1f2e7a9b'],
    ['formkey', LETTERS_AND_DIGITS],
    ['form_key', random.base62(16)],
    ['fkey', hex(32)],
    ['formhash', '8c1f2e7a'],
    ['sesskey', LETTERS_AND_DIGITS],
    ['sectok', hex(16)],
    ['securitytoken', `1700000000-${hex(20)}`],
    ['my_post_key', hex(16)],
    ['wikiLoginToken', `${hex(20)}+\\`],
    ['__csrf_magic', `sid:${hex(20)},1700000000`],
    ['form_token', hex(20)],
    ['atl_token', `B3-${hex(20)}_lin`],
    ['_csrf', hex(16)],
    ['_csrf_token', 'f3a9c1b2'],
    ['csrf_token', SIGNED_BUILDERS['Flask']!(random)],
    ['authenticity_token', random.base62(86)],
  ])('in the hidden field %s that is posted', (name, value) => {
    const html = `<form><input type="hidden" name="${name}" value="${value}"></form>`;
    expect(rolesOf(page(html), post(`a=1&${name}=${value}`))).toEqual(['csrf']);
  });

  it.each<[string, string]>([
    ['x-csrf-token', hex(16)],
    ['x-xsrf-token', hex(16)],
    ['x-wp-nonce', '8c1f2e7a9b'],
    ['requestverificationtoken', random.base62(60)],
    ['x-requestdigest', `0x${hex(32).toUpperCase()}`],
    ['x-request-proof', hex(16)],
    ['jenkins-crumb', hex(32)],
  ])('in the header %s', (name, value) => {
    expect(rolesOf(exchange({ url: URL, type: 'fetch', sends: { [name]: value } }))).toEqual([
      'csrf',
    ]);
  });

  it.each(['Fetch', 'no-check', 'true', '1', 'reporting', 'v2.10.3.44', '2026-01-02', 'required1'])(
    'is not %s',
    (value) => {
      expect(rolesOf(exchange({ url: URL, sends: { 'x-csrf-token': value } }))).toEqual([]);
    },
  );
});

describe('a value that a refusal dictates', () => {
  const value = random.base62(48);
  const visit = (name: string, status: number) =>
    rolesOf(
      exchange({ url: `${URL}rpc`, type: 'fetch', status, gets: { [name]: value } }),
      exchange({ url: `${URL}rpc`, type: 'fetch', sends: { [name]: value } }),
    );

  it.each([
    ['x-shop-session-id', 409],
    ['x-torrent-token', 403],
    ['x-auth-ticket', 412],
  ])('in %s stands against forgery', (name, status) => {
    expect(visit(name, status)).toEqual(['csrf']);
  });

  it.each([
    ['x-shop-session-id', 401],
    ['x-shop-session-id', 200],
  ])('%s of %i was dictated by none', (name, status) => {
    expect(visit(name, status)).not.toEqual(['csrf']);
  });
});

describe('a nonce in a header', () => {
  const nonce = hex(5);
  const asked = (name: string) =>
    exchange({ url: `${URL}cart`, type: 'fetch', method: 'POST', sends: { [name]: nonce } });

  it.each(['nonce', 'x-nonce', 'x-store-nonce', 'x-state'])(
    'stands against forgery where an answer gave it as %s',
    (name) => {
      const given = exchange({ url: `${URL}cart`, type: 'fetch', gets: { [name]: nonce } });
      expect(rolesOf(given, asked(name))).toEqual(['csrf']);
    },
  );

  it.each(['nonce', 'x-nonce'])('is nobody’s where a script makes it up (%s)', (name) => {
    expect(rolesOf(asked(name))).toEqual(['other']);
  });
});

describe('a cookie that its name puts against forgery', () => {
  const set = (line: string) => exchange({ url: URL, gets: { 'set-cookie': line } });
  const signed = Object.entries(SIGNED_BUILDERS).map(([by, build]) => [by, build(random)] as const);

  it.each(signed)('is one though %s signs it, hidden from script', (_, value) => {
    expect(rolesOf(set(`_shop_csrf=${value}; Path=/; HttpOnly`))).toEqual(['csrf']);
  });

  it.each(['antiforgery', 'xsrf-secret', '__Host-csrf'])('is one by the name %s', (name) => {
    const line = `${name}=${random.base62(40)}; Path=/; HttpOnly; Secure`;
    expect(rolesOf(set(line))).toEqual(['csrf']);
  });

  it.each(signed)('is none where the name says nothing of it: %s', (_, value) => {
    expect(rolesOf(set(`_shop_key=${value}; Path=/; HttpOnly`))).not.toContain('csrf');
  });
});
