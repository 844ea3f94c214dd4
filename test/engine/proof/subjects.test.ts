import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Proof } from '../../../src/engine/proof/proof.js';
import type { Proposal } from '../../../src/engine/proof/proposal.js';
import { text } from '../../../src/engine/text.js';
import { jwtOf } from '../../support/jose.js';
import {
  SITE,
  login,
  data,
  LOGGED_IN,
  ID,
  HTML_TYPE,
  visit,
  page,
  JSON_TYPE,
} from '../../support/proof-visit.js';

/** A finished proof, of which nothing is known but what a test adds. */
const PROOF: Proof = {
  kind: 'proof',
  at: 1,
  question: 'authenticates',
  site: SITE,
  request: { id: 'x', method: 'GET', url: `${SITE}/other`, status: 200 },
  sent: 1,
  probes: [],
  outcomes: [],
  sentence: text('test', 'so'),
};

describe('the request that is proposed', () => {
  it('leaves in what ended a login when it was missing, in a proof before', () => {
    const before = [login(), data('/api/me', { sends: LOGGED_IN })];
    const analysis = new Analysis();
    for (const one of before) analysis.addExchange(one);
    const subjects = () =>
      (analysis.propose('authenticates', SITE, before) as Proposal).subjects.filter(
        ({ name }) => name === 'sid',
      );
    const [{ identities: [identity] } = { identities: [] }] = subjects();
    const outcome = {
      credentialId: 'c1',
      identity: identity!,
      verdict: 'needed',
      others: [],
      why: text('test', 'so'),
      ends: true,
    } as const;
    expect(subjects()).toMatchObject([{ part: 'likely' }]);
    analysis.addTried({ ...PROOF, outcomes: [outcome] });
    expect(subjects()).toMatchObject([{ part: 'guard', isNeeded: true }]);
  });

  it('knows what came with the session, and is as random', () => {
    const id = (letter: string) => `${letter}k29vQpLm3Rt8Zw1Yb5Nc7Hd`;
    const lines = [`PHPSESSID=${ID}`, `store=${id('a')}`, 'mood=cheerful'];
    const gets = { ...HTML_TYPE, 'set-cookie': lines.map((line) => `${line}; Path=/`) };
    const later = `wish=${id('b')}`;
    const sends = { cookie: [...lines, later].join('; ') };
    const { subjects } = visit(
      page('/login', { gets }),
      page('/news', { gets: { ...HTML_TYPE, 'set-cookie': later }, sends: { cookie: lines[0]! } }),
      page('/login', {
        method: 'POST',
        status: 302,
        redirectUrl: `${SITE}/home`,
        requestBody: login().request.body!,
        sends,
      }),
      data('/api/me', { sends }),
    )() as Proposal;
    const given = subjects.map(({ name, isGiven = false }) => [name, isGiven]);

    expect(Object.fromEntries(given)).toEqual({
      PHPSESSID: false,
      store: true,
      mood: false,
      wish: false,
    });
  });

  it('says what can be withheld: what is likely first, with what guards against forgery apart', () => {
    const sends = { ...LOGGED_IN, 'x-xsrf-token': '4f8a1c9e7b2d6035aa' };
    const proposal = visit(login(), data('/api/me', { sends }), data('/api/me', { sends }))();
    const { subjects } = proposal as Proposal;
    expect(subjects.map(({ name, part, places }) => [name, part, places.length])).toEqual([
      ['sid', 'likely', 1],
      ['XSRF-TOKEN', 'guard', 2],
      ['theme', 'others', 1],
    ]);
  });

  it.each([
    ['percent-encoded, with its scheme', (token: string) => `Bearer%20${token}`],
    ['in quotes', (token: string) => `%22Bearer%20${token}%22`],
    ['among others', (token: string) => encodeURIComponent(JSON.stringify({ user: 1, token }))],
    ['as it is', (token: string) => token],
  ])('withholds a token with the cookie in which a script keeps it: %s', (_, kept) => {
    const token = jwtOf({ sub: '7', exp: 1_900_000_000 });
    const cookie = `auth._token.local=${kept(token)}`;
    const proposal = visit(
      data('/api/me', { status: 401 }),
      page('/home', { sends: { cookie } }),
      data('/api/me', { sends: { cookie, authorization: `Bearer ${token}` } }),
    )();
    const places = [
      { carrier: 'cookie', name: 'auth._token.local' },
      { carrier: 'header', name: 'authorization' },
    ];
    expect(proposal).toMatchObject({ subjects: [{ places }] });
  });

  it('has first of those of one role what is called a session, then what was there first', () => {
    const cookies = { 'x-auth': `${ID}a`, 'shop-auth': `${ID}b`, 'shop-sess-id': `${ID}c` };
    const line = Object.entries(cookies).map((pair) => pair.join('='));
    const setting = (...lines: string[]) =>
      page('/login', {
        method: 'POST',
        status: 302,
        redirectUrl: `${SITE}/home`,
        requestBody: login().request.body!,
        gets: { ...HTML_TYPE, 'set-cookie': lines.map((one) => `${one}; HttpOnly; Path=/`) },
      });
    const sends = { cookie: line.join('; ') };
    const { subjects } = visit(
      page('/', {
        gets: {
          ...HTML_TYPE,
          'set-cookie': ['shop-auth=Zz88vQpLm3Rt8Zw1Yb5Nc7Hd; HttpOnly; Path=/'],
        },
      }),
      setting(line[0]!, line[1]!, line[2]!),
      data('/api/me', { sends }),
    )() as Proposal;
    expect(subjects.map(({ name }) => name)).toEqual(['shop-sess-id', 'shop-auth', 'x-auth']);
  });

  it('has what a script wrote into its header, and nothing that the browser adds', () => {
    const token = 'mF_9.B5f-4.1JqM9x7K2wQ8vT3';
    const sends = { authorization: `Bearer ${token}`, 'user-agent': 'x', referer: SITE };
    const grant = page('/api/login', {
      type: 'fetch',
      method: 'POST',
      gets: JSON_TYPE,
      requestBody: {
        kind: 'json',
        mimeType: 'x',
        bytes: 9,
        fields: [],
        passwordField: '/password',
      },
      responseBody: {
        kind: 'json',
        mimeType: 'application/json',
        bytes: 9,
        fields: [{ pointer: '/access_token', value: token }],
      },
    });
    const proposal = visit(grant, data('/api/me', { sends }))() as Proposal;
    expect(proposal.headers).toEqual([{ name: 'authorization', value: `Bearer ${token}` }]);
    expect(proposal.subjects).toMatchObject([
      { part: 'likely', places: [{ carrier: 'header', name: 'authorization' }] },
    ]);
  });

  it(
    'withholds each header of a script that may say who asks, and none that speaks ' +
      'of the program',
    () => {
      const sends = {
        ...LOGGED_IN,
        uid: 'ada@shop.test',
        'x-user-id': '42',
        client: 'x9fhKJ2mQ8vT3wLp5Nc7Rd',
        'x-csrf-token': 'k2Jd8fLq0ZxW1vN5',
        'x-requested-with': 'XMLHttpRequest',
        'x-inertia-version': '6a1f0c',
        'hx-current-url': `${SITE}/`,
        'x-client-version': '20261127',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        'token-type': 'Bearer',
        'x-compact': 'true',
        'x-schema': '2.4.1',
      };
      const { subjects } = visit(login(), data('/api/me', { sends }))() as Proposal;
      const unfollowed = subjects.filter(({ credentialIds }) => credentialIds.length === 0);
      expect(unfollowed.map(({ id, part }) => [id, part])).toEqual([
        ['header uid', 'others'],
        ['header x-user-id', 'others'],
        ['header client', 'others'],
      ]);
    },
  );
});
