import { expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { json } from '../../../support/bodies.js';
import { at, call, hex } from '../../../support/box-site.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { options } from '../../../support/told-analysis.js';

// A page gets a token for whoever it is, before anybody has said so.

const visit = hex();
const token = hex(40);
const renewing = hex(40);
const COOKIE = { cookie: `visit=${visit}` };
const page = (more: Partial<ExchangeSpec> = {}) =>
  at('/', { gets: { 'set-cookie': `visit=${visit}; Path=/; HttpOnly` }, ...more });
const empty = (one: Exchange): Exchange => ({ ...one, request: { ...one.request, isEmpty: true } });
const given = (more: Partial<ExchangeSpec> = {}) =>
  call('/api/auth/sessions', {
    sends: COOKIE,
    responseBody: json({ access_token: token, refresh_token: renewing }),
    ...more,
  });
const used = () => at('/api/rooms', { type: 'fetch', sends: { authorization: `Bearer ${token}` } });
const renewed = (requestBody = json({ RefreshToken: renewing, State: hex(24) })) =>
  call('/api/auth/cookies', {
    sends: { ...COOKIE, authorization: `Bearer ${token}` },
    requestBody,
    gets: { 'set-cookie': `auth=${hex()}; Path=/; HttpOnly` },
  });
const sentenceOf = (...steps: Exchange[]) => {
  const analysis = new Analysis();
  for (const step of steps) analysis.addExchange(step);
  return analysis.report(options).sites[0]!.sentence;
};

it.each<[string, () => Exchange[]]>([
  ['without content', () => [page(), empty(given()), used()]],
  ['with an empty object', () => [page(), given({ requestBody: json({}) }), used()]],
  ['that reads', () => [page(), given({ method: 'GET' }), used()]],
  ['and one for the next of it', () => [page(), empty(given()), renewed(), used()]],
])('a token for a request %s lets nobody in', (_, steps) => {
  expect(momentsTold(steps())).toEqual([]);
  expect(sentenceOf(...steps())).not.toContain('whoever holds it is you');
});

it.each<[string, () => Exchange[]]>([
  ['whose content was not seen', () => [page(), given()]],
  ['that says something', () => [page(), given({ requestBody: json({ proof: hex(64) }) })]],
  [
    'that brings a key',
    () => [page(), empty(given({ sends: { ...COOKIE, authorization: `Basic ${hex()}` } }))],
  ],
  ['whose cookie came along', () => [empty(given())]],
  [
    'whose cookie was given for a code',
    () => [page({ url: `https://box.test/?code=${hex()}` }), empty(given())],
  ],
  ['that follows another', () => [page(), call('/api/enter', { sends: COOKIE }), empty(given())]],
  ['of which no cookie is known', () => [page({ gets: {} }), empty(given({ sends: {} }))]],
])('a token for a request %s may be a login', (_, steps) => {
  expect(momentsTold([...steps(), used()])).toHaveLength(1);
});

it('who says a password beside the token of a guest logs in', () => {
  const requestBody = json({ refresh_token: renewing, email: 'a@b.test', password: 'x' });
  expect(momentsTold([page(), empty(given()), renewed(requestBody)])).toEqual([
    'login /api/auth/cookies',
  ]);
});
