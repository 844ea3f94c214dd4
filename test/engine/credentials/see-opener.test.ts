import { describe, expect, it } from 'vitest';
import type { StorageSnapshot } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { form, json } from '../../support/bodies.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import {
  analysed,
  api,
  foundIn,
  given,
  gives,
  HOME,
  NEXT,
  opens,
  OTHER,
  refused,
  told,
  VALUE,
} from '../../support/refused-list.js';

describe('what an answer gave, and with what a refused address is open', () => {
  it.each<[where: string, opens: ExchangeSpec, found: string]>([
    ['a header of its own', opens, 'access-token x-karte header,body'],
    [
      'a parameter',
      api({ url: `${HOME}/api/liste?karte=${VALUE}` }),
      'access-token karte url,body',
    ],
    [
      'a cookie that a script wrote',
      api({ sends: { cookie: `karte=${VALUE}` } }),
      'session karte cookie,body',
    ],
    [
      'a header, with a scheme',
      api({ sends: { 'x-karte': `Bearer ${VALUE}` } }),
      'access-token x-karte header,body',
    ],
  ])('is what the user is known by: in %s', (_, one, found) => {
    expect(foundIn(refused, given, one)).toEqual([found]);
  });

  it.each<[where: string, posts: Partial<ExchangeSpec>]>([
    ['JSON', { requestBody: json({ lage: VALUE, a: 1 }) }],
    ['a form', { requestBody: form(`lage=${VALUE}&a=1`) }],
  ])('is so in the body of a request: in %s', (_, posts) => {
    const post = { url: `${HOME}/api/tun`, method: 'POST' };
    const before = api({
      ...post,
      status: 403,
      requestBody: json({ a: 1 }),
      responseBody: json({}),
    });
    expect(foundIn(before, given, api({ ...post, ...posts }))).toHaveLength(1);
  });

  it('was given by a login, whatever was typed', () => {
    const analysis = analysed([refused, given, opens]);
    const [one] = analysis.credentials();
    expect(one?.behaviour.issuedAtLogin?.url).toBe(`${HOME}/rein`);
    expect(one?.behaviour.opened?.url).toBe(`${HOME}/api/liste`);
  });

  it('was given by the login that was known by its password', () => {
    const login = gives(
      { karte: VALUE },
      { url: `${HOME}/login`, requestBody: json({ user: 'ada', password: 'geheim' }) },
    );
    const [one] = analysed([refused, login, opens]).credentials();
    expect(one?.behaviour.issuedAtLogin?.url).toBe(`${HOME}/login`);
    expect(one?.role).toBe('access-token');
  });

  it('is renewed with each answer: one credential', () => {
    const first = gives({ ok: 1 }, { gets: { 'x-naechste': VALUE } });
    const second = api({ sends: { 'x-marke': VALUE }, gets: { 'x-naechste': NEXT } });
    const third = api({ sends: { 'x-marke': NEXT }, gets: { 'x-naechste': OTHER } });
    const fourth = api({ sends: { 'x-marke': OTHER } });
    const found = analysed([refused, first, second, third, fourth]).credentials();
    expect(found.map(told)).toEqual(['access-token x-naechste header']);
    expect(found[0]?.value).toBe(OTHER);
  });

  it('takes the place of what was in use before it was refused', () => {
    const renewed = gives({ karte: NEXT }, { url: `${HOME}/neu` });
    const expired = { ...refused, sends: { 'x-karte': VALUE } };
    const again = api({ sends: { 'x-karte': NEXT } });
    const found = analysed([given, opens, expired, renewed, again]).credentials();
    expect(found.map(told)).toEqual(['access-token x-karte header,body']);
    expect(found[0]?.pastValues).toEqual([VALUE]);
    expect(found[0]?.behaviour.issuedAtLogin?.url).toBe(`${HOME}/rein`);
  });

  it('is known in storage that was seen before', () => {
    const analysis = analysed([refused, given]);
    const stored: StorageSnapshot = {
      kind: 'storage',
      area: 'localStorage',
      origin: HOME,
      at: START + 1e9 + 1_500,
      items: [{ key: 'lage', value: VALUE, length: VALUE.length }],
      dropped: 0,
    };
    analysis.addSnapshot(stored);
    const again = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    again.addExchange(exchange({ ...opens, at: START + 1e9 + 3_000 }));
    expect(again.credentials().map(told)).toEqual(['access-token lage localStorage,header,body']);
  });
});
