import { describe, expect, it } from 'vitest';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { b64, b64u } from '../../support/base64.js';
import { anyJwe, anyJwt } from '../../support/jose.js';
import {
  type Parts,
  SECRETS,
  left,
  har,
  KNOWN,
  PASSWORD,
  MAIL,
  KEY,
  SID,
} from '../../support/redacted-har.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('redact har');

const ENCODINGS: [string, (secret: string) => string][] = [
  ['as it is', (secret) => secret],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded twice', (secret) => encodeURIComponent(encodeURIComponent(secret))],
  ['in base64', b64],
  ['in base64url', b64u],
  ['behind something in base64', (secret) => b64(`user:${secret}:end`)],
  ['in base64 of JSON', (secret) => b64(JSON.stringify({ value: secret, at: 1 }))],
  ['in hexadecimal', (secret) => Buffer.from(secret).toString('hex')],
  ['in a string of JSON', (secret) => JSON.stringify({ a: secret })],
];

const PLACES: [string, (written: string) => Parts][] = [
  ['a cookie', (text) => ({ sent: [['Cookie', `a=1; x=${text}; b=2`]] })],
  ['Set-Cookie', (text) => ({ received: [['Set-Cookie', `x=${text}; Path=/`]] })],
  [
    'folded Set-Cookie',
    (text) => ({ received: [['Set-Cookie', `a=1; Path=/, x=${text}; Path=/`]] }),
  ],
  ['a list of cookies', (text) => ({ request: { cookies: [{ name: 'x', value: text }] } })],
  ['cookies as a map', (text) => ({ request: { cookies: { x: text } } })],
  ['a header of another name', (text) => ({ sent: [['X-Trace', text]] })],
  ['headers as pairs', (text) => ({ request: { headers: [['X-Trace', text]] } })],
  ['a query', (text) => ({ url: `https://shop.test/?x=${encodeURIComponent(text)}` })],
  ['a fragment', (text) => ({ response: { redirectURL: `/next#x=${encodeURIComponent(text)}` } })],
  ['queryString', (text) => ({ request: { queryString: [{ name: 'x', value: text }] } })],
  ['Location', (text) => ({ received: [['Location', `/?x=${encodeURIComponent(text)}`]] })],
  [
    'Referer',
    (text) => ({ sent: [['Referer', `https://shop.test/?x=${encodeURIComponent(text)}`]] }),
  ],
  ['params', (text) => ({ posted: { mimeType: 'x', params: [{ name: 'x', value: text }] } })],
  [
    'a form',
    (text) => ({
      posted: {
        mimeType: 'application/x-www-form-urlencoded',
        text: new URLSearchParams({ x: text }).toString(),
      },
    }),
  ],
  [
    'JSON',
    (text) => ({ content: { mimeType: 'application/json', text: JSON.stringify({ x: [text] }) } }),
  ],
  [
    'a page',
    (text) => ({ content: { mimeType: 'text/html', text: `<b data-x='${text}'>hi</b>` } }),
  ],
  [
    'a script',
    (text) => ({ content: { mimeType: 'text/javascript', text: `var x = '${text}';` } }),
  ],
  [
    'a body in base64',
    (text) => ({
      content: { mimeType: 'text/plain', encoding: 'base64', text: b64(`x ${text} y`) },
    }),
  ],
  [
    'a message',
    (text) => ({ response: { _webSocketMessages: [{ opcode: 1, data: text, type: 'send' }] } }),
  ],
  [
    'a member that no one knows',
    (text) => ({ response: { _own: { deep: [{ note: `see ${text}` }] } } }),
  ],
];

describe('what must not stay', () => {
  it.each(PLACES)('is not in %s, however it is written', (_, put) => {
    const written = SECRETS.flatMap((secret) => ENCODINGS.map(([, encode]) => encode(secret)));
    expect(left(redactHar(har(...KNOWN, ...written.map(put))).har)).toEqual([]);
  });

  it.each([
    ['Basic', `Basic ${b64(`ada:${PASSWORD}`)}`],
    ['Digest', `Digest username="${MAIL}", realm="x", nonce="${KEY}", response="${SID}", uri="/"`],
    ['a scheme of its own', `Signature ${KEY}`],
    ['none', KEY],
  ])('is not in Authorization with %s', (_, value) => {
    const { har: redacted } = redactHar(har({ sent: [['Authorization', value]] }));
    const text = JSON.stringify(redacted);
    expect(
      [PASSWORD, MAIL, KEY, b64(`ada:${PASSWORD}`)].filter((one) => text.includes(one)),
    ).toEqual([]);
  });

  it.each<[string, Parts]>([
    [
      'a form',
      { posted: { mimeType: 'application/x-www-form-urlencoded', text: 'u=a&password=fish' } },
    ],
    ['JSON', { posted: { mimeType: 'application/json', text: '{"user":"a","pwd":"fish"}' } }],
    [
      'JSON that says so',
      { posted: { mimeType: 'application/json', text: '[{"name":"password","value":"fish"}]' } },
    ],
    [
      'multipart',
      {
        posted: {
          mimeType: 'multipart/form-data; boundary=xx',
          text: '--xx\r\nContent-Disposition: form-data; name="password"\r\n\r\nfish\r\n--xx--',
        },
      },
    ],
    ['params', { posted: { mimeType: 'x', params: [{ name: 'password', value: 'fish' }] } }],
    ['a query', { url: 'https://shop.test/?password=fish' }],
    ['user info', { url: 'https://ada:fish@shop.test/' }],
    ['XML', { posted: { mimeType: 'text/xml', text: '<login><password>fish</password></login>' } }],
    ['Basic', { sent: [['Authorization', `Basic ${b64('ada:fish')}`]] }],
  ])('is no password of a few letters, in %s', (_, parts) => {
    const text = JSON.stringify(redactHar(har(parts)).har);
    expect(text).not.toContain('fish');
    expect(text).not.toContain(b64('ada:fish'));
  });

  it('is no password in a field that only its page calls one', () => {
    const page: Parts = {
      content: { mimeType: 'text/html', text: '<form><input name="p" type="password"></form>' },
    };
    const posted = { mimeType: 'application/x-www-form-urlencoded', text: 'u=ada&p=fish' };
    expect(JSON.stringify(redactHar(har(page, { posted })).har)).not.toContain('fish');
  });

  it('is in no token of any kind, wherever it is', () => {
    const tokens = Array.from({ length: 40 }, () => [anyJwt(random), anyJwe(random)]).flat();
    const parts = tokens.map((token): Parts => ({ sent: [['Cookie', `token=${token}`]] }));
    const text = JSON.stringify(redactHar(har(...parts)).har);
    const signatures = tokens.map((token) => token.split('.').at(-1)!).filter((one) => one !== '');
    expect(signatures.filter((one) => text.includes(one))).toEqual([]);
  });
});
