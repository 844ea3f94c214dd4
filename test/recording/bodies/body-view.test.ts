import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { Recording } from '../../../src/recording/recording.js';
import type { BodyPart, BodyView } from '../../../src/recording/shown/view.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const URL_SEEN = 'https://shop.test/api/token';
const JWT = jwtOf({ sub: 'ada', exp: 2_000_000_000 });
const UNKNOWN = new Seeded('body-view').base62(40);

/** A recording in which the token was sent, and a page calls its field `k1` one for passwords. */
function recording(): Recording {
  const page = exchange({
    url: 'https://shop.test/',
    at: START,
    responseBody: readBody('text/html', '<input type=password name=k1>'),
  });
  const api = exchange({
    url: 'https://shop.test/api',
    at: START + 1_000,
    sends: { authorization: `Bearer ${JWT}` },
  });
  return Recording.fromExchanges([page, api]);
}

const seen = (mimeType: string, text: string, revealed = false): BodyView | undefined =>
  recording().requests.bodyView({ url: URL_SEEN, mimeType, text }, revealed);
const parts = (view: BodyView | undefined): BodyPart[] =>
  view && 'parts' in view ? view.parts : [];
const written = (view: BodyView | undefined) =>
  parts(view)
    .map(({ text }) => text)
    .join('');

describe('a body that a person looks at', () => {
  it.each([
    ['application/json', `{"access_token":"${JWT}","expires_in":3600}`],
    ['text/plain', `{"access_token":"${JWT}","expires_in":3600}`],
    ['application/json', `)]}',\n{"access_token":"${JWT}","expires_in":3600}`],
  ])('is %s by its members, the token marked and masked in its place', (mimeType, text) => {
    const view = seen(mimeType, text);
    expect(JSON.stringify(view)).not.toContain(JWT);
    expect(view).toMatchObject({
      content: {
        members: [
          { name: 'access_token', node: { credentialIds: [expect.any(String)] } },
          { name: 'expires_in', node: { text: '3600', credentialIds: [] } },
        ],
      },
    });
    expect(JSON.stringify(seen(mimeType, text, true))).toContain(JWT);
  });

  it.each([
    ['text/html', `<p>hello</p><script>var t = "${JWT}";</script>`],
    ['text/event-stream', `data: {"t":"${JWT}"}\n\ndata: done`],
    ['text/plain', `the token is ${JWT}.`],
    ['', JWT],
    ['application/json', `{"cut":"${JWT}", "an`],
    ['application/x-www-form-urlencoded', `a=1&token=${JWT}&b=2`],
  ])('is %s as text with the token in its place: %#', (mimeType, text) => {
    const view = seen(mimeType, text);
    const tokens = parts(view).filter(({ credentialId }) => credentialId !== undefined);
    expect(tokens).toHaveLength(1);
    expect(written(view)).not.toContain(JWT);
    expect(written(seen(mimeType, text, true)).replaceAll('&\n', '&')).toBe(text);
  });

  it.each([
    ['text/html', `<input name="csrf_token" value="${UNKNOWN}">`],
    ['application/json', `{"session":"${UNKNOWN}"}`],
    ['application/x-www-form-urlencoded', `session=${UNKNOWN}`],
    ['text/plain', `open https://shop.test/reset?token=${UNKNOWN} now`],
  ])('hides in %s what is secret and was never seen before', (mimeType, text) => {
    expect(JSON.stringify(seen(mimeType, text))).not.toContain(UNKNOWN);
    expect(JSON.stringify(seen(mimeType, text, true))).toContain(UNKNOWN);
  });

  it.each([
    ['application/json', '{"k1":"tulip","password":"garden"}'],
    ['application/x-www-form-urlencoded', 'k1=tulip&password=garden'],
  ])('has no password of %s, revealed or not', (mimeType, text) => {
    for (const revealed of [false, true]) {
      const told = JSON.stringify(seen(mimeType, text, revealed));
      expect(told).not.toMatch(/tulip|garden/);
    }
  });

  it('puts each element of a document of one line on its own, and leaves a written one alone', () => {
    const long = `<ul>${'<li>one</li>'.repeat(50)}</ul>`;
    expect(written(seen('text/html', long)).split('\n')).toHaveLength(52);
    const short = '<ul>\n<li>one</li><li>two</li>\n</ul>';
    expect(written(seen('text/html', short))).toBe(short);
  });

  it('ends where nobody reads on, says so, and never in the middle of a token', () => {
    const text = `${'word '.repeat(19_998)}${JWT} end ${'word '.repeat(1_000)}`;
    const view = seen('text/plain', text) as Extract<BodyView, { left: number }>;
    expect(view.left).toBe(text.length - 99_990);
    expect(written(view)).not.toContain(JWT.slice(0, 8));
  });

  it('is a field a line of a form in parts: passwords away, tokens masked, files by their name', () => {
    const field = (rest: string, content: string) =>
      `--x\r\nContent-Disposition: form-data; name=${rest}\r\n\r\n${content}\r\n`;
    const text = [
      field('"user"', 'ada & co'),
      field('"k1"', '1234'),
      field('"password"', 'hunter2'),
      field('"access_token"', JWT),
      field('"note"', `two\r\nlines with ${UNKNOWN}`),
      field('"photo"; filename="me.png"\r\nContent-Type: image/png', `\u0089PNG ${UNKNOWN}`),
      '--x--',
    ].join('');
    const lines = (revealed: boolean) =>
      written(seen('multipart/form-data; boundary=x', text, revealed)).split('&\n');
    const [user, k1, password, token, note, photo] = lines(false);
    expect(user).toBe('user=ada %26 co');
    expect([k1, password]).toEqual(['k1=***', 'password=***']);
    expect(token).toMatch(/^access_token=eyJ/);
    expect(note).toMatch(/^note=two%0D%0Alines/);
    expect(photo).toMatch(/^photo=@me\.png;type=image\/png/);
    expect(lines(false).join('')).not.toContain(JWT);
    expect(lines(false).join('')).not.toContain(UNKNOWN);
    expect(lines(true).slice(0, 4)).toEqual([user, k1, password, `access_token=${JWT}`]);
    expect(lines(true).join('')).not.toContain('PNG');
  });

  it.each([
    ['multipart/form-data; boundary=x', '--x\r\n'],
    ['text/plain', 'x'.repeat(LIMITS.body + 1)],
  ])('is not told of %s', (mimeType, text) => {
    expect(seen(mimeType, text)).toBeUndefined();
  });
});
