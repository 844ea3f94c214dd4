import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// A login tells a script something, wherever, which goes back then, wherever.

const BOX = 'https://box.test';
const value = new Seeded('own use').bytes(16).toString('hex');
const json = (told: unknown) => readBody('application/json', JSON.stringify(told));
const cookie = `zk_s=${new Seeded('own use, cookie').base62(40)}`;

type Spec = Partial<ExchangeSpec>;

function judged(login: Spec, use: Spec) {
  const analysis = new Analysis();
  const call = (spec: Spec) =>
    analysis.addExchange(
      exchange({ url: `${BOX}/rpc`, method: 'POST', type: 'fetch', topUrl: BOX, ...spec }),
    );
  call({ requestBody: json({ user: 'ada', password: 'geheim' }), ...login });
  for (let n = 0; n < 2; n++) call({ responseBody: json({ rows: [n, 'a'] }), ...use });
  return analysis
    .credentials()
    .filter((one) => one.value === value)
    .map(({ role, confidence }) => ({ role, isSure: confidence > 0.5 }));
}

const inBody: Spec = { responseBody: json({ session: value }) };
const inHeader: Spec = { responseBody: json({ id: 1 }), gets: { 'x-auth-token': value } };
const inList: Spec = { responseBody: json({ result: [0, { ubus_rpc_session: value }] }) };

it.each<[string, string, Spec, Spec]>([
  ['a header', 'access-token', inHeader, { sends: { 'x-auth-token': value } }],
  ['a body', 'session', inBody, { requestBody: json({ session: value, method: 'list' }) }],
  ['an address', 'session', inBody, { url: `${BOX}/rpc?session=${value}`, method: 'GET' }],
  ['a place without a name', 'session', inList, { requestBody: json({ params: [value, 'x'] }) }],
])('is surely what logs in where it goes back in %s', (_, role, login, use) => {
  expect(judged(login, use)).toEqual([{ role, isSure: true }]);
});

it.each<[string, Spec, Spec]>([
  ['it never goes back', inBody, {}],
  [
    'a session goes beside it',
    { ...inBody, gets: { 'set-cookie': `${cookie}; Path=/; HttpOnly` } },
    { requestBody: json({ session: value }), sends: { cookie } },
  ],
])('is no surer than its name where %s', (_, login, use) => {
  for (const { isSure } of judged(login, use)) expect(isSure).toBe(false);
});
