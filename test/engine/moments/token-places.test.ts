import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://cloud.test';
const random = new Seeded('token places');

/** Logins where bodies are unseen and an answer at `path` gives a token in a header. */
function loginsAt(path: string): number {
  const token = random.base62(64);
  const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SITE}/` }),
    exchange({
      url: SITE + path,
      method: 'POST',
      ...fetched,
      status: 201,
      gets: { 'x-subject-token': token },
    }),
    exchange({ url: `${SITE}/v3/projects`, ...fetched, sends: { 'x-auth-token': token } }),
  ])
    analysis.addExchange(one);
  return analysis.report(options).events.filter(({ type }) => type === 'login').length;
}

describe('a place where tokens are made', () => {
  it.each(['/v3/auth/tokens', '/identity/tokens', '/auth/token/', '/api-token-auth/'])(
    'logs in at %s',
    (path) => {
      expect(loginsAt(path)).toBe(1);
    },
  );

  it.each(['/author/tokens', '/auth/tokens/refresh', '/maps/tiles'])('does not at %s', (path) => {
    expect(loginsAt(path)).toBe(0);
  });
});
