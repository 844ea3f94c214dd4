import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../src/engine/proof/proposal.js';
import { unkeptIn } from '../../../src/engine/proof/probe.js';
import {
  page,
  LOGGED_IN,
  visit,
  data,
  login,
  SITE,
  HTML_TYPE,
  ID,
} from '../../support/proof-visit.js';

const logout = () => page('/logout', { method: 'POST', status: 302, sends: LOGGED_IN });

describe('the request that is proposed', () => {
  it('is data of the page’s own that a login is needed for, known by a refusal before it', () => {
    const proposal = visit(
      data('/api/things', { status: 401 }),
      login(),
      page('/home', { sends: LOGGED_IN }),
      data('/api/things', { sends: LOGGED_IN }),
      data('/api/other', { sends: LOGGED_IN }),
    )();
    expect(proposal).toMatchObject({
      request: { method: 'GET', url: `${SITE}/api/things` },
      origin: SITE,
      crossOrigin: false,
      needsLogin: true,
      why: { key: 'proof_because_refused' },
    });
  });

  it('has others that are repeated where it tells nothing, each address once', () => {
    const { request, others } = visit(
      login(),
      page('/home', { sends: LOGGED_IN }),
      data('/api/me', { sends: LOGGED_IN }),
      data('/api/me', { sends: LOGGED_IN }),
      data('/api/items', { sends: LOGGED_IN, method: 'HEAD' }),
      data('/api/other', { sends: LOGGED_IN }),
    )() as Proposal;
    expect([request, ...others.map((one) => one.request)].map(({ url }) => url)).toEqual(
      ['/api/me', '/home', '/api/other'].map((path) => SITE + path),
    );
  });

  it('may be a HEAD, where that is all that there is', () => {
    const proposal = visit(login(), data('/api/me', { sends: LOGGED_IN, method: 'HEAD' }))();
    expect(proposal).toMatchObject({ request: { method: 'HEAD' } });
  });

  it('takes no page for one that needs a login since it was small and soon left', () => {
    const small = page('/', { gets: { ...HTML_TYPE, 'content-length': '400' } });
    const next = page('/login', { sends: { referer: `${SITE}/` } });
    const proposal = visit(small, next, login(), page('/', { sends: LOGGED_IN }))() as Proposal;
    expect([proposal.request.url, proposal.needsLogin]).toEqual([`${SITE}/`, false]);
  });

  it('is one that the browser answered for its user unasked, after a challenge', () => {
    const authorization = `Basic ${'0123456789abcdef'.repeat(2)}`;
    const challenged = page('/app/', { status: 302, redirectUrl: SITE, sends: { authorization } });
    const beside = data('/other/me');
    const proposal = visit(challenged, data('/app/api/me'), beside)() as Proposal;
    expect(proposal).toMatchObject({
      request: { url: `${SITE}/app/api/me` },
      headers: [],
      subjects: [{ part: 'likely', places: [{ carrier: 'header', name: 'authorization' }] }],
      others: [],
    });
  });

  it.each([
    ['authorization', `Basic ${'0123456789abcdef'.repeat(2)}`],
    ['x-password', '***'],
  ])('has the name alone of a header of which no password is kept: %s', (header, value) => {
    const sends = { host: 'shop.test', [header]: value };
    const proposal = visit(data('/api/me', { sends }), data('/api/me', { sends }))() as Proposal;
    expect(proposal.headers).toEqual([]);
    expect(proposal.subjects).toMatchObject([
      { part: 'likely', places: [{ carrier: 'header', name: header }] },
    ]);
    expect(unkeptIn(proposal)).toEqual([header]);
  });

  it('is sent without cookies where the page asked another origin without them', () => {
    const api = (sends: Record<string, string>) =>
      data('/me', { url: 'https://api.shop.test/me', topUrl: `${SITE}/`, sends });
    const own = visit(login(), api(LOGGED_IN))() as Proposal;
    expect([own.crossOrigin, own.withoutCookies]).toEqual([true, undefined]);
    const bearer = { authorization: `Bearer ${ID}` };
    const proposal = visit(login(), api(bearer))() as Proposal;
    expect([proposal.request.url, proposal.withoutCookies]).toEqual([
      'https://api.shop.test/me',
      true,
    ]);
  });

  it('is a page whose address speaks of the user, where nothing is known', () => {
    const proposal = visit(
      login(),
      page('/news', { sends: LOGGED_IN }),
      page('/account', { sends: LOGGED_IN }),
      page('/', { sends: LOGGED_IN }),
    )();
    expect(proposal).toMatchObject({ request: { url: `${SITE}/account` } });
  });

  it.each<[string, () => ReturnType<ReturnType<typeof visit>>, string]>([
    [
      'after the logout',
      () => visit(login(), page('/home', { sends: LOGGED_IN }), logout())(),
      'proof_none_logged_out',
    ],
    ['without a fit request', () => visit(login(), page('/home'))(), 'proof_none_no_request'],
    [
      'where all that logs in is posted',
      () => visit(login(), data('/rpc', { method: 'POST', sends: LOGGED_IN }))(),
      'proof_none_only_posted',
    ],
    [
      'where names and passwords go along with another method alone',
      () => {
        const authorization = `Basic ${'0123456789abcdef'.repeat(2)}`;
        return visit(
          data('/ada/', { method: 'PROPFIND', status: 207, sends: { authorization } }),
        )();
      },
      'proof_none_only_posted',
    ],
    [
      'before a logout',
      () => visit(login(), page('/home', { sends: LOGGED_IN }))('survives-logout'),
      'proof_none_no_logout',
    ],
    [
      'where another site’s page asked',
      () => visit(login(), data('/api/me', { sends: LOGGED_IN, topUrl: 'https://other.test/' }))(),
      'proof_none_no_request',
    ],
  ])('is none %s', (_when, propose, key) => {
    expect(propose()).toMatchObject({ why: { key } });
    expect(propose()).not.toHaveProperty('request');
  });

  it('for a logout is one of the login that it ended, with the cookies of then', () => {
    const proposal = visit(
      login(),
      data('/api/me', { sends: LOGGED_IN }),
      logout(),
      data('/api/me', { status: 401, sends: { cookie: 'theme=dark' } }),
    )('survives-logout') as Proposal;
    expect(proposal.question).toBe('survives-logout');
    expect(proposal.needsLogin).toBe(true);
    expect(proposal.headers).toContainEqual({ name: 'cookie', value: LOGGED_IN.cookie });
  });
});

it('has what was logged out with, whatever the chosen request had carried before', () => {
  const later = 'Zz88vQpLm3Rt8Zw1Yb5Nc7Hd';
  const proposal = visit(
    data('/api/me', { status: 401 }),
    login(),
    data('/api/me', { sends: LOGGED_IN }),
    page('/news', { sends: { cookie: `lang=en; sid=${later}` } }),
    page('/logout', { method: 'POST', status: 302, sends: { cookie: `sid=${later}` } }),
  )('survives-logout') as Proposal;
  expect(proposal.request.url).toBe(`${SITE}/api/me`);
  expect(proposal.headers.find(({ name }) => name === 'cookie')?.value).toBe(
    `sid=${later}; theme=dark; XSRF-TOKEN=4f8a1c9e7b2d6035aa`,
  );
});
