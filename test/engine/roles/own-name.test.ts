import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('own names');
const JWT = jwtOf({ sub: 'u1', exp: 1_800_000_000 });
const OPAQUE = random.base62(40);
const rolesOf = (...exchanges: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().map(({ name, role }) => [name, role]);
};
const login = (answer: object) =>
  exchange({
    url: 'https://a.test/login',
    method: 'POST',
    type: 'fetch',
    requestBody: readBody('application/json', '{"user":"ada","password":"x"}'),
    responseBody: readBody('application/json', JSON.stringify(answer)),
  });

it.each<[string, object, string, string]>([
  ['a JWT', { consoleTicket: JWT }, '/consoleTicket', 'access-token'],
  ['an opaque one', { consoleTicket: OPAQUE }, '/consoleTicket', 'access-token'],
  ['one against forgery', { csrfToken: OPAQUE }, '/csrfToken', 'csrf'],
  ['one that renews', { refreshToken: OPAQUE }, '/refreshToken', 'refresh-token'],
  ['one of the next puzzle', { captchaToken: OPAQUE }, '/captchaToken', 'other'],
  ['one for uploads', { upload_token: OPAQUE }, '/upload_token', 'other'],
])('%s under a name of its own, given by a login', (_, answer, name, role) => {
  expect(rolesOf(login(answer))).toEqual([[name, role]]);
});

it('a token in a header of its own', () => {
  const one = exchange({ url: 'https://a.test/api', type: 'fetch', sends: { 'x-shop': JWT } });
  expect(rolesOf(one)).toEqual([['x-shop', 'access-token']]);
});

it('a token that an answer holds and nobody uses says nothing', () => {
  const one = exchange({
    url: 'https://a.test/invite',
    type: 'fetch',
    responseBody: readBody('application/json', JSON.stringify({ invitation: JWT })),
  });
  expect(rolesOf(one)).toEqual([['/invitation', 'other']]);
});

it('a signed cookie and the id in it, told by an answer, are one', () => {
  const cookie = encodeURIComponent(`s:${OPAQUE}.${random.base62(43)}`);
  const one = exchange({
    url: 'https://a.test/',
    gets: { 'set-cookie': `sid=${cookie}; HttpOnly` },
    responseBody: readBody('application/json', JSON.stringify({ sessionId: OPAQUE })),
  });
  expect(rolesOf(one)).toEqual([['sid', 'session']]);
});

it('a secret deep in a cache is what the members above it say', () => {
  const secret = random.base62(60);
  const value = JSON.stringify({ RefreshToken: { 'u1-b--': { secret } } });
  const analysis = new Analysis();
  analysis.addSnapshot({
    kind: 'storage',
    at: 0,
    origin: 'https://a.test',
    area: 'localStorage',
    items: [{ key: 'cache', value, length: value.length }],
    dropped: 0,
  });
  expect(analysis.credentials().map(({ role }) => role)).toEqual(['refresh-token']);
});

it.each(['queryToken', 'wsTicket', 'download_jwt'])(
  'the JWT %s that a page keeps and posts',
  (key) => {
    const analysis = new Analysis();
    const kept = {
      kind: 'storage',
      area: 'sessionStorage',
      origin: 'https://a.test',
      at: 0,
      dropped: 0,
    } as const;
    analysis.addSnapshot({ ...kept, items: [{ key, value: JWT, length: JWT.length }] });
    analysis.addExchange(
      exchange({
        url: 'https://a.test/import',
        method: 'POST',
        requestBody: readBody('application/x-www-form-urlencoded', `data=1&${key}=${JWT}`),
      }),
    );
    expect(analysis.credentials().map(({ role }) => role)).toEqual(['access-token']);
  },
);

describe('a member called token', () => {
  const challenge = exchange({
    url: 'https://a.test/challenge',
    type: 'fetch',
    responseBody: readBody('application/json', JSON.stringify({ token: OPAQUE })),
  });

  it('of an answer, that nobody uses, is a nonce for all that is known', () => {
    expect(rolesOf(challenge)).toEqual([['/token', 'other']]);
  });

  it('that is sent, or that a login gave, is what it says', () => {
    const used = exchange({
      url: 'https://a.test/api',
      type: 'fetch',
      sends: { authorization: `Bearer ${OPAQUE}` },
    });
    expect(rolesOf(challenge, used)).toEqual([['authorization', 'access-token']]);
    expect(rolesOf(login({ token: OPAQUE }))).toEqual([['/token', 'access-token']]);
  });
});

describe('a JWT that a page keeps and nobody was seen to use', () => {
  const roleOfKept = (key: string, value: string) => {
    const analysis = new Analysis();
    analysis.addSnapshot({
      kind: 'storage',
      area: 'localStorage',
      origin: 'https://a.test',
      at: 0,
      dropped: 0,
      items: [{ key, value, length: value.length }],
    });
    return analysis.credentials()[0]?.role;
  };

  it.each(['privy:token', 'jhi-authenticationToken', 'shopUserToken', 'app_jwt'])(
    'is its user’s as %s',
    (key) => expect(roleOfKept(key, JWT)).toBe('access-token'),
  );

  it.each(['shareToken', 'guest-token', 'inviteToken', 'DS', 'tokenizer', 'mapToken'])(
    'says nothing as %s',
    (key) => expect(roleOfKept(key, JWT)).toBe('other'),
  );

  it('says nothing where it is about nobody', () =>
    expect(roleOfKept('widget:token', jwtOf({ origin: 'https://a.test' }))).toBe('other'));
});
