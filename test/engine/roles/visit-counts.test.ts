import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { ExchangeSpec } from '../../support/exchange.js';
import { asked, GIF, ID, json, random, told } from '../../support/page-traffic.js';

describe('a cookie of another site that is called a session', () => {
  const withCookie = (more: Partial<ExchangeSpec>) =>
    told(asked('https://p.count.test/i', { sends: { cookie: `JSESSIONID=${ID}` }, ...more }))[0];

  it.each<[string, Partial<ExchangeSpec>]>([
    ['by images', GIF],
    ['by nothing', { status: 204 }],
  ])('counts visits where it is answered %s', (_, more) =>
    expect(withCookie(more)).toBe('tracking'),
  );

  const given = (n: number) =>
    asked(`https://p.count.test/i?${n}`, {
      gets: {
        ...json,
        'set-cookie': `JSESSIONID=${random.bytes(16).toString('hex')}; Path=/; Secure; SameSite=None`,
      },
    });

  it.each([
    ['_abck', 'device'],
    ['lidc', 'load-balancer'],
    ['CONSENT', 'consent'],
    ['NID', 'tracking'],
    ['gdpr', 'tracking'],
    ['optout', 'tracking'],
  ])('is what a product documents it to be, where that knows no user: %s', (name, role) => {
    const value = `${ID}~0~YAAQ`;
    const answer = { ...GIF, sends: { cookie: `${name}=${value}` } };
    expect(told(asked('https://p.count.test/i', answer))[0]).toBe(role);
  });

  it('counts visits where the browser never sends it back', () =>
    expect(told(given(1), given(2), given(3))[0]).toBe('tracking'));

  it('is a choice where its value lists choices, in a frame that gives it again and again', () => {
    const again = (n: number) =>
      asked(`https://player.count.test/embed?${n}`, {
        type: 'frame',
        gets: { 'set-cookie': 'PREF=f4=4000000&tz=Europe.London; Path=/; Secure; SameSite=None' },
      });
    expect(told(again(1), again(2), again(3))[0]).toBe('preference');
  });

  it('may be one where it was given once', () => expect(told(given(1))[0]).toBe('session'));

  it('may be one where it is answered with data', () =>
    expect(withCookie({ gets: json, responseBody: readBody('application/json', '{"a":1}') })).toBe(
      'session',
    ));
});

describe('an id of a session that a script keeps', () => {
  const roleOfKept = (key: string, value: string) => {
    const analysis = new Analysis();
    analysis.addSnapshot({
      kind: 'storage',
      at: 1,
      origin: 'https://shop.test',
      area: 'localStorage',
      items: [{ key, value, length: value.length }],
      dropped: 0,
    });
    return analysis.credentials()[0]?.role;
  };

  it.each([
    ['visits', JSON.stringify([{ payload: { sid: ID } }])],
    ['sessionId', ID],
    ['counter', JSON.stringify({ session_id: ID })],
  ])('under %s counts visits', (key, value) => {
    expect(roleOfKept(key, value)).toBe('tracking');
  });

  it.each([
    ['app/currentUser', JSON.stringify({ sessionToken: ID })],
    ['auth', JSON.stringify({ session: ID })],
  ])('under %s may log in', (key, value) => {
    expect(roleOfKept(key, value)).toBe('session');
  });
});

describe('a header of a page’s own that is called a session', () => {
  const api = (value: string) =>
    asked('https://shop.test/api', { gets: json, sends: { 'x-session-tracking': value } });
  const anew = () => api(random.bytes(16).toString('hex'));

  it('numbers requests where each has another one', () =>
    expect(told(anew(), anew(), anew(), anew())[0]).toBe('other'));

  it('numbers visits beside a session that a login gave, where it was sent before that', () => {
    const SID = random.base62(32);
    const call = (cookie?: string) =>
      asked('https://shop.test/api', {
        gets: json,
        sends: { 'x-client-session-id': ID, ...(cookie !== undefined && { cookie }) },
      });
    const visit = () => [
      asked('https://shop.test/login', {
        method: 'POST',
        requestBody: readBody('application/x-www-form-urlencoded', 'user=a&password=b'),
        gets: { 'set-cookie': `sid=${SID}; Path=/; HttpOnly` },
      }),
      call(`sid=${SID}`),
      call(`sid=${SID}`),
    ];
    expect(told(call(), ...visit())[0]).toBe('other');
    expect(told(...visit())[0]).toBe('session');
  });

  it('may be one where it comes again', () =>
    expect(told(api(ID), api(ID), api(ID), api(ID))[0]).toBe('session'));
});
