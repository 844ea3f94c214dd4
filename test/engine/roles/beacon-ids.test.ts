import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { asked, GIF, ID, json, PAGE, random, told } from '../../support/page-traffic.js';

describe('an id of a visit that a beacon tells', () => {
  it.each<[string, Exchange]>([
    ['by an image of another site', asked(`https://p.count.test/i?sid=${ID}`, GIF)],
    ['by a ping of the own site', asked(`${PAGE}e?session_id=${ID}`, { type: 'other' })],
    ['answered with 204', asked(`${PAGE}e?sessionId=${ID}`, { status: 204 })],
    [
      'answered with an empty text',
      asked(`${PAGE}e?session=${ID}`, { gets: { 'content-length': '0' } }),
    ],
    [
      'answered with an empty object',
      asked(`https://s.count.test/l.json?sid=${ID}`, { responseBody: readBody('', '{}') }),
    ],
    [
      'as data of another site',
      asked(`https://s.count.test/l.json?sessionid=${ID}`, { gets: json }),
    ],
  ])('%s is no session', (_, beacon) => {
    expect(told(beacon)).toEqual(['tracking', 'none', []]);
  });

  it.each<[string, Exchange]>([
    ['a page', exchange({ url: `${PAGE}cart?sid=${ID}` })],
    ['data of the own site', asked(`${PAGE}api/cart?sid=${ID}`, { gets: json })],
    [
      'a page of another site, in a frame',
      asked(`https://game.test/play;jsessionid=${ID}`, { type: 'frame' }),
    ],
  ])('%s is asked for with a session', (_, one) => {
    expect(told(one)[0]).toBe('session');
  });

  it('is one where a page was asked for with it as well', () => {
    const beacon = asked(`${PAGE}e?sid=${ID}`, { status: 204 });
    expect(told(beacon, exchange({ url: `${PAGE}cart?sid=${ID}` }))[0]).toBe('session');
  });

  it('is a session that an answer gave', () => {
    const given = asked(`https://api.pay.test/start`, {
      method: 'POST',
      responseBody: readBody('application/json', JSON.stringify({ sessionId: ID })),
    });
    const used = asked(`https://api.pay.test/cart?sessionId=${ID}`, { gets: json });
    expect(told(given, used)[0]).toBe('session');
  });
});

describe('an id in the address of a WebSocket', () => {
  const opened = exchange({
    url: `wss://shop.test/kernels?session_id=${ID}`,
    type: 'websocket',
    status: 101,
    topUrl: PAGE,
  });

  it('that no answer gave numbers the connection', () => {
    expect(told(opened)).toEqual(['other', 'none', []]);
  });

  it('that an answer gave is the session', () => {
    const given = asked(`${PAGE}start`, {
      method: 'POST',
      responseBody: readBody('application/json', JSON.stringify({ sessionId: ID })),
    });
    expect(told(given, opened)[0]).toBe('session');
  });
});

describe('an id or a token in the address beside a session’s cookie', () => {
  const cookie = `sid=${random.bytes(16).toString('hex')}`;
  const visit = (name: string, beside: boolean) => {
    const sends = { cookie };
    return [
      exchange({ url: PAGE, gets: { 'set-cookie': `${cookie}; Path=/; HttpOnly` } }),
      exchange({ url: PAGE, sends }),
      exchange({ url: `${PAGE}edit?${name}=${ID}`, ...(beside ? { sends } : {}) }),
    ];
  };
  const roleOf = (exchanges: Exchange[]) => {
    const analysis = new Analysis();
    for (const one of exchanges) analysis.addExchange(one);
    return analysis.credentials().find(({ kind }) => kind === 'token')?.role;
  };

  it.each(['access_token', 'id_token'])('%s is what login protocols call so', (name) => {
    expect(roleOf(visit(name, true))).toBe(name.replace('_', '-'));
  });

  it.each(['token', 'sid'])('%s stands against forgery', (name) => {
    expect(roleOf(visit(name, true))).toBe('csrf');
    expect(roleOf(visit(name, false))).not.toBe('csrf');
  });

  it.each(['state', 'client_id=a&nonce'])('is of a login protocol under its name: %s', (name) => {
    expect(roleOf(visit(name, true))).toBe('oauth-state');
  });

  it('is a session where a product calls its own so', () => {
    expect(roleOf(visit('jsessionid', true))).toBe('session');
  });
});
