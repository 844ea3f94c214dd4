import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../../../src/engine/normalize/sources/har.js';
import { namedList } from '../../../../src/engine/normalize/sources/named-list.js';

const WANTED = [
  { name: 'Cookie', value: 'a=1' },
  { name: 'X-Id', value: '7' },
];

describe('a list of names and values', () => {
  it.each<[string, unknown]>([
    ['as HAR has it', WANTED],
    ['with a number', [WANTED[0], { name: 'X-Id', value: 7 }]],
    [
      'as pairs',
      [
        ['Cookie', 'a=1'],
        ['X-Id', '7'],
      ],
    ],
    [
      'as pairs with a number',
      [
        ['Cookie', 'a=1'],
        ['X-Id', 7],
      ],
    ],
    ['as lines', ['Cookie: a=1', 'X-Id:7']],
    ['as one text', 'Cookie: a=1\r\nX-Id: 7\r\n'],
    ['as a map', { Cookie: 'a=1', 'X-Id': 7 }],
    ['as a map of lists', { Cookie: ['a=1'], 'X-Id': ['7'] }],
    ['as a map of objects', { Cookie: { value: 'a=1' }, 'X-Id': { value: '7' } }],
  ])('is read %s', (_, list) => expect(namedList(list)).toEqual(WANTED));

  it('is read from a file, of headers, cookies and parameters', () => {
    const entry = {
      startedDateTime: '2026-01-01T00:00:00Z',
      request: {
        method: 'POST',
        url: 'https://a.test/',
        headers: { Accept: '*/*' },
        cookies: { sid: '4f3a', theme: 'dark' },
        postData: { params: { user: 'ada' } },
      },
      response: {
        status: 200,
        headers: [
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
        ],
      },
    };
    const [exchange] = readHar({ log: { entries: [entry] } }).exchanges;
    expect(exchange?.request.headers).toEqual([
      { name: 'accept', value: '*/*' },
      { name: 'cookie', value: 'sid=4f3a; theme=dark' },
    ]);
    expect(exchange?.request.body?.kind).toBe('form');
    expect(exchange?.response?.headers.map(({ value }) => value)).toEqual(['a=1', 'b=2']);
  });

  it('is nothing worse than empty, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (list) => {
        for (const item of namedList(list)) expect(typeof item).toBe('object');
      }),
    );
  });
});

it.each(['base64', 'BASE64'])('reads a posted body in %s', (encoding) => {
  const text = Buffer.from('{"token":"abcdefgh12345678"}').toString('base64');
  const request = {
    method: 'POST',
    url: 'https://a.test/',
    postData: { mimeType: 'application/json', text, encoding },
  };
  const [exchange] = readHar({ log: { entries: [{ request }] } }).exchanges;
  expect(exchange?.request.body?.fields).toEqual([
    { pointer: '/token', value: 'abcdefgh12345678' },
  ]);
});
