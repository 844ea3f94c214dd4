import { beforeEach, describe, expect, it } from 'vitest';
import type { Exchange, StorageSnapshot } from '../../../../src/engine/model.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { go, id, later, SITE, startAgain } from '../../../support/answers-of-shop.js';
import { json } from '../../../support/bodies.js';
import { type ExchangeSpec, START } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';
import { options } from '../../../support/told-analysis.js';

beforeEach(startAgain);

describe('a page that lets go of its token by itself', () => {
  const api = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const tokenOf = (user: string) =>
    jwtOf({ sub: user, iat: Math.floor(START / 1000), exp: START / 1000 + 9e4 });
  const signIn = (token: string) =>
    go('/api/login', {
      ...api,
      method: 'POST',
      requestBody: json({ user: 'ada', password: 'correct' }),
      responseBody: json({ access_token: token }),
    });
  const use = (token: string) =>
    go('/api/me', { ...api, sends: { authorization: `Bearer ${token}` } });
  const stored = (...tokens: string[]): StorageSnapshot => ({
    kind: 'storage',
    at: later(),
    origin: SITE,
    area: 'sessionStorage',
    dropped: 0,
    items: tokens.map((value) => ({ key: 'access_token', value, length: value.length })),
  });
  const answersAfter = (...steps: (Exchange | StorageSnapshot)[]) => {
    const analysis = new Analysis();
    for (const step of steps) {
      if ('kind' in step) analysis.addSnapshot(step);
      else analysis.addExchange(step);
    }
    return analysis.report(options).sites[0]!.answers;
  };

  it('is not told as a logout by the request before it', () => {
    const token = tokenOf('ada');
    const answers = answersAfter(signIn(token), stored(token), use(token), stored());
    const { text } = answers.find(({ question }) => question === 'logout')!;
    expect(text).toContain('the page itself let access_token go, about when GET /api/me was sent');
    expect(answers.find(({ question }) => question === 'ended')).toMatchObject({
      outcome: 'unknown',
      text: 'access_token was taken out of the web storage by a script.',
    });
  });

  it('has logged nobody out where another one stands in its place', () => {
    const [one, next] = [tokenOf('ada'), tokenOf('ada lovelace')];
    const answers = answersAfter(
      signIn(one),
      stored(one),
      use(one),
      signIn(next),
      stored(),
      stored(next),
      use(next),
    );
    expect(answers.map(({ question }) => question)).not.toContain('ended');
  });
});

describe('a page that lets its token go by itself', () => {
  it('is told as such, and no request is called a logout', () => {
    const token = id();
    const analysis = new Analysis();
    const store = (items: Record<string, string>): StorageSnapshot => ({
      kind: 'storage',
      at: later(),
      origin: SITE,
      area: 'localStorage',
      dropped: 0,
      items: Object.entries(items).map(([key, value]) => ({ key, value, length: value.length })),
    });
    const api = (path: string, more: Partial<ExchangeSpec>) =>
      go(path, { type: 'fetch', topUrl: `${SITE}/`, ...more });
    const steps = [
      api('/api/login', {
        method: 'POST',
        requestBody: json({ user: 'ada', password: 'correct horse' }),
        responseBody: json({ access_token: token }),
      }),
      store({ access_token: token }),
      api('/api/me', { sends: { authorization: `Bearer ${token}` } }),
      api('/api/news', { status: 401 }),
      store({}),
    ];
    for (const step of steps)
      if ('kind' in step) analysis.addSnapshot(step);
      else analysis.addExchange(step);
    const { answers } = analysis.report(options).sites.find((one) => one.site === SITE)!;
    const said = answers.find(({ question }) => question === 'logout');
    expect(said?.text).toMatch(/the page itself let access_token go, about when GET \/api\/news/);
  });
});
