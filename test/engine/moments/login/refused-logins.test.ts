import { describe, expect, it } from 'vitest';
import { json } from '../../../support/bodies.js';
import { at, call, cookie, hex, leadsTo, socket } from '../../../support/box-site.js';
import type { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

describe('no login is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[]]>([
    ['an invitation that is shown', () => [at(`/invite/${hex()}`, { gets: cookie() })]],
    [
      'an invitation of somebody who has no account',
      () => [at(`/invite/${hex()}`, { gets: cookie(), ...leadsTo('/sign-up') })],
    ],
    [
      'a refusal in JSON',
      () => [
        call('/api/login', {
          requestBody: json({ password: 'x' }),
          responseBody: json({ success: false, message: 'no' }),
        }),
      ],
    ],
    [
      'one with an error',
      () => [
        call('/api/login', {
          requestBody: json({ password: 'x' }),
          responseBody: json({ error: 'bad_credentials' }),
        }),
      ],
    ],
    [
      'one of GraphQL',
      () => [
        call('/graphql', {
          requestBody: json({
            query: 'mutation { login(password: "x") { token } }',
            variables: { password: 'x' },
          }),
          responseBody: json({ errors: [{ message: 'no' }], data: null }),
        }),
      ],
    ],
    [
      'one of JSON-RPC',
      () => [
        call('/rpc', {
          requestBody: json({ method: 'login', params: { password: 'x' } }),
          responseBody: json({ jsonrpc: '2.0', error: { code: -32000, message: 'no' } }),
        }),
      ],
    ],
    [
      'one that gives a new anonymous session',
      () => [
        call('/api/login', {
          requestBody: json({ password: 'x' }),
          responseBody: json({ success: false }),
          gets: cookie(),
        }),
      ],
    ],
    [
      'one in a socket',
      () => [
        socket(
          [
            'sent',
            JSON.stringify({
              msg: 'method',
              method: 'login',
              params: [{ password: { digest: hex(64) } }],
              id: '1',
            }),
          ],
          [
            'received',
            JSON.stringify({
              msg: 'result',
              id: '1',
              error: { error: 403, errorType: 'Meteor.Error' },
            }),
          ],
        ),
      ],
    ],
    [
      'a session resumed in a socket',
      () => [
        socket(
          [
            'sent',
            JSON.stringify({
              msg: 'method',
              method: 'login',
              params: [{ resume: hex(42) }],
              id: '1',
            }),
          ],
          [
            'received',
            JSON.stringify({ msg: 'result', id: '1', result: { id: hex(), token: hex(42) } }),
          ],
        ),
      ],
    ],
  ])('%s', (_, steps) => {
    expect(momentsTold(steps())).toEqual([]);
  });
});
