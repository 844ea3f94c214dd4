import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { json, xml } from '../../../support/bodies.js';
import { call, cookie, hex, SITE, socket } from '../../../support/box-site.js';
import type { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

describe('a login is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], string]>([
    // Remote procedure calls.
    [
      'of XML-RPC',
      () => [
        call('/RPC2', {
          requestBody: xml(
            '<?xml version="1.0"?><methodCall><methodName>auth.login</methodName>' +
              '<params/></methodCall>',
          ),
          gets: cookie(),
        }),
      ],
      '/RPC2',
    ],
    [
      'of JSON-RPC',
      () => [
        call('/jsonrpc', {
          requestBody: json({ jsonrpc: '2.0', method: 'session.login', params: ['a'], id: 1 }),
          gets: cookie(),
        }),
      ],
      '/jsonrpc',
    ],
    [
      'of JSON-RPC under another name',
      () => [
        call('/ubus', {
          requestBody: json([
            {
              jsonrpc: '2.0',
              method: 'call',
              params: ['0'.repeat(32), 'session', 'login', { username: 'a', password: 'b' }],
            },
          ]),
          responseBody: json([{ result: [0, { ubus_rpc_session: hex() }] }]),
        }),
      ],
      '/ubus',
    ],
    [
      'of GWT',
      () => [
        call('/app/service', {
          requestBody: readBody(
            'text/x-gwt-rpc; charset=utf-8',
            `7|0|8|${SITE}/app/|${hex().toUpperCase()}|com.box.client.UserService|login|` +
              'java.lang.String/2004016611|ada|secret|1|2|3|4|2|5|5|6|7|',
          ),
          gets: cookie(),
        }),
      ],
      '/app/service',
    ],
    [
      'of SOAP',
      () => [
        call('/ws', {
          requestBody: xml(
            '<soap:Envelope xmlns:soap="x"><soap:Body><m:Login xmlns:m="y"><m:u>a</m:u></m:Login>' +
              '</soap:Body></soap:Envelope>',
          ),
          gets: cookie(),
        }),
      ],
      '/ws',
    ],
    [
      'of GraphQL',
      () => [
        call('/graphql', {
          requestBody: json({ query: 'mutation { signIn(input: {}) { ok } }' }),
          gets: cookie(),
        }),
      ],
      '/graphql',
    ],
    // WebSockets.
    [
      'of DDP',
      () => [
        socket(
          [
            'sent',
            JSON.stringify({
              msg: 'method',
              method: 'login',
              params: [{ user: { username: 'a' }, password: { digest: hex(64) } }],
              id: '1',
            }),
          ],
          ['received', JSON.stringify({ msg: 'result', id: '1', result: { token: hex(42) } })],
        ),
      ],
      '/live',
    ],
    [
      'of an event',
      () => [
        socket(
          ['sent', '42["login",{"username":"ada","password":"x"}]'],
          ['received', `43[{"ok":true,"token":"${hex()}"}]`],
        ),
      ],
      '/live',
    ],
    [
      'of GraphQL in messages',
      () => [
        socket(
          [
            'sent',
            JSON.stringify({
              id: '1',
              type: 'subscribe',
              payload: { query: 'mutation L { login(u: "a") { token } }' },
            }),
          ],
          [
            'received',
            JSON.stringify({
              id: '1',
              type: 'next',
              payload: { data: { login: { token: hex() } } },
            }),
          ],
        ),
      ],
      '/live',
    ],
  ])('%s', (_, steps, path) => {
    const moments = momentsTold(steps());
    expect(moments.map((one) => one.slice(0, `login ${path}`.length))).toEqual([`login ${path}`]);
  });
});
