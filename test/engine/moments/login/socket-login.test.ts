import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';
import { options } from '../../../support/told-analysis.js';

const random = new Seeded('socket login');
const token = random.base62(43);

/** What is told of an application that does all by one WebSocket, with these messages in it. */
function told(...lines: ['sent' | 'received', object][]) {
  const messages = lines.map(([direction, message]) => ({
    direction,
    body: readBody('', JSON.stringify(message)),
  }));
  const analysis = new Analysis();
  const spec = { url: 'wss://app.test/websocket', topUrl: 'https://app.test/', status: 101 };
  analysis.addExchange({ ...exchange({ ...spec, type: 'websocket' }), messages });
  const { credentials, events, sites } = analysis.report(options);
  const [site] = sites;
  return {
    roles: credentials.map(({ name, role }) => [name, role]),
    logins: events.filter(({ type }) => type === 'login').length,
    mechanism: site?.mechanism,
  };
}

/** The logins by packets of Socket.IO. */
function toldPackets(...packets: ['sent' | 'received', unknown[]][]): number {
  const messages = packets.map(([direction, data]) => ({
    direction,
    body: readBody('', `${direction === 'sent' ? '420' : '430'}${JSON.stringify(data)}`),
  }));
  const url = 'wss://app.test/socket.io/?EIO=4&transport=websocket';
  const analysis = new Analysis();
  const spec = { url, topUrl: 'https://app.test/', status: 101 };
  analysis.addExchange({ ...exchange({ ...spec, type: 'websocket' }), messages });
  return analysis.report(options).events.filter(({ type }) => type === 'login').length;
}

const HELLO = ['received', { msg: 'connected', session: random.base62(17) }] as const;
const LOGIN = [
  'sent',
  { msg: 'method', id: '1', method: 'login', params: [{ password: { digest: 'x' } }] },
] as const;
const GIVEN = ['received', { msg: 'result', id: '1', result: { id: 'u', token } }] as const;

describe('a login in a WebSocket', () => {
  it('gives what its answer tells', () => {
    expect(told([...HELLO], [...LOGIN], [...GIVEN])).toEqual({
      roles: [['/result/token', 'access-token']],
      logins: 1,
      mechanism: 'bearer-token',
    });
  });

  it('gives nothing where it is turned down', () => {
    const no = { msg: 'result', id: '1', error: { reason: 'Incorrect password', token } };
    expect(told([...HELLO], [...LOGIN], ['received', no])).toMatchObject({ logins: 0 });
  });

  it.each(['loginByToken', 'login_with_access_token', 'login'])(
    'that %s asks for lets nobody in by a token of an earlier visit',
    (name) => {
      const resumed = name === 'login' ? [name, { token }] : [name, token];
      expect(toldPackets(['sent', resumed], ['received', [{ ok: true }]])).toBe(0);
      const password = ['login', { username: 'ada', password: 'x', token: '' }];
      expect(toldPackets(['sent', password], ['received', [{ ok: true, token }]])).toBe(1);
    },
  );

  it('gives nothing that was told before, or where nobody asked', () => {
    expect(told([...GIVEN], [...LOGIN], ['received', { msg: 'result', id: '1' }]).roles).toEqual([
      ['/result/token', 'other'],
    ]);
    expect(told([...HELLO], [...GIVEN])).toMatchObject({ logins: 0, mechanism: 'none' });
  });
});
