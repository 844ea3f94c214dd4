import { expect, it } from 'vitest';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { json } from '../../../support/bodies.js';
import { at, call, hex } from '../../../support/box-site.js';
import { jwtOf } from '../../../support/jose.js';
import { momentsTold } from '../../../support/moments-told.js';

// A page is opened with a key in its address, and its script hands that in, here or elsewhere.

const AUTH = 'https://api.auth-service.test';
const key = hex();
const gives = () => ({ responseBody: json({ sessionJwt: jwtOf({ sub: 'u1', jti: hex() }) }) });
const page = (path: string) => at(path);
const handsIn = (sent: object, more: object = gives(), url = `${AUTH}/v1/x`) =>
  call('/', { url, requestBody: json(sent), ...more });

it.each(['t', 'token', 'stytch_token', 'anything'])('logs in: ?%s=', (name) => {
  expect(momentsTold([page(`/in?${name}=${key}`), handsIn({ token: key })])).toEqual([
    'login /v1/x',
  ]);
});

it('logs in at the page’s own site as well', () => {
  const own = () => handsIn({ data: { token: key } }, gives(), 'https://box.test/api/x');
  expect(momentsTold([page(`/in?k=${key}`), own()])).toEqual(['login /api/x']);
});

it.each([
  ['another key', [page(`/in?t=${hex()}`), handsIn({ token: key })]],
  ['none that a page was opened with', [handsIn({ token: key })]],
  ['one that is given nothing', [page(`/in?t=${key}`), handsIn({ token: key }, {})]],
  ['one that is refused', [page(`/in?t=${key}`), handsIn({ token: key }, { status: 401 })]],
  ['a letter’s that sets a password', [page(`/reset?t=${key}`), handsIn({ token: key })]],
  ['one of an invitation', [page(`/invitation?t=${key}`), handsIn({ token: key })]],
  ['a number of a click', [page(`/in?gclid=${key}`), handsIn({ token: key })]],
])('is no login: %s', (_, steps) => {
  expect(momentsTold(steps)).toEqual([]);
});

it('makes the key a step of that login, and no token of the user', () => {
  const analysis = new Analysis();
  for (const one of [page(`/in?t=${key}`), handsIn({ token: key })]) analysis.addExchange(one);
  expect(analysis.credentials().find(({ value }) => value === key)?.role).toBe('oauth-state');
});

it('is known by a worker that starts in between', () => {
  const first = new Analysis();
  first.addExchange(page(`/in?t=${key}`));
  const saved = JSON.parse(JSON.stringify(first.save()));
  expect(JSON.stringify(saved.moments ?? {})).not.toContain(key);
  expect(momentsTold([handsIn({ token: key })], new Analysis(saved))).toEqual(['login /v1/x']);
});
