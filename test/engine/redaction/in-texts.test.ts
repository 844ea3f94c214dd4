import { describe, expect, it } from 'vitest';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { b64 } from '../../support/base64.js';
import { har, html, json, redacted, type Told, xml } from '../../support/redacted-text.js';
import { writings } from '../../support/redaction.js';
import { filled, HERE } from '../../support/secret-here.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('in texts');

describe('redaction of what is no form of its own', () => {
  it.each<[where: string, told: Told]>([
    ['an element of XML', { mime: xml, answered: `<a><session_id>${HERE}</session_id></a>` }],
    [
      'an element with a prefix',
      { mime: xml, answered: `<w:AuthToken x="1">${HERE}</w:AuthToken>` },
    ],
    [
      'an element with a CDATA section',
      { mime: xml, posted: `<a><Password><![CDATA[${HERE}]]></Password></a>` },
    ],
    [
      'a property list',
      { mime: xml, posted: `<dict><key>password</key>\n<string>${HERE}</string></dict>` },
    ],
    [
      'settings in attributes',
      { mime: xml, answered: `<a><add key="SmtpPassword" value="${HERE}"/></a>` },
    ],
    [
      'an element of its own for a password',
      { mime: html, answered: `<x-field label="a" type="password" value="${HERE}"></x-field>` },
    ],
    [
      'the security header of SOAP',
      {
        mime: 'text/xml',
        posted: `<e><wsse:BinarySecurityToken>${HERE}</wsse:BinarySecurityToken></e>`,
      },
    ],
    [
      'a call of XML-RPC',
      {
        mime: 'text/xml',
        posted:
          '<?xml version="1.0"?><methodCall><methodName>wp.login</methodName><params><param>' +
          `<value><string>ada</string></value></param><param><value><string>${HERE}</string>` +
          '</value></param></params></methodCall>',
      },
    ],
    [
      'a field for a password',
      { mime: html, answered: `<form><input type="password" name="p" value="${HERE}"></form>` },
    ],
    [
      'the same, written otherwise',
      { mime: html, answered: `<form><input value='${HERE}' type=password></form>` },
    ],
    [
      'a script of a page',
      { mime: html, answered: `<script>const cfg = { secret: '${HERE}' };</script>` },
    ],
    ['an attribute for scripts', { mime: html, answered: `<body data-api-token="${HERE}">` }],
    ['a style', { mime: 'text/css', answered: `.a{background:url(/a.png?token=${HERE})}` }],
    [
      'an address in a script',
      { mime: 'text/javascript', answered: `fetch(\`/a?access_token=${HERE}&x=1\`)` },
    ],
    [
      'an address in a feed',
      {
        mime: xml,
        answered: `<rss><link>https://a.test/b?v=1&amp;auth_token=${HERE}</link></rss>`,
      },
    ],
    ['a script', { mime: 'text/javascript', answered: `var sessionToken="${HERE}";` }],
    [
      'settings of sections',
      { answered: `[default]\nregion = eu\naws_secret_access_key = ${HERE}\n` },
    ],
    ['an environment', { answered: `PORT=80\nDB_PASSWORD=${HERE}\n` }],
    ['an environment, under a name that says nothing', { answered: `STRIPE=${HERE}\n` }],
    ['YAML', { mime: 'application/yaml', answered: `users:\n- name: a\n  token: ${HERE}\n` }],
    [
      'YAML in JSON',
      { mime: json, answered: JSON.stringify({ file: `a: 1\npassword: ${HERE}\n` }) },
    ],
    [
      'a connection',
      { mime: json, answered: JSON.stringify({ db: `Server=x;User Id=sa;Password=${HERE};` }) },
    ],
    [
      'an account of a store',
      { mime: json, answered: JSON.stringify({ at: `AccountName=a;AccountKey=${HERE};Suffix=x` }) },
    ],
    [
      'a header in a text',
      { mime: json, answered: JSON.stringify({ log: `sent Cookie: sid=${HERE}; a=b` }) },
    ],
    [
      'a command line',
      {
        mime: json,
        answered: JSON.stringify({ run: `curl -H 'Authorization: Bearer ${HERE}' https://x.test` }),
      },
    ],
    [
      'an address in a text',
      {
        mime: json,
        answered: JSON.stringify({ say: `go to https://x.test/?access_token=${HERE} now` }),
      },
    ],
    [
      'an address of a hook',
      { mime: json, answered: JSON.stringify({ hook: `https://x.test/hooks/1/${HERE}` }) },
    ],
    [
      'a literal of GraphQL',
      {
        mime: json,
        posted: JSON.stringify({ query: `mutation{in(mail:"a@b.test",password:"${HERE}"){id}}` }),
      },
    ],
    ['a constant of PHP', { mime: html, answered: `<pre>define('DB_PASSWORD', '${HERE}')</pre>` }],
    ['a body of one word', { answered: HERE }],
    ['a comment', { more: { comment: `Authorization: Bearer ${HERE}` } }],
    [
      'what a recorder adds',
      { more: { _raw: `GET / HTTP/1.1\r\nHost: a\r\nCookie: sid=${HERE}\r\n` } },
    ],
    ['what a recorder adds, as a note', { more: { _custom: { note: `Bearer ${HERE}` } } }],
    ['quotes with the other quote in them', { answered: `password = "a'${HERE}"` }],
    ['a value that looks like an alias of YAML', { answered: `password: *${HERE}*\n` }],
  ])('leaves no secret in %s', (_, told) => {
    const secret = random.base62(32);
    expect(JSON.stringify(told)).toContain(HERE);
    const text = redacted(filled(told, secret));
    for (const writing of writings(secret)) expect(text).not.toContain(writing);
  });

  it('leaves no secret where a redirect leads that is told beside its headers', () => {
    const secret = random.base62(32);
    const { log } = har({});
    const [entry] = log.entries;
    Object.assign(entry!.response, { redirectURL: `/back?access_token=${secret}` });
    expect(JSON.stringify(redactHar({ log }).har)).not.toContain(secret);
  });

  it('leaves no secret in a challenge that is answered', () => {
    const secret = b64(random.bytes(60));
    const { log } = har({});
    const headers = [{ name: 'WWW-Authenticate', value: `Negotiate ${secret}` }];
    Object.assign(log.entries[0]!.response, { headers });
    expect(JSON.stringify(redactHar({ log }).har)).not.toContain(secret);
  });

  it('leaves no key of PEM', () => {
    const line = b64(random.bytes(48));
    const answered = `-----BEGIN PRIVATE KEY-----\n${line}\n${line}\n-----END PRIVATE KEY-----\n`;
    expect(redacted({ answered })).not.toContain(line);
    expect(redacted({ mime: json, answered: JSON.stringify({ answered }) })).not.toContain(line);
  });
});
