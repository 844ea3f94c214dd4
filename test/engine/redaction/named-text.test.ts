import { describe, expect, it } from 'vitest';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { har, html, json, redacted, type Told } from '../../support/redacted-text.js';
import { har as visit } from '../../support/redacted-har.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('named text');
const PASSWORD = 'Kobra-ui77!fgh';

describe('a text', () => {
  it.each<[where: string, told: (secret: string) => Told]>([
    [
      'an address with its user in a page',
      (s) => ({ mime: html, answered: `<pre>{'url': 'postgres://app:${s}@db/shop'}</pre>` }),
    ],
    ['a table of Ruby', (s) => ({ mime: html, answered: `<p>{"db_password"=>"${s}"}</p>` })],
    ['a German sentence', (s) => ({ answered: `Ihr neues Passwort lautet: ${s}\n` })],
    ['a Korean sentence', (s) => ({ answered: `임시 비밀번호는 ${s} 입니다\n` })],
    ['a sentence', (s) => ({ answered: `Hi,\nYour temporary password is ${s}. Change it.\n` })],
    ['a line that says more', (s) => ({ answered: `Your temporary password: ${s}\nBye\n` })],
    ['a string that says what it is', (s) => ({ mime: json, answered: `{"how":"password ${s}"}` })],
    ['an option of a command', (s) => ({ answered: `curl -u ada:${s} https://shop.test/\n` })],
  ])('has no password in %s', (_, told) => {
    expect(JSON.stringify(told(PASSWORD))).toContain(PASSWORD);
    expect(redacted(told(PASSWORD))).not.toContain(PASSWORD);
  });

  it('has no session that a message names in a row', () => {
    const answered = '{"message":"logged in user session:9406084261927"}';
    expect(redacted({ mime: json, answered })).not.toContain('9406084261927');
  });

  it.each([
    'Your password must have 8 signs',
    'The password 12345 is too short',
    'Choose a password 8-20 signs long',
    'of session:v1 token:expired',
    'rule password:min:8|max:20',
    'at session:12:30:45',
  ])('stays as it is where it tells none: %s', (message) => {
    expect(redacted({ mime: json, answered: JSON.stringify({ message }) })).toContain(message);
  });

  it('has no chance of some length, whatever stands around it', () => {
    const run = random.bytes(32).toString('hex');
    const answered = JSON.stringify({ digest: `0x${run},05 Jan 2026`, note: `failed (${run})` });
    expect(redacted({ mime: json, answered })).not.toContain(run);
  });

  it('has no beginning of a token that goes on in dots', () => {
    const token = random.base62(40);
    const file = visit(
      { sent: [['Authorization', `Bearer ${token}`]] },
      { content: { mimeType: 'text/plain', text: `at verify(${token.slice(0, 24)}...)` } },
    );
    expect(JSON.stringify(redactHar(file).har)).not.toContain(token.slice(0, 24));
  });

  it.each<[what: string, told: Told]>([
    [
      'sentences of other languages',
      { answered: 'Ihr Passwort lautet anders. 비밀번호는 다릅니다.\n' },
    ],
    ['a sentence of words', { answered: 'Your password is required, the token: see below.\n' }],
    ['a template', { mime: 'text/javascript', answered: 'f(`https://${u}:${p}@db/`)' }],
    ['another option', { answered: 'mysql -u root shop\n' }],
    ['a host with a port', { mime: html, answered: '<p>http://shop.test:8080/a@b</p>' }],
  ])('stays as it is: %s', (_, told) => {
    expect(redacted(told)).toBe(JSON.stringify(har(told)));
  });
});

describe('traffic', () => {
  it('has no token that is the name of a field', () => {
    const name = random.bytes(16).toString('hex');
    const file = visit({
      posted: { mimeType: 'application/x-www-form-urlencoded', text: `user=ada&${name}=1` },
      content: { mimeType: 'text/html', text: `<input type="hidden" name="${name}" value="1">` },
    });
    expect(JSON.stringify(redactHar(file).har)).not.toContain(name);
  });

  it('has no secret in an address that is called as a person is', () => {
    const secret = random.base62(64);
    const text = JSON.stringify({ login: `https://shop.test/login/v2/flow/${secret}` });
    const file = visit({ content: { mimeType: 'application/json', text } });
    expect(JSON.stringify(redactHar(file).har)).not.toContain(secret);
  });

  it('has no password under its first letter', () => {
    const file = visit({ url: `https://db.test/query?u=ada&p=${PASSWORD}&q=SHOW` });
    expect(JSON.stringify(redactHar(file).har)).not.toContain(PASSWORD);
  });
});
