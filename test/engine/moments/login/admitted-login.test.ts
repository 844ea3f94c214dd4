import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { call, hex, logins, random, refused, SITE } from '../../../support/admitted-visit.js';
import { form, json } from '../../../support/bodies.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

const withCookie = (path: string, more: Partial<ExchangeSpec> = {}) => {
  const id = hex();
  return [
    call(path, {
      method: 'POST',
      requestBody: form('reader=ada&number=4711-0815-2342'),
      gets: { 'set-cookie': `box=${id}; Path=/; HttpOnly` },
      ...more,
    }),
    call('/notes', { sends: { cookie: `box=${id}` } }),
  ];
};
/** A token for another one, which a cookie asks for that came with the first. */
const renewal = (path: string, more: Partial<ExchangeSpec> = {}) => {
  const [first, next, keys] = [random.base62(40), random.base62(40), [hex(), hex()]];
  const line = (at: number) => `supply=${keys[at]}; Path=${path}; HttpOnly`;
  const sends = { authorization: `Bearer ${next}` };
  return [
    call('/hello', {
      method: 'POST',
      requestBody: json({ handle: 'ada' }),
      responseBody: json({ access_token: first }),
      gets: { 'set-cookie': line(0) },
    }),
    call('/notes', { status: 401, sends: { authorization: `Bearer ${first}` } }),
    call(path, {
      method: 'POST',
      sends: { cookie: `supply=${keys[0]}` },
      responseBody: json({ access_token: next }),
      gets: { 'set-cookie': line(1) },
      ...more,
    }),
    call('/notes', { sends }),
  ];
};
const withToken = (path: string, answer: (token: string) => unknown, header: string) => {
  const token = random.base62(40);
  return [
    call(path, {
      method: 'POST',
      requestBody: json({ 0: { handle: 'ada', phrase: 'four words of hers' } }),
      responseBody: json(answer(token)),
    }),
    call('/notes', { sends: { [header]: token } }),
  ];
};

describe('what a request gave lets in where the page was turned down', () => {
  it.each([
    ['a cookie, for fields that are called otherwise', () => [refused(), ...withCookie('/door')]],
    ['a cookie, after 403', () => [refused('/notes', 403), ...withCookie('/staff')]],
    [
      'a token in a header of its own, for a batch of calls',
      () => [
        refused(),
        ...withToken('/rpc/person.enter', (ticket) => [{ result: { ticket } }], 'x-box-ticket'),
      ],
    ],
    [
      'a token in Authorization',
      () => [refused(), ...withToken('/v2/open', (t) => ({ accessToken: t }), 'authorization')],
    ],
    [
      'an answer that the browser has already',
      () => {
        const before = refused();
        const [post, get] = withCookie('/door');
        return [before, post!, { ...get!, response: { ...get!.response!, status: 304 } }];
      },
    ],
  ])('%s', (_how, visit) => {
    expect(logins(...visit())).toHaveLength(1);
  });

  it('by the key of a link, although every page has a form for logging in', () => {
    const before = refused();
    const id = hex();
    const page = readBody('text/html', '<form><input name=n><input name=p type=password></form>');
    const open = { type: 'document', topUrl: undefined } as const;
    const link = call(`/hello?token=${random.base62(32)}`, {
      ...open,
      status: 302,
      gets: { location: '/', 'set-cookie': `box=${id}; Path=/; HttpOnly` },
      redirectUrl: `${SITE}/`,
    });
    const home = call('/', { ...open, sends: { cookie: `box=${id}` }, responseBody: page });
    const known = call('/notes', { sends: { cookie: `box=${id}` } });
    expect(logins(before, link, home, known)).toHaveLength(1);
  });
});

describe('it is no login', () => {
  it.each([
    ['where nothing was refused before', () => withCookie('/door')],
    ['where something else was', () => [refused('/admin'), ...withCookie('/door')]],
    ['where it is refused all the same', () => [refused(), withCookie('/door')[0]!, refused()]],
    ['where the next token is given', () => [refused(), ...withCookie('/session/renew')]],
    [
      'where nothing was sent that somebody could have typed',
      () => [refused(), ...withCookie('/prepare', { requestBody: json({}) })],
    ],
    ['where guests are let in', () => [refused(), ...withCookie('/auth/guest')]],
    [
      'where the request said already who asks',
      () => {
        const known = { sends: { authorization: `Bearer ${random.base62(40)}` } };
        return [call('/me', known), refused(), ...withCookie('/door', known)];
      },
    ],
    ['where the answer says no', () => [refused(), ...withCookie('/door', { status: 422 })]],
    [
      'where what lets in was there before',
      () => {
        const id = hex();
        const old = { sends: { cookie: `kept=${id}` } };
        return [refused(), withCookie('/door')[0]!, call('/notes', old)];
      },
    ],
  ])('%s', (_why, visit) => {
    expect(logins(...visit())).toEqual([]);
  });
});

describe('bodies that are told late', () => {
  const token = random.base62(40);
  const visit = (request: object, response: object) => {
    const analysis = new Analysis();
    const before = refused();
    const post = call('/rpc/person.enter', { method: 'POST' });
    for (const one of [before, post]) analysis.addExchange(one);
    analysis.addBodies({
      kind: 'bodies',
      exchangeId: post.id,
      at: post.startedAt + 1,
      request: json(request),
      response: json(response),
    });
    return momentsTold([call('/notes', { sends: { 'x-box-ticket': token } })], analysis);
  };

  it('say what was given', () => {
    const typed = { handle: 'ada', phrase: 'four words of hers' };
    expect(visit(typed, { ticket: token })).toEqual(['login /rpc/person.enter']);
    expect(visit(typed, { ticket: token, success: false, error: 'wrong' })).toEqual([]);
    expect(visit({}, { ticket: token })).toEqual([]);
  });
});

describe('what asks for the next token', () => {
  it.each([
    ['without a body', {}],
    ['with an empty one', { requestBody: json({}) }],
  ])('logs nobody in: %s', (_, more) => {
    expect(logins(...renewal('/next', more))).toEqual([]);
  });

  it('is a login where somebody may have typed something', () => {
    const requestBody = json({ handle: 'ada', phrase: 'four words of hers' });
    expect(logins(...renewal('/next', { requestBody }))).toHaveLength(1);
  });
});
