import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { passwordUseOf } from '../../../../src/engine/trail/password-use.js';
import { exchange } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('password proof');
const hex = (bytes: number) => random.bytes(bytes).toString('hex');
const FORM = 'application/x-www-form-urlencoded';
const use = (mime: string, source: string) =>
  passwordUseOf(
    exchange({ url: 'http://cam.test/in', method: 'POST', requestBody: readBody(mime, source) }),
  ).password;
const answered = (mime: string, source: string) =>
  passwordUseOf(exchange({ url: 'http://cam.test/cap', responseBody: readBody(mime, source) }))
    .password;

describe('a hash in the place of a password', () => {
  it.each([
    ['XML', FORM, `<Login><userName>a</userName><password>${hex(32)}</password></Login>`],
    ['JSON', 'application/json', `{"user":"a","password":"${hex(16).toUpperCase()}"}`],
    ['a form', FORM, `user=a&password=${hex(20)}`],
  ])('is known in %s', (_, mime, source) => {
    expect(use(mime, source)).toBe('hash');
    expect(JSON.stringify(readBody(mime, source))).not.toMatch(/[0-9a-f]{32}/i);
  });

  it.each([
    ['a word', FORM, 'user=a&password=letmein'],
    ['a word beside a token', FORM, `user=a&password=letmein&csrf=${hex(16)}`],
    ['an odd number of bytes', FORM, `password=${hex(17)}`],
    ['a random word', FORM, `password=${random.base62(32)}z`],
  ])('is none where there is %s', (_, mime, source) => {
    expect(use(mime, source)).toBe('body');
  });
});

describe('an answer that asks for a proof', () => {
  it.each([
    ['application/xml', `<Cap><challenge>${hex(16)}</challenge><salt>${hex(32)}</salt></Cap>`],
    ['application/json', `{"challenge":"${hex(16)}","iterations":100}`],
    ['application/json', '{"params":{"random":"1283","realm":"Login to 5c1"}}'],
    ['application/json', `{"error":"ok","salt":"8f2a9c","saltwebui":"b71e"}`],
    ['application/json', `{"Salt":"aa","ServerEphemeral":"${hex(32)}","Version":4}`],
    ['application/json', `{"nonce":"${hex(8)}","rounds":29000,"salt":"${hex(8)}"}`],
    ['application/xml', `<Cap><salt>${hex(8)}</salt><iterations>100</iterations></Cap>`],
  ])('is one: %s', (mime, source) => {
    expect(answered(mime, source)).toBe('challenge');
  });

  it.each([
    ['application/json', '{"nonce":"8f2a"}'],
    ['application/json', '{"salt":"8f2a"}'],
    ['application/json', `{"id":1,"email":"a@b.c","salt":"8f2a","iterations":100}`],
    ['application/json', '{"challenge":null,"challenges":[1]}'],
    ['application/json', '{"challenge":false,"id":7}'],
    ['application/json', '{"salting":"8f2a","iterations":100}'],
    ['application/json', '{"dough":{"salt_grams":8},"nonce":"8f2a"}'],
    ['application/json', `{"challenge":"x","text":"${'x'.repeat(5000)}"}`],
    ['text/html', '<challenge>x</challenge>'],
  ])('is none: %s', (mime, source) => {
    expect(answered(mime, source)).toBeUndefined();
  });
});
