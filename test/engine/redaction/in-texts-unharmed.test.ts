import { describe, expect, it } from 'vitest';
import { b64u } from '../../support/base64.js';
import { html, xml, json, type Told, redacted, har } from '../../support/redacted-text.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('in texts unharmed');

describe('redaction of what is no form of its own', () => {
  it.each<[what: string, told: Told]>([
    [
      'labels of a script',
      {
        mime: 'text/javascript',
        answered:
          'var t={password:"Enter your password",token:"Token",sessionExpired:"Your session is ' +
          'over, log in again."}',
      },
    ],
    [
      'what a script calls',
      { mime: 'text/javascript', answered: 'e.token=t.getToken();if(state===a.code){nonce=r}' },
    ],
    [
      'what a page shows of code',
      {
        mime: html,
        answered: '<code>git clone https://a.test/b.git</code><p>Bearer authentication is used</p>',
      },
    ],
    [
      'addresses of styles and scripts',
      {
        mime: 'text/javascript',
        answered: 'fetch("/a?key=overview&code=de-DE-utf8");b=c?token=dark-mode-toggle:e',
      },
    ],
    ['a style', { mime: 'text/css', answered: '.a{background:url(/a.png?v=3&state=disabled-1)}' }],
    ['a text of words', { answered: 'The token: see below.\n' }],
    [
      'a page of a field that is empty',
      { mime: html, answered: '<input type="password" value="">' },
    ],
    [
      'XML of data',
      { mime: xml, answered: '<order><id>4711</id><code>DE</code><state>open</state></order>' },
    ],
    [
      'XML of settings',
      {
        mime: xml,
        answered:
          '<a><key>title</key><string>Blue chair</string><add key="Theme" value="dark-2"/>' +
          '<note><![CDATA[Blue-Horse7 <b>]]></note></a>',
      },
    ],
    ['what happened, in a word', { mime: json, answered: '{"event":"Login successful"}' }],
    ['the same in a message', { message: 'Login successful' }],
  ])('leaves as it is: %s', (_, told) => {
    expect(redacted(told)).toBe(JSON.stringify(har(told)));
  });

  it('keeps one secret one, wherever it stands', () => {
    const secret = b64u(random.bytes(30));
    const answered = JSON.stringify({
      access_token: secret,
      log: `Authorization: Bearer ${secret}`,
    });
    const text = redacted({ mime: json, answered });
    const [, stand = ''] = /access_token\\":\\"([^"\\]+)/.exec(text) ?? [];
    expect(stand).toHaveLength(secret.length);
    expect(text).toContain(`Authorization: Bearer ${stand}`);
  });
});

it('takes the number on the back of a card out, and no other number like it', () => {
  const told = redacted({ mime: json, answered: '{"card":{"cvv":"731"},"width":"731","n":731}' });
  expect(told).not.toContain('cvv\\":\\"731');
  expect(told).toContain('width\\":\\"731');
  expect(told).toContain('n\\":731');
});
