import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { expectedFindings } from '../../../accuracy/oracle/index.js';
import { seenOf } from '../../../accuracy/oracle/seen.js';
import { USER } from '../../../accuracy/support/site.js';
import type { Label } from '../../../accuracy/support/stack.js';
import { entries, type Request } from '../../support/accuracy-entry.js';

const SITE = 'https://shop.test';
const ID = '4f1cbe2a90d7735d8c66a1b2c3d4e5f6';
const SESSION: Label = { carrier: 'cookie', name: 'sid', role: 'session' };
const TOKEN: Label = { carrier: 'body', name: /csrf/, role: 'csrf' };

const answer = (ruleId: string, requests: Request[], labels: Label[] = [SESSION, TOKEN]) =>
  expectedFindings(
    seenOf(labels, {
      entries: entries(...requests.map((one) => ({ type: 'document', ...one }))),
      states: {},
    }),
  ).find((one) => one.ruleId === ruleId)?.answer ?? 'forbidden';

const login = (attributes: string): Request => ({
  step: 'login',
  url: `${SITE}/login`,
  body: `password=${USER.password}`,
  held: {},
  sets: [`sid=${ID}; Path=/; ${attributes}`],
  redirectURL: '/',
});
const post = (more: Partial<Request> = {}): Request => ({
  step: 'use',
  url: `${SITE}/account`,
  body: 'town=Ulm',
  held: { sid: ID },
  redirectURL: '/account',
  ...more,
});

describe('csrf-unprotected', () => {
  it.each<[string, string, Request, string]>([
    ['no SameSite', 'HttpOnly', post(), 'asked'],
    ['SameSite=None', 'SameSite=None; Secure', post(), 'asked'],
    ['SameSite=Lax', 'SameSite=Lax', post(), 'forbidden'],
    ['a token', 'HttpOnly', post({ body: 'town=Ulm&csrf=8a' }), 'forbidden'],
    ['a field that may be one', 'HttpOnly', post({ body: `town=Ulm&x=${ID}` }), 'open'],
    ['a header of a script', 'HttpOnly', post({ sends: { 'X-Asked-By': 'page' } }), 'forbidden'],
    [
      'a type of a script',
      'HttpOnly',
      post({ sends: { 'Content-Type': 'application/json' } }),
      'forbidden',
    ],
    ['nobody’s cookie', 'HttpOnly', post({ held: {} }), 'forbidden'],
    ['the logout', 'HttpOnly', post({ step: 'logout' }), 'forbidden'],
    ['a refusal', 'HttpOnly', post({ status: 403, redirectURL: '' }), 'forbidden'],
    [
      'the password once more',
      'HttpOnly',
      post({ body: `password=${USER.password}` }),
      'forbidden',
    ],
  ])('of %s', (_what, attributes, request, expected) => {
    expect(answer('csrf-unprotected', [login(attributes), request])).toBe(expected);
  });
});

describe('authenticated-response-cacheable', () => {
  const page = (cache: Record<string, string>, more: Partial<Request> = {}): Request => ({
    step: 'use',
    url: `${SITE}/account`,
    held: { sid: ID },
    answers: cache,
    mimeType: 'text/html',
    ...more,
  });
  const closed: Request = { step: 'anonymous', url: `${SITE}/account`, redirectURL: '/login' };
  it.each<[string, Request[], string]>([
    [
      'what is said to be public',
      [closed, page({ 'Cache-Control': 'public, max-age=60' })],
      'asked',
    ],
    [
      'what ends later',
      [
        closed,
        page({ Date: 'Thu, 01 Jan 2026 00:00:00 GMT', Expires: 'Fri, 02 Jan 2026 00:00:00 GMT' }),
      ],
      'asked',
    ],
    [
      'the user’s own cache',
      [closed, page({ 'Cache-Control': 'private, max-age=60' })],
      'forbidden',
    ],
    ['what varies', [closed, page({ 'Cache-Control': 'max-age=60', Vary: 'Cookie' })], 'forbidden'],
    ['what says nothing', [closed, page({})], 'forbidden'],
    ['what nobody else tried', [page({ 'Cache-Control': 'max-age=60' })], 'open'],
    [
      'a file',
      [closed, page({ 'Cache-Control': 'max-age=60' }, { mimeType: 'text/css' })],
      'forbidden',
    ],
    [
      'what is open to all',
      [{ step: 'anonymous', url: `${SITE}/account` }, page({ 'Cache-Control': 'max-age=60' })],
      'forbidden',
    ],
  ])('of %s', (_what, requests, expected) => {
    expect(answer('authenticated-response-cacheable', [login('HttpOnly'), ...requests])).toBe(
      expected,
    );
  });
});

describe('cors-credentials-reflected', () => {
  const grant = (origin: string, allowed = origin): Request => ({
    step: 'use',
    url: `${SITE}/api`,
    held: { sid: ID },
    sends: { Origin: origin },
    answers: { 'Access-Control-Allow-Origin': allowed, 'Access-Control-Allow-Credentials': 'true' },
  });
  it.each<[string, Request[], string]>([
    ['two others', [grant('https://a.test'), grant('https://b.test')], 'asked'],
    ['one other', [grant('https://a.test')], 'open'],
    ['nobody', [grant('null', 'null')], 'asked'],
    ['itself', [grant('https://www.shop.test')], 'forbidden'],
    ['all, without cookies', [grant('https://a.test', '*')], 'forbidden'],
  ])('to %s', (_what, requests, expected) => {
    expect(answer('cors-credentials-reflected', [login('HttpOnly'), ...requests])).toBe(expected);
  });
});

