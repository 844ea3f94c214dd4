import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { readHar } from '../../../../src/engine/normalize/sources/har.js';
import { entry, read } from '../../../support/har-entries.js';

describe('a HAR file', () => {
  it('reads bodies: POST data as text or parameters, content as text or base64', () => {
    const request = (postData: object) => ({ method: 'post', url: 'https://a.test/', postData });
    const form = read(
      entry({
        request: request({
          mimeType: 'application/x-www-form-urlencoded',
          params: [
            { name: 'password', value: 'hunter22' },
            { name: 'token', value: 'abcdefgh&1' },
          ],
        }),
      }),
    )[0]!;
    expect(form.method).toBe('POST');
    expect(form.request.body).toMatchObject({
      passwordField: 'password',
      fields: [{ pointer: 'token', value: 'abcdefgh&1' }],
    });
    const content = {
      mimeType: 'application/json',
      encoding: 'base64',
      text: Buffer.from('{"name":"Zoë the first"}').toString('base64'),
    };
    expect(read(entry({ response: { status: 200, content } }))[0]!.response!.body).toMatchObject({
      kind: 'json',
    });
    expect(JSON.stringify(form)).not.toContain('hunter22');
  });

  it.each([
    ['image/webp', false],
    ['Font/woff2; charset=x', false],
    ['video/mp4', false],
    ['image/svg+xml', true],
    ['application/octet-stream', true],
  ])('reads %s in base64 as text: %s', (mimeType, isText) => {
    const bytes = Buffer.alloc(1_200_001, '<svg>');
    const content = { mimeType, encoding: 'base64', text: bytes.toString('base64') };
    const { body } = read(entry({ response: { status: 200, content } }))[0]!.response!;
    expect(body).toMatchObject({ bytes: bytes.length, fields: [] });
    expect(body!.diagnosis !== undefined).toBe(isText);
  });

  it('reads a WebSocket’s text messages', () => {
    const token = `Bearer ${'a1B2'.repeat(8)}`;
    const _webSocketMessages = [
      { type: 'send', opcode: 1, data: JSON.stringify({ auth: { access_token: token.slice(7) } }) },
      { type: 'receive', opcode: 2, data: 'AAAA' },
    ];
    expect(
      read(entry({ _resourceType: 'websocket', _webSocketMessages }))[0]!.messages,
    ).toMatchObject([{ direction: 'sent', body: { kind: 'json' } }]);
  });
});

it.each([
  ['measured', { bodySize: 0 }, true],
  ['told by its header', { bodySize: -1, headers: [{ name: 'Content-Length', value: '0' }] }, true],
  ['not measured', { bodySize: -1 }, undefined],
  ['left out', { bodySize: 0, headers: [{ name: 'Content-Length', value: '12' }] }, undefined],
  ['none that reads', { bodySize: 0, method: 'GET' }, undefined],
])('a request in a file is empty where that is %s', (_, more, isEmpty) => {
  expect(inFile(more).isEmpty).toBe(isEmpty);
});

it.each([
  ['measured', { bodySize: 12 }, true],
  [
    'told by its header',
    { bodySize: -1, headers: [{ name: 'Content-Length', value: '12' }] },
    true,
  ],
  ['not measured', { bodySize: -1 }, undefined],
  ['there to read', { bodySize: 3, postData: { mimeType: 'text/plain', text: 'a=b' } }, undefined],
])('it has something unread where that is %s', (_, more, isUnread) => {
  expect(inFile(more).isUnread).toBe(isUnread);
});

function inFile(more: object): Exchange['request'] {
  const request = { method: 'POST', url: 'https://box.test/a', headers: [], ...more };
  const sent = { startedDateTime: '2026-01-01T00:00:00Z', request, response: { status: 200 } };
  return readHar({ log: { entries: [sent] } }).exchanges[0]!.request;
}
