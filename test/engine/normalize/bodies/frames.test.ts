import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { framedJson } from '../../../../src/engine/normalize/bodies/frames.js';

const RS = '\u001E';
const TOKEN = 'f3a9c1b27d5e4860';
const EVENT = `42["in",{"token":"${TOKEN}"}]`;
const fieldsOf = (source: string, mime = '') =>
  readBody(mime, source).fields.map(({ pointer, value }) => [pointer, value]);

describe('what a transport packs', () => {
  it.each<[string, string, [string, string][], string?]>([
    ['an event of Socket.IO', `42["in",{"sessionToken":"${TOKEN}"}]`, [['/1/sessionToken', TOKEN]]],
    ['with namespace and id', `42/chat?a=b,17["in",{"token":"${TOKEN}"}]`, [['/1/token', TOKEN]]],
    ['with attachments', `451-["in",{"token":"${TOKEN}"}]`, [['/1/token', TOKEN]]],
    ['what a client connects with', `40{"token":"${TOKEN}"}`, [['/token', TOKEN]]],
    [
      'packets of a polled body',
      `0{"pingInterval":25000}${RS}40${RS}42["in",{"token":"${TOKEN}"}]`,
      [['/1/token', TOKEN]],
      'text/plain',
    ],
    ['packets behind their length', `2:40${EVENT.length}:${EVENT}`, [['/1/token', TOKEN]]],
    [
      'SignalR',
      `{"protocol":"json","version":1}${RS}{"type":1,"arguments":[{"token":"${TOKEN}"}]}${RS}`,
      [['/arguments/0/token', TOKEN]],
    ],
    ['SockJS', `a["{\\"token\\":\\"${TOKEN}\\"}"]\n`, [['/0/token', TOKEN]]],
    [
      'STOMP',
      `CONNECT\naccept-version:1.2\nauthorization:Bearer ${TOKEN}\n\n\0`,
      [['/authorization', `Bearer ${TOKEN}`]],
    ],
    ['STOMP with a body', `MESSAGE\nid:1\n\n{"token":"${TOKEN}"}\0\n`, [['/token', TOKEN]]],
    [
      'STOMP in SockJS',
      JSON.stringify([`CONNECT\nX-Auth-Token:${TOKEN}\n\n\0`]),
      [['/X-Auth-Token', TOKEN]],
    ],
    [
      'STOMP from SockJS',
      `a${JSON.stringify([`CONNECTED\nsession:${TOKEN}\n\n\0`])}`,
      [['/session', TOKEN]],
    ],
    [
      'server-sent events',
      `: hello\nevent: in\ndata: {"token":"${TOKEN}"}\n\ndata: bye\n\n`,
      [['/token', TOKEN]],
      'text/event-stream',
    ],
    ['lines of JSON', `{"a":1}\n{"token":"${TOKEN}"}\n`, [['/token', TOKEN]]],
    [
      'JSON that is no script',
      `)]}',\n{\n"token":\n"${TOKEN}"}`,
      [['/token', TOKEN]],
      'application/json',
    ],
    [
      'a scheme in JSON',
      `{"type":"init","payload":{"Authorization":"Bearer ${TOKEN}"}}`,
      [['/payload/Authorization', `Bearer ${TOKEN}`]],
    ],
  ])('%s', (_, source, fields, mime) => {
    expect(fieldsOf(source, mime)).toEqual(fields);
  });

  it.each([
    ['a password in an event', '42["login",{"user":"ada","password":"correct-horse"}]'],
    ['a passcode', 'CONNECT\nlogin:ada\npasscode:correct-horse\n\n\0'],
    ['one in SockJS', JSON.stringify(['{"password":"correct-horse"}'])],
  ])('%s is never kept', (_, source) => {
    const body = readBody('', source);
    expect(JSON.stringify(body)).not.toContain('correct-horse');
    expect(body.passwordField).toBeDefined();
  });

  it.each([
    '',
    'hello, world',
    '42 apples and {"a":1}',
    '{"a":',
    '{\n  "a": [],\n  "b": {},\n  "c": "d',
    'a',
    'ohh',
    '3probe',
    'CONNECTED',
  ])('%s is none', (source) => {
    expect(framedJson(source)).toBeUndefined();
  });

  it('is read without an exception', () => {
    const piece = fc.oneof(
      fc.constantFrom(RS, '\0', '\n', 'a[', '42', '42/x,', 'CONNECT\n', 'data:', '7:', ":'"),
      fc.json(),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(() => readBody('', pieces.join(''))).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });
});
