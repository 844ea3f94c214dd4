import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const random = new Seeded('told in a socket');
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const SITE = 'https://chat.test';
const GATEWAY = 'wss://gateway.test/?v=9';

/** What is told of a value of a WebSocket that the page's site, or another, greets with. */
function told(url: string, greeting: (value: string) => object, back?: (value: string) => object) {
  const value = random.base62(32);
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: `${SITE}/` }));
  const opened = exchange({ url, type: 'websocket', status: 101, topUrl: `${SITE}/` });
  const received = { direction: 'received' as const, body: json(greeting(value)) };
  const sent = back ? [{ direction: 'sent' as const, body: json(back(value)) }] : [];
  analysis.addExchange({ ...opened, messages: [received, ...sent] });
  const role = analysis.credentials().find((one) => one.value === value)?.role;
  const { sites } = analysis.report(options);
  return [role, ...sites.map(({ mechanism }) => mechanism).filter((one) => one !== 'none')];
}

it.each<[string, (value: string) => object]>([
  ['Discord', (id) => ({ op: 0, t: 'READY', d: { session_id: id } })],
  ['AnyCable', (sid) => ({ type: 'welcome', sid })],
  ['a game', (id) => ({ hello: { sessionId: id } })],
])('numbers the connection: %s', (_, greeting) => {
  expect(told(GATEWAY, greeting)).toEqual(['other']);
  expect(told('wss://chat.test/live', greeting)).toEqual(['other']);
});

it('is a session where a message brings it back', () => {
  const bring = (session: string) => ({ type: 'auth', session });
  expect(told('wss://chat.test/live', (sid) => ({ type: 'granted', sid }), bring)[0]).toBe(
    'session',
  );
});

it('is a token where it is called one', () => {
  expect(told(GATEWAY, (token) => ({ access_token: token }))[0]).toBe('access-token');
});
