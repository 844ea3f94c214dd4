import { expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { json } from '../../../support/bodies.js';
import { at, call, cookie, hex } from '../../../support/box-site.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

// A page of the site is shown with a code, and its script brings it to whoever gives tokens for it.

const code = hex();
const state = hex();
const BACK = `https://box.test/oauth/kakao?code=${code}&state=${state}`;
const asked = () =>
  exchange({
    url: `https://kauth.test/authorize?client_id=${hex()}&response_type=code&state=${state}&redirect_uri=${encodeURIComponent('https://box.test/oauth/kakao')}`,
    status: 302,
    redirectUrl: BACK,
  });
const back = (more: Partial<ExchangeSpec> = {}) => exchange({ url: BACK, ...more });
const brings = (more: Partial<ExchangeSpec> = {}, sent: object = { code }) =>
  call('/api/auth/kakao', { requestBody: json(sent), ...more });
const BAD = { status: 400, responseBody: json({ error: 'invalid_grant' }) };
const logins = (steps: () => Exchange[]) =>
  momentsTold([asked(), back(), ...steps()]).map((one) => one.replace(/\?.*/, ''));

it.each<[string, () => Exchange]>([
  ['with an error', () => brings(BAD)],
  ['with an error that is told with 200', () => brings({ responseBody: json({ success: false }) })],
  ['in its address', () => at(`/api/auth/kakao?code=${code}`, { type: 'fetch', status: 401 })],
  [
    'at the provider',
    () => call('/token', { ...BAD, url: 'https://kauth.test/token', requestBody: json({ code }) }),
  ],
])('a code that is refused %s logs nobody in', (_, step) => {
  expect(logins(() => [step()])).toEqual([]);
});

it.each<[string, () => Exchange[], string]>([
  ['nothing more is seen', () => [], '/oauth/kakao'],
  ['it is taken', () => [brings({ responseBody: json({ ok: true }) })], '/oauth/kakao'],
  [
    'it is taken, and refused the second time',
    () => [brings({ responseBody: json({ ok: true }) }), brings(BAD)],
    '/oauth/kakao',
  ],
  ['something else is refused', () => [brings(BAD, { code: hex() })], '/oauth/kakao'],
])('one logs in where %s', (_, steps, path) => {
  expect(logins(steps)).toEqual([`login ${path}`]);
});

it('a session that came with the page stays one', () => {
  const steps = [asked(), back({ gets: cookie() }), brings(BAD)];
  expect(momentsTold(steps)).toHaveLength(1);
});

it('who tries again logs in', () => {
  const taken = () => brings({ gets: cookie(), responseBody: json({ ok: true }) });
  expect(logins(() => [brings(BAD), taken()])).toEqual(['login /api/auth/kakao']);
});
