import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { b64 } from '../../support/base64.js';
import { jwtOf } from '../../support/jose.js';
import { har, type Parts } from '../../support/redacted-har.js';
import { reportOf, saidIn, writings } from '../../support/redaction.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('rewrite');
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECRET = random.base62(40);
const form = (fields: Record<string, string>) => ({
  mimeType: 'application/x-www-form-urlencoded',
  text: new URLSearchParams(fields).toString(),
});
const multipart = (head: string, text: string) => ({
  mimeType: 'multipart/form-data; boundary=x',
  text: `--x\r\nContent-Disposition: form-data; name="f"; ${head}\r\n\r\n${text}\r\n--x--\r\n`,
});
const bytes = (buffer: Buffer) => ({
  mimeType: 'application/json',
  encoding: 'base64',
  text: buffer.toString('base64'),
});
const body = JSON.stringify({ access_token: SECRET });

describe('what stands in traffic', () => {
  it.each<[where: string, parts: Parts]>([
    ['a file of settings', { posted: multipart('filename="a.env"', `API_KEY=${SECRET}\n`) }],
    [
      'a file of JSON',
      { posted: multipart('filename="a.json"\r\nContent-Type: application/json', body) },
    ],
    ['a packed answer', { content: bytes(gzipSync(body)) }],
    ['an answer in UTF-16', { content: bytes(Buffer.from(`\ufeff${body}`, 'utf16le')) }],
    [
      'an address that is encoded twice',
      {
        url: `https://shop.test/?u=${encodeURIComponent(
          encodeURIComponent(`https://shop.test/in?token=${SECRET}`),
        )}`,
      },
    ],
    [
      'an address under the name of a password',
      {
        content: {
          mimeType: 'application/json',
          text: JSON.stringify({ set_password_url: `https://shop.test/set/${SECRET}` }),
        },
      },
    ],
    ['JSON that was cut', { posted: { mimeType: 'application/json', text: body.slice(0, -2) } }],
    [
      'a shared access signature',
      {
        sent: [
          ['Authorization', `SharedAccessSignature sr=https%3a%2f%2fa.test%2f&sig=${SECRET}&se=1`],
        ],
      },
    ],
    ['a hash of a password', { content: { mimeType: 'text/plain', text: `{SSHA}${SECRET}` } }],
    [
      'a block of PGP',
      {
        content: {
          mimeType: 'text/plain',
          text:
            `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${SECRET}\n` +
            '-----END PGP PRIVATE KEY BLOCK-----',
        },
      },
    ],
  ])('is no secret in %s', (_, parts) => {
    const file = har(parts);
    const text = JSON.stringify(redactHar(file).har);
    for (const writing of [...writings(SECRET), SECRET.slice(0, 20)])
      expect(text).not.toContain(writing);
    const packed = [gzipSync(body), Buffer.from(`\ufeff${body}`, 'utf16le')];
    for (const one of packed) expect(text).not.toContain(one.toString('base64').slice(0, 60));
  });

  it('is no secret in the escapes of a script', () => {
    const text = `var a = "${hexed(SECRET)}";`;
    const file = har(
      { sent: [['X-Api-Key', SECRET]] },
      { content: { mimeType: 'text/javascript', text } },
    );
    expect(JSON.stringify(file)).toContain(JSON.stringify(hexed(SECRET)).slice(1, -1));
    const told = JSON.stringify(redactHar(file).har);
    expect(told).not.toContain(JSON.stringify(hexed(SECRET)).slice(1, -1));
  });

  it.each([
    ['X-Remote-User', 'lovelace'],
    ['X-User', 'ada77'],
    ['X-Forwarded-Preferred-Username', 'ada lovelace'],
    ['From', 'ada at home'],
  ])('does not say who somebody is: %s', (name, value) => {
    expect(JSON.stringify(redactHar(har({ sent: [[name, value]] })).har)).not.toContain(value);
  });

  it.each([
    ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64)'],
    ['X-User', 'true'],
    ['Link', '</a.css?v=3>; rel=preload, </b.css>; rel="next"'],
    ['Server-Timing', 'db;dur=53'],
  ])('stays where it is of nobody: %s', (name, value) => {
    const file = har({ sent: [[name, value]] });
    expect(redactHar(file).har).toEqual(file);
  });

  it.each(['ssn', 'dateOfBirth', 'dob'])('does not tell of a person: %s', (name) => {
    const text = JSON.stringify({ [name]: '1984-07-15' });
    const file = har({ content: { mimeType: 'application/json', text } });
    expect(JSON.stringify(redactHar(file).har)).not.toContain('1984-07-15');
  });

  it('is no password of letters where it is told by itself', () => {
    const told = JSON.stringify({ echo: 'Xylogaine', error: 'no user has "Xylogaine"' });
    const file = har({
      posted: form({ user: 'ada', password: 'Xylogaine' }),
      content: { mimeType: 'application/json', text: told },
    });
    expect(JSON.stringify(redactHar(file).har)).not.toContain('Xylogaine');
  });

  it('stays a word where everybody is given it as a password', () => {
    const told = JSON.stringify({ role: 'administrator' });
    const file = har({
      posted: form({ user: 'ada', password: 'administrator' }),
      content: { mimeType: 'application/json', text: told },
    });
    expect(JSON.stringify(redactHar(file).har)).toContain(JSON.stringify(told).slice(1, -1));
  });

  it('leaves addresses alone that begin as one does that holds a secret', () => {
    const inner = encodeURIComponent(encodeURIComponent(`https://shop.test/in?token=${SECRET}`));
    const file = har({ url: `https://shop.test/?u=${inner}` }, { url: 'https://shop.test/' });
    const { log } = redactHar(file).har as { log: { entries: { request: { url: string } }[] } };
    expect(log.entries[1]!.request.url).toBe('https://shop.test/');
  });
});

describe('the report of a redacted file', () => {
  const claims = { sub: 'ada-4711', token_use: 'id', exp: 1_767_261_600 };
  const mails = ['a@b.io', 'ab@b.io', 'abc@b.io', 'firstname.lastname.department@company.test'];

  it.each<[of: string, file: unknown]>([
    ...mails.map((email): [string, unknown] => [
      `a token of ${email.length} letters of mail`,
      har({ sent: [['Authorization', jwtOf({ ...claims, email })]] }),
    ]),
    [
      'a long address of mail as a name',
      har({
        posted: form({ login: 'firstname.lastname.department@company.test', password: 'a b c' }),
        received: [['Set-Cookie', `sid=${random.base62(32)}; Path=/`]],
      }),
    ],
    [
      'a secret that a client sends as its password, too',
      har(
        { sent: [['Authorization', `Basic ${b64(`client-1:${SECRET}`)}`]] },
        {
          url: 'https://id.test/token',
          posted: form({
            grant_type: 'refresh_token',
            client_id: 'client-1',
            client_secret: SECRET,
          }),
        },
      ),
    ],
    ['the id of a key', har({ sent: [['X-Api-Key', `AKIA${random.from(BASE32, 16)}`]] })],
  ])('says the same of %s', (_, file) => {
    expect(saidIn(reportOf(redactHar(file).har))).toEqual(saidIn(reportOf(file)));
  });
});

function hexed(text: string): string {
  return Array.from(text, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`).join('');
}
