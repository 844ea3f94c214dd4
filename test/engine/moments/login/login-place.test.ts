import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { json } from '../../../support/bodies.js';
import { at, call, cookie, hex, SITE } from '../../../support/box-site.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';
import { momentsTold } from '../../../support/moments-told.js';

const VISIT = cookie('visit');
const sends = { cookie: VISIT['set-cookie'].split(';', 1)[0]! };
const first = () => at('/', { gets: VISIT });
const empty = (one: Exchange): Exchange => ({ ...one, request: { ...one.request, isEmpty: true } });
const session = (more: Partial<ExchangeSpec> = {}) =>
  call('/api/session', { sends, gets: cookie('app_session'), ...more });
const saying = (data: object) => session({ requestBody: json(data) });

describe('a session that is asked for', () => {
  it.each<[string, () => Exchange[]]>([
    ['without content', () => [first(), empty(session())]],
    ['without content, and with no cookie', () => [at('/'), empty(session({ sends: {} }))]],
    ['after something else', () => [first(), call('/events', { sends }), empty(session())]],
    ['with an empty object', () => [first(), saying({})]],
    ['for what is watched', () => [first(), saying({ locale: 'en', appVersion: '1.2' })]],
    [
      'for a token that the page sends then',
      () => {
        const token = hex(40);
        return [
          first(),
          session({ requestBody: json({ screen: '1x1' }), responseBody: json({ token }) }),
          at('/api/chat', { type: 'fetch', sends: { authorization: `Bearer ${token}` } }),
        ];
      },
    ],
  ])('%s lets nobody in', (_, steps) => {
    expect(momentsTold(steps())).toEqual([]);
  });

  it.each(['/sessions', '/api/v1/session', '/v1/sessions'])('lets nobody in at %s', (path) => {
    expect(
      momentsTold([first(), call(path, { sends, requestBody: json({ lang: 'en' }) })]),
    ).toEqual([]);
  });

  const back = `${SITE}/callback?code=${hex()}&state=ab`;
  const idToken = jwtOf({ iss: 'https://id.test', sub: '1', aud: 'a', exp: 4_000_000_000 });
  it.each<[string, () => Exchange[]]>([
    ['whose content was not seen', () => [session()]],
    ['for a name', () => [saying({ username: 'ada' })]],
    ['for a code', () => [saying({ code: hex(20) })]],
    ['for an ID token', () => [saying({ idToken })]],
    ['for an assertion', () => [saying({ assertion: hex(60) })]],
    ['for a signature', () => [saying({ message: 'I am ada', signature: hex(130) })]],
    ['for a password', () => [saying({ email: 'a@b.test', password: 'xyzzy' })]],
    [
      'for a token in its header',
      () => [empty(session({ sends: { ...sends, authorization: `Bearer ${idToken}` } }))],
    ],
    ['by the page to which a login elsewhere led', () => [empty(session({ topUrl: back }))]],
    ['by a page that says so', () => [empty(session({ sends: { ...sends, referer: back } }))]],
    [
      'with a session from before',
      () => [empty(session({ sends: { cookie: `${sends.cookie}; remember=${hex()}` } }))],
    ],
  ])('%s may be a login', (_, steps) => {
    expect(momentsTold([first(), ...steps()])).toEqual(['login /api/session']);
  });
});
