import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('told lifetimes');
const DAY = 86_400;

function given(...answers: object[]) {
  const analysis = new Analysis();
  for (const [n, answer] of answers.entries())
    analysis.addExchange(
      exchange({
        url: 'https://shop.test/oauth/token',
        method: 'POST',
        type: 'fetch',
        at: START + n * 60_000,
        responseBody: readBody('application/json', JSON.stringify(answer)),
      }),
    );
  return analysis.credentials().map(({ name, expires, issuedAt, expiresAt, valueCount }) => ({
    name,
    expires,
    seconds: expiresAt === undefined ? undefined : (expiresAt - (issuedAt ?? 0)) / 1_000,
    valueCount,
  }));
}

const answer = (more: object) => ({
  access_token: random.base62(40),
  refresh_token: random.base62(40),
  token_type: 'Bearer',
  ...more,
});

it('knows from the answer when a token ends', () => {
  expect(given(answer({ expires_in: 60 * DAY }))).toEqual([
    { name: '/access_token', expires: 'at', seconds: 60 * DAY, valueCount: 1 },
    { name: '/refresh_token', expires: 'unknown', seconds: undefined, valueCount: 1 },
  ]);
});

it('knows it of the last generation', () => {
  const all = given(answer({ expires_in: 900 }), answer({ expires_in: 600 }));
  expect(all[0]).toEqual({ name: '/access_token', expires: 'at', seconds: 600, valueCount: 2 });
});

it('believes what a JWT says of itself', () => {
  const token = jwtOf({ sub: 'ada', scope: 'read', iat: START / 1_000, exp: START / 1_000 + 300 });
  expect(given(answer({ access_token: token, expires_in: 60 * DAY }))[0]).toMatchObject({
    seconds: 300,
  });
  const endless = jwtOf({ sub: 'ada', scope: 'read' });
  expect(given(answer({ access_token: endless, expires_in: 60 }))[0]).toMatchObject({
    expires: 'never',
  });
});

it('knows of no end where nobody says it', () => {
  expect(given(answer({}))[0]).toMatchObject({ expires: 'unknown' });
});

it.each(['#', '?'])('knows it from the address that gave the token, behind %s', (mark) => {
  const analysis = new Analysis();
  const token = random.base62(43);
  const url = `https://app.test/${mark}access_token=${token}&expires_in=${60 * DAY}&token_type=Bearer`;
  for (const at of [START, START + 3_600_000])
    analysis.addExchange(exchange({ url, type: 'document', at }));
  const [one] = analysis.credentials();
  expect(one).toMatchObject({ expires: 'at', issuedAt: START });
  expect(one!.expiresAt).toBe(START + 60 * DAY * 1_000);
});

it('knows it from where an answer sends the browser', () => {
  const analysis = new Analysis();
  const location = `https://app.test/#access_token=${random.base62(43)}&expires_in=900`;
  analysis.addExchange(
    exchange({ url: 'https://login.test/auth', status: 302, at: START, gets: { location } }),
  );
  expect(analysis.credentials()[0]).toMatchObject({ expiresAt: START + 900_000 });
});

it('knows until when it lives', () => {
  const expires_at = new Date(START + 900_000).toISOString();
  expect(given({ token: random.base62(40), expires_at })).toEqual([
    { name: '/token', expires: 'at', seconds: 900, valueCount: 1 },
  ]);
});

it('knows it of no token that has ended when it is given', () => {
  const expires_at = new Date(START - 900_000).toISOString();
  expect(given({ token: random.base62(40), expires_at })[0]).toMatchObject({ expires: 'unknown' });
});

const inHeader = (body: object, names: string[], at = START) => {
  const analysis = new Analysis();
  const token = () => random.base62(40);
  analysis.addExchange(
    exchange({
      url: 'https://shop.test/v3/auth/tokens',
      method: 'POST',
      at,
      gets: Object.fromEntries(names.map((name) => [name, token()])),
      responseBody: readBody('application/json', JSON.stringify(body)),
    }),
  );
  return analysis.credentials().map(({ expires }) => expires);
};

it('knows of a header what the body tells of it, where there is one', () => {
  const body = { token: { expires_at: new Date(START + 900_000).toISOString() } };
  expect(inHeader(body, ['x-subject-token'])).toEqual(['at']);
  expect(inHeader(body, ['x-subject-token', 'x-refresh-token'])).toEqual(['unknown', 'unknown']);
  expect(inHeader({ user: body.token }, ['x-subject-token'])).toEqual(['unknown']);
  // Of an answer of which nobody knows when it came, a date says no length of time.
  expect(inHeader(body, ['x-subject-token'], 0)).toEqual(['unknown']);
});

it('knows of a message until when its token lives, and not for how long', () => {
  const inMessage = (more: object) => {
    const analysis = new Analysis();
    const token = random.base62(40);
    const body = readBody('', JSON.stringify({ result: { token, ...more } }));
    const socket = exchange({ url: 'wss://shop.test/websocket', type: 'websocket', at: START });
    analysis.addExchange({ ...socket, messages: [{ direction: 'received', body }] });
    return analysis.credentials().map(({ expires, expiresAt }) => [expires, expiresAt]);
  };
  const ends = START + 900_000;
  expect(inMessage({ tokenExpires: { $date: ends } })).toEqual([['at', ends]]);
  expect(inMessage({ expiresIn: 900 })).toEqual([['unknown', undefined]]);
});
