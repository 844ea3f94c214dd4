import { expect, it } from 'vitest';
import { MadeThings } from '../../../../src/engine/moments/logout/made-things.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const BMC = 'https://bmc.test';
const SESSIONS = '/redfish/v1/SessionService/Sessions';
const token = new Seeded('made things').bytes(16).toString('hex');
const sends = { 'x-auth-token': token };

const login = (location: string) =>
  exchange({
    url: BMC + SESSIONS,
    method: 'POST',
    type: 'fetch',
    status: 201,
    requestBody: readBody('application/json', '{"UserName":"root","Password":"x"}'),
    gets: { 'x-auth-token': token, location },
  });
const systems = () => exchange({ url: `${BMC}/redfish/v1/Systems`, type: 'fetch', sends });
const deleted = (path: string, status = 204) =>
  exchange({ url: BMC + path, method: 'DELETE', type: 'fetch', status, sends });

it.each([`${SESSIONS}/1`, `${BMC}${SESSIONS}/1`, `${SESSIONS}/1/`])(
  'a session that a login made at %s ends where that is deleted',
  (location) => {
    const told = momentsTold([login(location), systems(), deleted(`${SESSIONS}/1`)]);
    expect(told).toEqual([`login ${SESSIONS}`, `logout ${SESSIONS}/1`]);
  },
);

it.each([
  ['another session is', deleted(`${SESSIONS}/2`)],
  ['that was refused', deleted(`${SESSIONS}/1`, 403)],
  ['it is only read', exchange({ url: `${BMC}${SESSIONS}/1`, type: 'fetch', sends })],
])('it goes on where %s', (_, request) => {
  const told = momentsTold([login(`${SESSIONS}/1`), systems(), request, systems()]);
  expect(told).toEqual([`login ${SESSIONS}`]);
});

it('a thing that something else made is nobody’s session', () => {
  const order = exchange({
    url: `${BMC}/orders`,
    method: 'POST',
    type: 'fetch',
    status: 201,
    sends,
    gets: { location: '/orders/7' },
  });
  const told = momentsTold([login(`${SESSIONS}/1`), order, deleted('/orders/7'), systems()]);
  expect(told).toEqual([`login ${SESSIONS}`]);
});

it('what was made is known after it was saved', () => {
  const made = new MadeThings();
  made.exchange(login(`${SESSIONS}/1`));
  const again = new MadeThings(made.save());
  expect(again.makerOf(`${BMC}${SESSIONS}/1?x=1`)).toBe(BMC + SESSIONS);
  expect(again.makerOf(BMC)).toBeUndefined();
});
