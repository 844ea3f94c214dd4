import { expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// A page proves that somebody knows the password, and sends no password.

const SITE = 'http://box.test';
const random = new Seeded('challenges');
const hex = (bytes = 16) => random.bytes(bytes).toString('hex');
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, type: 'fetch', ...more });
const form = (text: string) => readBody('application/x-www-form-urlencoded', text);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const page = (script: string) => readBody('text/html', `<script>${script}</script>`);

const asks = {
  xml: () =>
    readBody('text/xml', `<Info><SID>0</SID><Challenge>${hex()}</Challenge><T>0</T></Info>`),
  json: () => json({ challenge: hex(), salt: hex(4) }),
  page: () => page(`var data = {"challenge": "2$60000$${hex()}$6000$${hex()}", "SID": "0"}`),
};
const proof = (more: Partial<ExchangeSpec>, field = 'response') =>
  call('/entry.lua', {
    method: 'POST',
    requestBody: form(`${field}=${hex()}%24${hex(32)}&name=ada`),
    ...more,
  });
const logins = (...visit: ReturnType<typeof exchange>[]) =>
  momentsTold(visit).filter((one) => one.startsWith('login'));

it.each([
  ['in XML', asks.xml, () => ({ responseBody: page(`var data={"sid":"${hex(8)}"}`) }), 'response'],
  ['in a page', asks.page, () => ({ responseBody: json({ sid: hex() }) }), 'response'],
  ['in JSON', asks.json, () => ({ responseBody: json({ sid: hex() }) }), 'challenge_response'],
  ['by a cookie', asks.json, () => ({ gets: { 'set-cookie': `b=${hex()}; Path=/` } }), 'answer'],
])('who proves a password that was asked for %s logs in', (_how, asked, gives, field) => {
  const asking = call('/challenge', { responseBody: asked() });
  expect(logins(asking, proof(gives(), field))).toEqual(['login /entry.lua']);
});

it.each<[string, () => ReturnType<typeof exchange>[]]>([
  [
    'nobody asked for a proof',
    () => [call('/challenge'), proof({ responseBody: page(`var data={"sid":"${hex(8)}"}`) })],
  ],
  [
    'it was not taken',
    () => [
      call('/challenge', { responseBody: asks.json() }),
      proof({ responseBody: page('var data={"sid":"0000000000000000"}') }),
    ],
  ],
  [
    'a hash of something else is sent',
    () => [
      call('/challenge', { responseBody: asks.json() }),
      proof({ responseBody: json({ sid: hex() }) }, 'etag'),
    ],
  ],
])('tells no login where %s', (_why, visit) => {
  expect(logins(...visit())).toEqual([]);
});
