import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { json } from '../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://app.test';
const random = new Seeded('kept in a cookie');
const [access, refresh, next] = [random.base62(40), random.base62(40), random.base62(40)];
const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;

interface Visit {
  /** The cookie that a script wrote, from then on. */
  cookie: string;
  header?: Record<string, string>;
  given?: object;
  more?: ExchangeSpec[];
  login?: Partial<ExchangeSpec>;
}

function told({ cookie, header, given, more = [], login }: Visit) {
  const sends = { cookie: `auth=${cookie}`, ...(header ?? { authorization: `Bearer ${access}` }) };
  const analysis = new Analysis();
  for (const one of [
    { url: `${SITE}/login` },
    {
      url: `${SITE}/api/login`,
      method: 'POST',
      ...fetched,
      requestBody: json({ user: 'ada', password: 'x' }),
      responseBody: json(given ?? { accessToken: access, refreshToken: refresh }),
      ...login,
    },
    { url: `${SITE}/api/orders`, ...fetched, sends },
    { url: `${SITE}/api/me`, ...fetched, sends },
    ...more,
  ])
    analysis.addExchange(exchange(one));
  const all = analysis.credentials();
  const { mechanism, sentence } = analysis.report(options).sites[0]!;
  return { all, cookie: all.find(({ kind }) => kind === 'cookie')!, mechanism, sentence };
}

const state = (token = access) => ({ token, refreshToken: refresh, user: { id: 1, name: 'Ada' } });
const text = JSON.stringify(state());

describe('a token that scripts keep in the JSON of a cookie', () => {
  it.each([
    ['as it is', text],
    ['percent-encoded', encodeURIComponent(text)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(text))],
    ['in base64', btoa(text)],
    ['in base64 that is encoded', encodeURIComponent(btoa(text))],
    ['deep in it', encodeURIComponent(JSON.stringify({ state: { auth: [state()] }, version: 0 }))],
    [
      'with its scheme',
      encodeURIComponent(JSON.stringify({ ...state(), token: `Bearer ${access}` })),
    ],
  ])('is one credential with it: %s', (_, cookie) => {
    const { all, cookie: found, mechanism, sentence } = told({ cookie });
    expect([found.role, mechanism]).toEqual(['access-token', 'bearer-token']);
    expect(sentence).toContain('kept by script in the cookie auth');
    expect(found.carriers).toEqual(['cookie', 'header', 'body']);
    expect(all.map(({ role }) => role).toSorted()).toEqual(['access-token', 'refresh-token']);
  });

  it('is so in a header of its own, given in one', () => {
    const header = { 'access-token': access, client: refresh };
    const { cookie, sentence } = told({
      cookie: encodeURIComponent(JSON.stringify({ ...header, uid: 'ada' })),
      header,
      given: { data: { id: 1 } },
      login: { gets: header },
    });
    expect(cookie.role).toBe('access-token');
    expect(sentence).toContain('kept by script in the cookie auth');
  });

  it('stays one when another takes its place', () => {
    const cookie = encodeURIComponent(JSON.stringify(state(next)));
    const sends = { cookie: `auth=${cookie}`, authorization: `Bearer ${next}` };
    const { all, cookie: found } = told({
      cookie: encodeURIComponent(text),
      more: [
        {
          url: `${SITE}/api/refresh`,
          method: 'POST',
          ...fetched,
          requestBody: json({ refreshToken: refresh }),
          responseBody: json({ accessToken: next, refreshToken: refresh }),
        },
        { url: `${SITE}/api/orders`, ...fetched, sends },
        { url: `${SITE}/api/me`, ...fetched, sends },
      ],
    });
    expect(all).toHaveLength(2);
    expect(found.role).toBe('access-token');
  });
});

describe('a cookie stays another credential', () => {
  it.each<[string, Visit]>([
    ['that holds another value', { cookie: encodeURIComponent(JSON.stringify({ token: next })) }],
    ['of what only renews', { cookie: encodeURIComponent(JSON.stringify({ refresh })) }],
    ['that is no JSON', { cookie: `lang-en-${access.slice(0, 20)}` }],
    ['that is broken JSON', { cookie: encodeURIComponent(text.slice(0, -4)) }],
    [
      'of a value against forgery',
      {
        cookie: encodeURIComponent(JSON.stringify({ csrf: next, seen: refresh })),
        header: { authorization: `Bearer ${access}`, 'x-csrf-token': next },
      },
    ],
    [
      'of the key of an application',
      {
        cookie: encodeURIComponent(JSON.stringify({ key: next, seen: refresh })),
        header: { authorization: `Bearer ${access}`, 'x-api-key': next },
      },
    ],
  ])('%s', (_, visit) => {
    const { cookie, sentence } = told(visit);
    expect(cookie.carriers).not.toContain('header');
    expect(sentence).not.toContain('kept by script in the cookie');
  });

  it('where no header is sent with what it holds', () => {
    const { cookie } = told({ cookie: encodeURIComponent(text), header: {} });
    expect(cookie.carriers).toEqual(['cookie']);
  });
});
