import { expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

// Headers of services' own, which say by their names and schemes what they carry.

const random = new Seeded('own headers');
const ID = random.bytes(16).toString('hex');
const APP = jwtOf({ sub: '1:2:web:3', iss: 'https://check.test', exp: 1_900_000_000 });

function judged(name: string, value: string) {
  const analysis = new Analysis();
  const call = (path: string) =>
    exchange({ url: `https://api.test/${path}`, type: 'fetch', sends: { [name]: value } });
  for (const path of ['a', 'b', 'c']) analysis.addExchange(call(path));
  const [one] = analysis.credentials();
  return one ? [one.role, one.evidence.some(({ key }) => key === 'evidence_authorization')] : [];
}

it.each([
  ['x-firebase-appcheck', APP, 'device'],
  ['x-hasura-admin-secret', ID, 'api-key'],
  ['x-app-secret', ID, 'api-key'],
  ['x-authorization', ID, 'access-token'],
])('%s carries what its name says, and is not the Authorization header', (name, value, role) => {
  expect(judged(name, value)).toEqual([role, false]);
});

it('is none at all where it shows that no program asks', () => {
  expect(judged('x-px-authorization', `3:${random.bytes(32).toString('hex')}`)).toEqual([]);
});

it.each([
  [`Client-ID ${ID}`, 'api-key'],
  [`AppKey ${ID}`, 'api-key'],
  [`Access-Key ${ID}`, 'api-key'],
])('a scheme says that a key of the application is sent: %s', (value, role) => {
  expect(judged('authorization', value)[0]).toBe(role);
});