describe('pages', () => {
  const FORM = '<form><input type="password" name="p"></form>';
  const shown = (url: string): Request => ({ step: 'anonymous', url, text: FORM });
  const sent = (url: string, body: string, origin: string): Request => ({
    step: 'login',
    url,
    body,
    held: {},
    sends: { Origin: origin },
  });
  it.each<[string, Request[], string, string]>([
    ['a form by http', [shown('http://shop.test/')], 'asked', 'forbidden'],
    ['a form by https', [shown(SITE)], 'forbidden', 'forbidden'],
    ['on this machine', [shown('http://localhost/')], 'forbidden', 'forbidden'],
    [
      'its password by http too',
      [
        shown('http://shop.test/'),
        sent('http://shop.test/', `p=${USER.password}`, 'http://shop.test'),
      ],
      'forbidden',
      'asked',
    ],
    [
      'a digest by http',
      [shown('http://shop.test/'), sent('http://shop.test/', `password=${ID}`, 'http://shop.test')],
      'open',
      'open',
    ],
    [
      'a password in an address by http',
      [{ step: 'login', url: `http://shop.test/?p=${USER.password}` }],
      'forbidden',
      'open',
    ],
    [
      'a password by https for such a page',
      [sent(`${SITE}/login`, `p=${USER.password}`, 'http://shop.test')],
      'asked',
      'forbidden',
    ],
  ])('of %s', (_what, requests, page, password) => {
    expect(answer('login-page-over-http', requests)).toBe(page);
    expect(answer('password-over-http', requests)).toBe(password);
  });

  it.each<[string, string | undefined, string]>([
    ['none', undefined, 'open'],
    ['five minutes', 'max-age=300', 'open'],
    ['a year', 'max-age=31536000; includeSubDomains', 'forbidden'],
    ['a year in quotes', 'max-age="31536000"', 'forbidden'],
  ])('hsts-missing of %s', (_what, line, expected) => {
    const answers: Record<string, string> =
      line === undefined ? {} : { 'Strict-Transport-Security': line };
    expect(answer('hsts-missing', [{ step: 'use', url: `${SITE}/`, answers }])).toBe(expected);
  });

  it.each<[string, string | undefined, string]>([
    ['the whole address', 'unsafe-url', 'asked'],
    ['the last policy that is known', 'unsafe-url, strict-origin', 'forbidden'],
    ['what browsers do', undefined, 'forbidden'],
  ])('referrer-policy-unsafe of %s', (_what, policy, expected) => {
    const page: Request = {
      step: 'use',
      url: `${SITE}/?t=${ID}`,
      ...(policy === undefined ? {} : { answers: { 'Referrer-Policy': policy } }),
    };
    const label: Label = { carrier: 'url', name: 't', role: 'access-token' };
    expect(answer('referrer-policy-unsafe', [page], [label])).toBe(expected);
  });
});

describe('keys', () => {
  const KEY = `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`;
  const label: Label = { carrier: 'header', name: 'authorization', role: 'api-key' };
  const call = (url: string, key: string): Request => ({
    step: 'use',
    url,
    sends: { Authorization: `Bearer ${key}` },
  });
  it.each<[string, Request, string]>([
    ['a secret key for a service', call('https://api.pay.test/', KEY), 'asked'],
    [
      'a key that is made for pages',
      call('https://api.pay.test/', KEY.replace('sk', 'pk')),
      'forbidden',
    ],
  ])('api-key-exposed of %s', (_what, request, expected) => {
    const own: Request[] = [{ step: 'anonymous', url: SITE }, request].map((one, at) => ({
      ...one,
      type: at === 0 ? 'document' : 'xhr',
    }));
    expect(answer('api-key-exposed', own, [label])).toBe(expected);
  });

  const signed = (secret: string) =>
    `s%3A${ID}.${encodeURIComponent(createHmac('sha256', secret).update(ID).digest('base64').replace(/=+$/, ''))}`;
  it.each<[string, string, string]>([
    ['a secret that everybody knows', signed('secret'), 'asked'],
    ['one that nobody knows', signed(ID), 'open'],
    ['an id alone', ID, 'forbidden'],
  ])('session-weak-secret of %s', (_what, value, expected) => {
    const request: Request = { step: 'login', url: SITE, sets: [`sid=${value}; Path=/`] };
    expect(answer('session-weak-secret', [request])).toBe(expected);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['two days', { expires_in: 172_800 }, 'asked'],
    ['an hour', { expires_in: 3_600 }, 'forbidden'],
    ['a word of its own', { expiry: 172_800 }, 'open'],
    ['nothing', {}, 'forbidden'],
  ])('token-lifetime-too-long of %s', (_what, beside, expected) => {
    const request: Request = {
      step: 'login',
      url: `${SITE}/token`,
      mimeType: 'application/json',
      text: JSON.stringify({ data: { access_token: ID, ...beside } }),
    };
    const token: Label = { carrier: 'body', name: '/data/access_token', role: 'access-token' };
    expect(answer('token-lifetime-too-long', [request], [token])).toBe(expected);
  });
});
