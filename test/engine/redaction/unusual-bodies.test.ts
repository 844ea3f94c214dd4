import { describe, expect, it } from 'vitest';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { har, type Parts } from '../../support/redacted-har.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('unusual bodies');
const FIRST = `${random.base62(22)}==`;
const REST = random.base62(24);
const KEY = random.bytes(16).toString('hex');
const token = `S=s1:U=7362e:E=14972b26f42:P=185:A=notes-1133:V=2:H=${KEY}`;
const thrift = `\x01getNoteStoreUrl\0\0\0\0\x0b\0\x01\0\0\0${String.fromCharCode(token.length)}${token}\0`;

const written = (parts: Parts) => JSON.stringify(redactHar(har(parts)).har);
const plain = (text: string) => ({ content: { mimeType: 'text/plain', text } });
const link = (query: string) => ({
  content: {
    mimeType: 'text/html',
    text: `<html><link href="https://shop.test/rss?user=a${query}" type="application/rss+xml"></html>`,
  },
});

describe('a body', () => {
  it.each<[what: string, parts: Parts, secret: string]>([
    ['a ticket of padded parts', plain(`${FIRST}:${REST}`), REST],
    ['the first of them', plain(`${FIRST}:${REST}`), FIRST],
    ['one with another mark', plain(`${FIRST}.${REST}`), REST],
    [
      'one in JSON',
      { content: { mimeType: 'application/json', text: `{"data":"${FIRST}|${REST}"}` } },
      REST,
    ],
    [
      'a token in a message of bytes',
      { posted: { mimeType: 'application/x-thrift', text: thrift } },
      KEY,
    ],
  ])('leaves %s nowhere', (_what, parts, secret) => {
    expect(JSON.stringify(parts)).toContain(secret);
    expect(written(parts)).not.toContain(secret);
  });

  it.each(['a=b:c', 'mode==:plain', 'ok', 'status=done:42', '\x01hello\0world\0'])(
    'that is %j stays as it is',
    (text) => {
      expect(written(plain(text))).toContain(JSON.stringify(text));
    },
  );

  it.each([
    '&amp;token=',
    '&amp;amp;token=',
    '&amp;amp%3Btoken=',
    '&amp;amp%253btoken=',
    '&#38;token=',
  ])('has no secret in a link behind %s', (start) => {
    expect(written(link(`${start}${REST}%3D`))).not.toContain(REST);
    expect(written(link(`${start.replace('token', 'sort')}price-descending`))).toContain(
      'price-descending',
    );
  });

  it.each(['&amp;amp;', '\\u0026', '&amp;amp%3B'])('has none in a script behind %s', (mark) => {
    const text = `var u='https://shop.test/rss?user=a${mark}token=${REST}'`;
    const page = { content: { mimeType: 'text/javascript', text } };
    expect(written(page)).not.toContain(REST);
  });

  it.each([
    ['application/json', '{"kod":"482913"}'],
    ['application/json', '{"kod":482913}'],
    ['application/json', '{"data":{"doğrulamaKodu":"482913"}}'],
    ['application/json', '{"인증번호":"482913"}'],
    ['application/x-www-form-urlencoded', 'kode=482913&user=ada'],
    ['application/x-www-form-urlencoded', '%E9%AA%8C%E8%AF%81%E7%A0%81=482913'],
  ])('of %s has no code that somebody is sent: %s', (mimeType, text) => {
    expect(written({ posted: { mimeType, text } })).not.toContain('482913');
  });

  it.each([
    ['application/json', '{"kodPocztowy":"482913"}'],
    ['application/json', '{"kodeProduk":482913}'],
    ['application/json', '{"kod":48291}'],
    ['application/x-www-form-urlencoded', 'kodePos=482913&user=ada'],
  ])('of %s keeps the code of a thing: %s', (mimeType, text) => {
    expect(written({ posted: { mimeType, text } })).toMatch(/48291/);
  });
});
