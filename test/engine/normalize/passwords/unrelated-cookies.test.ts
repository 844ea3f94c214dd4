import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { form, told } from '../../../support/told-password-cookies.js';

const base64 = (text: string) => btoa(String.fromCharCode(...utf8ToBytes(text)));
const SECRET = 'Corr3ct:horse';

describe('a cookie that does not', () => {
  it.each([
    ['a random id', form(SECRET), 'sid=8f2c1e0b7d6a45f39c21'],
    ['the same word as a setting', form('dark'), 'theme=dark'],
    ['the same word as a role', form('admin'), `auth=${base64('{"user":"bob","role":"admin"}')}`],
    [
      'the same word as a method',
      form('password'),
      `auth=${base64('{"user":"ada","amr":"password"}')}`,
    ],
    ['the same number as an id', form('123456'), 'uid=123456'],
    ['what the user is called, too', form('admin', 'admin'), 'pass=admin'],
    ['what is in the name of the user', form('Grace7', 'grace7@shop.example'), 'user=Grace7'],
    ['what another field says', form('Blue-42', 'ada', { team: 'Blue-42' }), 'team_id=Blue-42'],
    [
      'the hash of the user’s name',
      form('admin', 'admin'),
      `h=${bytesToHex(md5(utf8ToBytes('admin')))}`,
    ],
    ['less than four characters', form('a1b'), 'pass=a1b'],
    ['a longer word that has it in it', form('horse7'), 'id=seahorse77'],
    ['its own name', form('hunter2'), 'hunter2=hunter2'],
    ['a hash with salt', form(SECRET), `h=${bytesToHex(md5(utf8ToBytes(`salt${SECRET}`)))}`],
    ['what a sanitizer left', form('[REDACTED]'), 'pass=[REDACTED]'],
    ['nothing any more', form(SECRET), 'auth=; Max-Age=0'],
  ])('is not told: %s', (_what, sent, line) => {
    expect(told(sent, line)).toEqual([]);
  });

  it('is not told where no password was sent, or nothing was seen of it', () => {
    const search = { text: new URLSearchParams({ q: SECRET }).toString() };
    expect([told(search, `last=${SECRET}`), told({}, `auth=${SECRET}`)]).toEqual([[], []]);
  });

  it('is not told of a password and a cookie that have nothing to do with each other', () => {
    const { failed } = fc.check(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.stringMatching(/^[!-:<-~]{0,200}$/),
        (password, value) => {
          const isThere = value.includes(password) || value.includes('%');
          return isThere || told(form(password), `id=${value}`).length === 0;
        },
      ),
      { numRuns: 100 },
    );
    expect(failed).toBe(false);
  });

  it('may be anything: nothing throws', () => {
    const any = fc.string({ unit: 'binary' });
    const { failed } = fc.check(
      fc.property(any, any, (sent, value) => {
        told({ url: sent, text: sent, mimeType: value, authorization: `Basic ${sent}` }, value);
        told({ text: `password=${sent}` }, `pass=${value}`);
      }),
      { numRuns: 100 },
    );
    expect(failed).toBe(false);
  });
});
