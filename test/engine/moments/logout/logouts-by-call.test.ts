import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { form, json, xml } from '../../../support/bodies.js';
import {
  call,
  cut,
  gone,
  hex,
  leadsTo,
  logouts,
  post,
  sid,
  SITE,
  use,
} from '../../../support/box-logouts.js';
import type { exchange } from '../../../support/exchange.js';

const digest = (value: string, how: 'hex' | 'base64' | 'base64url') =>
  createHash('sha256').update(value).digest(how).replaceAll('/', '%2F');
const socket = (text: string) => ({
  ...use('/live', { type: 'websocket', status: 101 }),
  messages: [{ direction: 'sent' as const, body: readBody('text/plain', text) }],
});

describe('a logout is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], string]>([
    [
      'a deleted session',
      () => [call('/api/v1/session', { method: 'DELETE', status: 204 })],
      '/api/v1/session',
    ],
    [
      'a deleted session by its id',
      () => [call(`/api/sessions/${sid}`, { method: 'DELETE', status: 204 })],
      '/api/sessions/',
    ],
    ...(['hex', 'base64url', 'base64'] as const).map(
      (how): [string, () => ReturnType<typeof exchange>[], string] => [
        `a deleted session by its digest in ${how}`,
        () => [call(`/rest/session/l/${digest(sid, how)}`, { method: 'DELETE' })],
        '/rest/session/l/',
      ],
    ),
    ['a deleted authentication', () => [call('/auth', { method: 'DELETE' })], '/auth'],
    [
      'an unnamed call that clears',
      () => [call('/api/x', { ...gone, responseBody: json({ ok: true }) })],
      '/api/x',
    ],
    ['a button', () => [post('/', { requestBody: form('signout=Sign+out') })], '/'],
    [
      'a call of XML-RPC',
      () => [
        call('/RPC2', {
          requestBody: xml('<methodCall><methodName>auth.logout</methodName></methodCall>'),
        }),
      ],
      '/RPC2',
    ],
    [
      'a call of SOAP',
      () => [
        call('/ws', {
          requestBody: xml('<s:Envelope><s:Body><Logout xmlns="y"/></s:Body></s:Envelope>'),
        }),
      ],
      '/ws',
    ],
    [
      'a call of GWT',
      () => [
        call('/app/service', {
          requestBody: readBody(
            'text/x-gwt-rpc',
            `7|0|4|${SITE}/app/|${hex()}|com.box.client.UserService|logout|1|2|3|4|0|`,
          ),
        }),
      ],
      '/app/service',
    ],
    [
      'a call of JSON-RPC',
      () => [call('/rpc', { requestBody: json({ method: 'session.logout', params: [] }) })],
      '/rpc',
    ],
    [
      'a mutation',
      () => [call('/graphql', { requestBody: json({ query: 'mutation { logout }' }) })],
      '/graphql',
    ],
    [
      'a mutation in messages',
      () => [
        socket(JSON.stringify({ type: 'subscribe', payload: { query: 'mutation { logout }' } })),
      ],
      '/live',
    ],
    [
      'a method of DDP',
      () => [socket(JSON.stringify({ msg: 'method', method: 'logout', params: [] }))],
      '/live',
    ],
    ['an event in a socket', () => [socket('42["logout"]')], '/live'],
    [
      'a page that lets the cookie go within moments',
      () => [use('/leave', { gets: cut('Max-Age=1'), ...leadsTo('/goodbye.html') })],
      '/leave',
    ],
    [
      'a button that does',
      () => [post('/account', { gets: cut('HttpOnly; Max-Age=3'), ...leadsTo('/') })],
      '/account',
    ],
    [
      'an overwriting',
      () => [call('/api/leave', { gets: { 'set-cookie': 'box=deleted; Path=/' } })],
      '/api/leave',
    ],
  ])('%s', (_, steps, path) => {
    expect(logouts('/index.php?page=home', steps)).toEqual([
      expect.stringContaining(`logout ${path}`),
    ]);
  });
});
