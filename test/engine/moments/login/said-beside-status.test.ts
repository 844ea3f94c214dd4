import { expect, it } from 'vitest';
import { form, html, json } from '../../../support/bodies.js';
import { ASKS, at, call, cookie, hex } from '../../../support/box-site.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

// What a login was answered with 200, where that does not tell whether somebody was let in.

const visit = (answer: Partial<ExchangeSpec>, requestBody = json({ u: 'ada', password: 'x' })) =>
  momentsTold([at('/', { responseBody: ASKS }), call('/api/login', { requestBody, ...answer })]);
const SALT = json({ salt: hex(), iterations: 1000 });

it.each<[string, Partial<ExchangeSpec>]>([
  ['the status of a call (gRPC)', { gets: { 'grpc-status': '16' } }],
  [
    'the status of a call, and an empty answer',
    { gets: { 'x-eresult': '5' }, responseBody: json({ response: {} }) },
  ],
  ['a header for errors', { gets: { 'x-error-code': '1042' }, responseBody: json({}) }],
  ['the name of an error', { gets: { 'x-amzn-errortype': 'NotAuthorizedException' } }],
  ['no value', { responseBody: json(null) }],
  ['a list of nobody', { responseBody: json([]) }],
  ['a switch that is off', { responseBody: json({ code: 0, data: false }) }],
  ['a salt', { responseBody: SALT }],
  [
    'a salt, and the number of a proof',
    { responseBody: json({ srpSession: hex(), salt: hex(), rounds: 9 }) },
  ],
  ['a challenge', { responseBody: json({ challenge: hex() }) }],
])('none is told where it was answered by %s', (_, answer) => {
  expect(visit(answer)).toEqual([]);
});

it.each<[string, Partial<ExchangeSpec>]>([
  ['a call that worked (gRPC)', { gets: { 'grpc-status': '0', ...cookie() } }],
  ['a call that worked', { gets: { 'x-eresult': '1' }, responseBody: json({ response: {} }) }],
  ['a header for errors that has none', { gets: { 'x-error-code': '0' }, responseBody: json({}) }],
  [
    'a header that speaks of errors',
    { gets: { 'x-error-reporting-url': '/e', 'x-terror-code': '7' } },
  ],
  ['no value, and a session', { gets: cookie(), responseBody: json(null) }],
  ['a list of nothing, and a session', { gets: cookie(), responseBody: json([]) }],
  ['an object without members', { responseBody: json({}) }],
  [
    'a salt, and a token',
    { responseBody: json({ access_token: hex(40), salt: hex(), rounds: 9 }) },
  ],
  [
    'a challenge, and a token',
    { responseBody: json({ challenge: hex(), session_token: hex(64) }) },
  ],
  ['a session, and no challenge', { responseBody: json({ session_id: hex(), challenge: null }) }],
  ['a salt, and a session', { gets: cookie(), responseBody: SALT }],
  [
    'a page that has a challenge for its scripts',
    { type: 'document', responseBody: html(`<script>{"challenge":"${hex()}"}</script>Hello`) },
  ],
])('one is told where it was answered by %s', (_, answer) => {
  expect(visit(answer)).toEqual(['login /api/login']);
});

it('the proof that comes after the salt is the login, at the same address', () => {
  const ask = form('username=ada&password=seeksalthash');
  const steps = [
    call('/api/login', { requestBody: ask, responseBody: SALT }),
    call('/api/login', {
      requestBody: form(`username=ada&password=${hex()}`),
      responseBody: json({ error: 'ok', data: { uid: '2' } }),
    }),
  ];
  expect(momentsTold(steps)).toEqual(['login /api/login']);
  expect(momentsTold(steps.slice(0, 1))).toEqual([]);
});
