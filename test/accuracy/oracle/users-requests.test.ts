import { describe, expect, it } from 'vitest';
import { USER } from '../../../accuracy/support/site.js';
import type { Request } from '../../support/accuracy-entry.js';
import { SITE, ID, answer } from './asked-rule.js';

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
