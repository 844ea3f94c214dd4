import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('messages');
const TOKEN = random.base62(40);

/** Place and name of what is seen in a message that a WebSocket at this address received. */
function seenIn(url: string, message: string): [string, string][] {
  const analysis = new Analysis();
  const messages = [{ direction: 'received' as const, body: readBody('', message) }];
  analysis.addExchange({ ...exchange({ url, type: 'websocket', status: 101 }), messages });
  return analysis.credentials().map(({ carrier, name }) => [carrier, name]);
}

it.each<[string, string, string, [string, string][]]>([
  [
    'a token in an event',
    'wss://a.test/socket.io/?EIO=4',
    `42["in",{"sessionToken":"${TOKEN}"}]`,
    [['websocket', '/1/sessionToken']],
  ],
  ['the number of a connection', 'wss://a.test/socket.io/?EIO=4', `0{"sid":"${TOKEN}"}`, []],
  ['a session elsewhere', 'wss://a.test/feed', `{"sid":"${TOKEN}"}`, [['websocket', '/sid']]],
])('sees %s', (_, url, message, seen) => {
  expect(seenIn(url, message)).toEqual(seen);
});
