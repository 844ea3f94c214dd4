import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { json } from '../../support/bodies.js';
import { at, hex, random, told, visit } from '../../support/one-login.js';

describe('the one cookie that a login was sent', () => {
  it.each<[string, string, string]>([
    ['PHP’s, named by its installation', `photos=${hex().slice(0, 26)}; path=/`, 'photos'],
    ['a name of letters', `qx=${hex()}; Path=/; SameSite=Lax`, 'qx'],
    ['one that stays for a week', `wiki=${hex()}; Path=/; Max-Age=604800`, 'wiki'],
    ['one that stays for two years', `photos=${hex()}; path=/; Max-Age=63072000`, 'photos'],
    ['the same, hidden', `photos=${hex()}; path=/; Max-Age=63072000; HttpOnly`, 'photos'],
    ['one of base64', `board=${random.bytes(24).toString('base64url')}; Path=/`, 'board'],
  ])('is its session, whatever it is called: %s', (_, line, name) => {
    const { mechanism, roles } = told(visit([line]));
    expect([mechanism, roles]).toEqual(['session-cookie', { [name]: 'session' }]);
  });

  it('is the one that ends sooner, where others stay for years', () => {
    const lines = [`photos=${hex()}; Path=/`, `browser=${hex()}; Path=/; Max-Age=63072000`];
    expect(told(visit(lines)).roles).toMatchObject({ photos: 'session', browser: 'tracking' });
  });

  it('is none where two stay for years, and nothing tells them apart', () => {
    const lines = ['a', 'b'].map((name) => `${name}q=${hex()}; Path=/; Max-Age=63072000`);
    expect(told(visit(lines)).roles).toEqual({ aq: 'tracking', bq: 'tracking' });
  });

  it('is it beside what is something else', () => {
    const lines = [
      `photos=${hex()}; Path=/`,
      'theme=dark; Path=/',
      `_ga=GA1.2.${'1'.repeat(9)}.17; Path=/`,
    ];
    expect(told(visit(lines)).roles).toMatchObject({ photos: 'session', theme: 'preference' });
  });

  it.each<[string, Exchange[]]>([
    ['nobody logged in', visit([`photos=${hex()}; Path=/`]).slice(0, 2)],
    ['the server said no', visit([`photos=${hex()}; Path=/`], { status: 403 })],
    [
      'the form came again behind the login',
      visit([`photos=${hex()}; Path=/`], {
        responseBody: readBody('text/html', '<input type="password" name="password">'),
      }),
    ],
    [
      'the login gave a session',
      visit([`photos=${hex()}; Path=/`], {
        gets: { 'set-cookie': `box=${hex()}; Path=/; HttpOnly` },
      }),
    ],
    [
      'the login gave a token',
      visit([`photos=${hex()}; Path=/`], {
        type: 'fetch',
        responseBody: json({ access_token: hex() }),
      }),
    ],
    ['there are two', visit([`photos=${hex()}; Path=/`, `albums=${hex()}; Path=/`])],
    ['it can be guessed', visit(['photos=summer-2026; Path=/'])],
    ['its name says what it is', visit([`csrf_secret=${hex()}; Path=/`])],
    [
      'a script set it',
      visit([`photos=${hex()}; Path=/`]).map((one) => ({
        ...one,
        response: { ...one.response!, headers: [] },
      })),
    ],
  ])('is none where %s', (_, exchanges) => {
    expect(Object.entries(told(exchanges).roles)).not.toContainEqual(['photos', 'session']);
    expect(Object.entries(told(exchanges).roles)).not.toContainEqual(['csrf_secret', 'session']);
  });

  it('is none any more when something else turns out to be', () => {
    const seen = visit([`photos=${hex()}; Path=/`]);
    const call = at('/api', { type: 'fetch', sends: { authorization: `Bearer ${hex()}${hex()}` } });
    expect(told(seen).roles).toEqual({ photos: 'session' });
    expect(told([...seen, call]).roles).toMatchObject({ photos: 'other' });
  });
});
