import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotAHarError } from '../../../src/engine/normalize/sources/har.js';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { loginHar } from '../../support/har-file.js';
import { anyJwt } from '../../support/jose.js';
import { reportOf, saidIn } from '../../support/redaction.js';
import { har, KNOWN, left } from '../../support/redacted-har.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('redact har result');

describe('the report of a redacted file', () => {
  it.each([
    ['a login', JSON.parse(loginHar(4)) as unknown],
    ['tokens and keys', har(...KNOWN)],
  ])('says the same of %s', (_, file) => {
    expect(saidIn(reportOf(redactHar(file).har))).toEqual(saidIn(reportOf(file)));
  });

  it('says the same of tokens of any kind', () => {
    const seeds = fc.integer({ min: 0, max: 1_000_000 });
    const property = fc.property(seeds, (seed) => {
      const own = new Seeded(seed);
      const file = har(
        { received: [['Set-Cookie', `token=${anyJwt(own)}; Path=/; Secure`]] },
        { sent: [['Authorization', `Bearer ${anyJwt(own)}`]] },
      );
      expect(saidIn(reportOf(redactHar(file).har))).toEqual(saidIn(reportOf(file)));
    });
    fc.assert(property, { numRuns: 40 });
  });
});

describe('a signed request', () => {
  const key = `AKIA${random.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`;
  const mac = `${random.base62(43)}=`;
  const hex = random.from('0123456789abcdef', 64);

  it.each([
    [`AWS4-HMAC-SHA256 Credential=${key}/20261120/eu-west-1/s3/aws4_request, Signature=${hex}`],
    [`AWS ${key}:${mac}`],
    [`SharedKey account1:${mac}`],
    [`Hawk id="${random.base62(12)}", ts="1353832234", nonce="j4h3g2", mac="${mac}"`],
    [`OAuth oauth_consumer_key="app1", oauth_token="${key}", oauth_signature="${mac}"`],
    [`q-sign-algorithm=sha1&q-ak=${key}&q-sign-time=1557642430;1557645090&q-signature=${hex}`],
    [`bce-auth-v1/${random.from('0123456789abcdef', 32)}/2026-11-20T01:26:10Z/1800/host/${hex}`],
  ])('keeps its key and loses its signature: %s', (authorization) => {
    const file = har({ sent: [['Authorization', authorization]] });
    const { har: redacted, replaced } = redactHar(file);
    expect(saidIn(reportOf(redacted))).toEqual(saidIn(reportOf(file)));
    expect(JSON.stringify(redacted)).not.toContain(authorization.includes(hex) ? hex : mac);
    // Each stand-in stands in the file: none is of what only stood for the key.
    for (const standIn of replaced.flatMap(({ standIns }) => standIns))
      expect(JSON.stringify(redacted)).toContain(standIn.split('…')[0]);
  });
});

describe('what is handed back', () => {
  it('lists what was replaced, without any of it', () => {
    const { replaced } = redactHar(har(...KNOWN));
    expect(replaced.map(({ kind, name, values }) => [kind, name, values])).toEqual(
      expect.arrayContaining([
        ['credential', 'PHPSESSID', 1],
        ['password', 'password', 1],
        ['person', 'email', 1],
      ]),
    );
    expect(left(replaced)).toEqual([]);
  });

  it('leaves alone what tells of nobody', () => {
    const file = har({
      sent: [
        ['Cookie', 'theme=dark; lang=en-GB'],
        ['Accept', 'text/html'],
        ['If-None-Match', '"abc-1"'],
        // Of a script that has no token yet.
        ['Authorization', 'Bearer '],
      ],
      received: [
        ['WWW-Authenticate', 'Basic realm="reports"'],
        ['Set-Cookie', 'sid=deleted; Max-Age=0'],
      ],
    });
    expect(redactHar(file).har).toEqual(file);
  });

  it('leaves no part of a signed value against forgery', () => {
    const hidden = random.bytes(20).toString('hex');
    const payload = Buffer.from(JSON.stringify(hidden)).toString('base64');
    const mac = random.bytes(20).toString('base64url');
    const csrf = `${payload.replace(/=+$/, '')}.awgtuw.${mac}`;
    const mimeType = 'application/x-www-form-urlencoded';
    const input = `<input type="hidden" name="csrf_token" value="${csrf}">`;
    const text = `<form method="post">${input}</form>`;
    const file = har(
      ...KNOWN,
      { content: { mimeType: 'text/html', text } },
      { posted: { mimeType, text: `csrf_token=${csrf}&name=x` } },
      // What is signed stands elsewhere by itself.
      { content: { mimeType: 'application/json', text: JSON.stringify({ csrf_token: hidden }) } },
    );
    const told = JSON.stringify(redactHar(file).har);
    expect(told).not.toContain(mac);
    expect(told).not.toContain(mac.slice(0, 12));
  });

  it('takes an address of the traffic for no password, whatever its field is elsewhere', () => {
    const mimeType = 'application/x-www-form-urlencoded';
    const file = har(
      {
        content: { mimeType: 'text/html', text: '<input type="password" name="p">' },
        posted: { mimeType, text: 'p=https%3A%2F%2Fshop.test%2Fhome' },
      },
      { url: 'https://shop.test/home' },
    );
    expect(redactHar(file).har).toEqual(file);
  });

  it.each([null, [], {}, { log: {} }, 'x'])('refuses what is no HAR: %j', (value) => {
    expect(() => redactHar(value)).toThrow(NotAHarError);
  });

  it('is there for any JSON that has entries', () => {
    const property = fc.property(fc.array(fc.jsonValue()), (entries) => {
      expect(redactHar({ log: { entries } }).har).toBeDefined();
    });
    fc.assert(property, { numRuns: 200 });
  });
});
