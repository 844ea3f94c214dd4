import { expect, it } from 'vitest';
import { candidatesInBody } from '../../../src/engine/places/in-body.js';
import { candidatesInHeaders } from '../../../src/engine/places/in-headers.js';
import { candidatesInUrl } from '../../../src/engine/places/in-url.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Seeded } from '../../support/seeded.js';

const id = new Seeded('transport').base62(22);

it.each([
  `https://a.test/socket.io/?EIO=4&transport=polling&t=Ox&sid=${id}`,
  `wss://a.test/engine.io/?EIO=3&transport=websocket&sid=${id}`,
  `https://a.test/signalr/poll?transport=longPolling&clientProtocol=2.1&connectionToken=${id}`,
  `wss://a.test/signalr/connect?transport=webSockets&connectionToken=${id}`,
  `wss://a.test/chatHub?id=${id}`,
  `https://a.test/hubs/chat?id=${id}`,
  `https://a.test/http-bind/?sid=${id}`,
  `https://a.test/v1/Listen/channel?VER=8&RID=rpc&SID=${id}&AID=0&CI=0&TYPE=xmlhttp`,
  `https://a.test/v1/Write/channel?VER=8&gsessionid=${id}&RID=7&SID=${id}&CVER=22`,
  `https://a.test/push?X-Atmosphere-Transport=websocket&X-Atmosphere-tracking-id=${id}`,
])('numbers a connection, and no session: %s', (url) => {
  expect(candidatesInUrl(url, 'sent')).toEqual([]);
});

it.each([
  [`https://a.test/index.php?sid=${id}`, 'sid'],
  [`https://a.test/list?VER=8&sid=${id}`, 'sid'],
  [`https://a.test/app?session_id=${id}&transport=bus`, 'session_id'],
  [`wss://a.test/chatHub?id=1&access_token=${id}`, 'access_token'],
  [`https://a.test/socket.io/?EIO=4&token=${id}`, 'token'],
])('is none: %s', (url, name) => {
  expect(candidatesInUrl(url, 'sent').map(({ locator }) => locator)).toEqual([name]);
});

it('is told as such by the answer that gives it', () => {
  const answer = readBody(
    'application/json',
    JSON.stringify({ connectionId: 'a', connectionToken: id, availableTransports: [] }),
  );
  const negotiate = 'https://a.test/chatHub/negotiate?negotiateVersion=1';
  expect(candidatesInBody(answer, 'received', negotiate)).toEqual([]);
  expect(candidatesInBody(answer, 'received', 'https://a.test/api/token')).toHaveLength(1);
});

const fieldsIn = (message: object, url = 'wss://a.test/websocket') =>
  candidatesInBody(readBody('application/json', JSON.stringify(message)), 'received', url).map(
    ({ locator }) => locator,
  );
const HMAC = new Seeded('channel').bytes(32).toString('hex');

it('is told as such by what stands beside it', () => {
  expect(fieldsIn({ msg: 'connected', session: id })).toEqual([]);
  expect(fieldsIn({ msg: 'result', id: '1', session: id })).toEqual(['/session']);
  expect(fieldsIn(['4', '4', 'lv:phx-F1', 'phx_join', { session: id, static: id }])).toEqual([]);
  expect(fieldsIn(['4', '4', 'room:1', 'phx_join', { token: id }])).toEqual(['/4/token']);
  expect(fieldsIn(['4', '4', 'lv:phx-F1', 'phx_event', { session: id }])).toEqual(['/4/session']);
  expect(fieldsIn({ data: { auth: `${id}:${HMAC}`, channel: 'private-a' } })).toEqual([]);
  expect(fieldsIn({ auth: `${id}:${HMAC}` }, 'https://a.test/pusher/auth')).toEqual([]);
  expect(fieldsIn({ auth: id }, 'https://a.test/pusher/auth')).toEqual(['/auth']);
});

it('is told as such by the header that names it', () => {
  const given = (name: string) =>
    candidatesInHeaders([{ name, value: id }], 'received').map(({ locator }) => locator);
  expect(given('x-http-session-id')).toEqual([]);
  expect(given('x-session-id')).toEqual(['x-session-id']);
  expect(given('x-session-token')).toEqual(['x-session-token']);
});
