import { describe, expect, it } from 'vitest';
import {
  isAccepted,
  isLoginLink,
  leadsOn,
} from '../../../../src/engine/moments/login/login-signs.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';

const SHOP = 'https://shop.test';
const FORM = `${SHOP}/login`;

describe('a link that logs in', () => {
  it.each<[string, Partial<ExchangeSpec>, boolean]>([
    ['/auth/magic-link?token=abc', {}, true],
    ['/auth/magic-link?token=abc', { method: 'POST' }, false],
    ['/auth/magic-link?token=abc', { type: 'fetch' }, false],
    ['/auth/magic-link', {}, false],
    ['/articles/7?token=abc', {}, false],
    ['/articles/7?ticket=ST-1-abc', {}, true],
    ['/articles/7?note=ST-1-abc', {}, false],
  ])('%s %j: %s', (path, more, logsIn) => {
    expect(isLoginLink(exchange({ url: SHOP + path, ...more }))).toBe(logsIn);
  });
});

describe('the answer to a login', () => {
  const html = (source: string) => readBody('text/html', source);
  const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
  const post = { url: FORM, method: 'POST', status: 302 };

  it.each<[string, ExchangeSpec, boolean | undefined]>([
    ['is a refusal by its status', { ...post, status: 401 }, false],
    ['leads elsewhere', { ...post, redirectUrl: `${SHOP}/home` }, true],
    ['leads back to the form', { ...post, redirectUrl: FORM }, false],
    ['leads to the form of another host', { ...post, redirectUrl: 'https://app.test/login' }, true],
    [
      'leads back to where the form stood',
      {
        ...post,
        url: `${SHOP}/api/enter`,
        sends: { referer: `${SHOP}/start` },
        redirectUrl: `${SHOP}/start?error=1`,
      },
      false,
    ],
    [
      'leads back to a page that is for more than the form',
      {
        ...post,
        url: `${SHOP}/api/enter`,
        sends: { referer: `${SHOP}/start` },
        redirectUrl: `${SHOP}/start`,
      },
      true,
    ],
    ['is a page that was not seen', { ...post, status: 200 }, undefined],
    ['is a page', { ...post, status: 200, responseBody: html('<p>Hello') }, true],
    [
      'shows the form again',
      { ...post, status: 200, responseBody: html('<input type=password name=password value=x>') },
      false,
    ],
    [
      'says that it did not work',
      { ...post, status: 200, type: 'fetch', responseBody: json({ success: false }) },
      false,
    ],
    ['is told to a script', { ...post, status: 200, type: 'fetch' }, true],
  ])('%s', (_, spec, accepted) => {
    expect(isAccepted(exchange(spec), false)).toBe(accepted);
  });

  it.each([
    ['the field again', 'password', false],
    ['a field for another password', 'new-pin', true],
  ])('that gave something, and shows %s', (_, field, accepted) => {
    const requestBody = readBody('application/x-www-form-urlencoded', 'user=ada&password=x');
    const responseBody = html(`<input type=password name=${field}>`);
    const answered = exchange({ ...post, status: 200, requestBody, responseBody });
    expect(isAccepted(answered, true)).toBe(accepted);
  });

  it('that gave something was accepted, whatever it shows', () => {
    expect(isAccepted(exchange({ ...post, status: 200 }), true)).toBe(true);
    expect(isAccepted(exchange({ ...post, status: 500 }), true)).toBe(false);
  });

  it.each([
    ['/home', true],
    ['/login', false],
    ['/home?error=1', false],
    ['/access-denied', false],
  ])('leads on to %s: %s', (path, on) => {
    expect(leadsOn(exchange({ ...post, redirectUrl: SHOP + path }))).toBe(on);
  });
});
