import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://player.test';
const random = new Seeded('only called');
const JSON_TYPE = 'application/json';

type Use = 'nothing' | 'sent' | 'kept' | 'login';

/** The verdict on a site whose page asks for its settings, which hold this; and what it does then. */
function verdictOn(member: string, value: string, use: Use = 'nothing') {
  const analysis = new Analysis();
  const asks = use === 'login' ? { user: 'ada', password: 'x' } : undefined;
  analysis.addExchange(exchange({ url: `${SITE}/` }));
  analysis.addExchange(
    exchange({
      url: use === 'login' ? `${SITE}/login` : `${SITE}/settings`,
      ...(asks && { method: 'POST', requestBody: readBody(JSON_TYPE, JSON.stringify(asks)) }),
      responseBody: readBody(JSON_TYPE, JSON.stringify({ [member]: value, theme: 'dark' })),
    }),
  );
  if (use === 'sent')
    analysis.addExchange(
      exchange({ url: `${SITE}/list`, sends: { authorization: `Bearer ${value}` } }),
    );
  if (use === 'kept')
    analysis.addSnapshot({
      kind: 'storage',
      area: 'localStorage',
      origin: SITE,
      at: START + 1e9,
      items: [{ key: member, value, length: value.length }],
      dropped: 0,
    });
  return analysis.report(options).sites.find(({ site }) => site === SITE);
}

describe('what an answer calls a session, and nobody was seen to use', () => {
  it.each(['sessionId', 'session-id', 'session_token', 'sid'])(
    'is no verdict, no grade and no praise: %s',
    (member) => {
      const verdict = verdictOn(member, random.base62(26));
      expect(verdict).toMatchObject({ mechanism: 'none', grade: null, strengths: [] });
    },
  );

  it.each<Use>(['sent', 'kept', 'login'])('is one where it is %s', (use) => {
    expect(verdictOn('sessionId', random.base62(26), use)?.mechanism).toBe('bearer-token');
  });

  it('is one where the value says more than its name', () => {
    const token = jwtOf({ sub: 'ada', scope: 'read', exp: 4_000_000_000 });
    expect(verdictOn('accessToken', token)?.mechanism).toBe('bearer-token');
  });
});

describe('praise of what may log in', () => {
  it('is none where nothing was seen to identify anybody', () => {
    const analysis = new Analysis();
    const cookie = `qzv=${random.base62(32)}`;
    const line = `${cookie}; Path=/; HttpOnly; Secure; SameSite=Lax`;
    analysis.addExchange(exchange({ url: `${SITE}/`, gets: { 'set-cookie': [line] } }));
    analysis.addExchange(exchange({ url: `${SITE}/list`, sends: { cookie } }));
    const [verdict] = analysis.report(options).sites;
    expect(verdict).toMatchObject({ mechanism: 'none', strengths: [] });
  });
});
