import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const PAGE = 'http://notes.test/';
const API = 'http://cloud.test';
const random = new Seeded('refused cookies');
const SECRET = random.base62(64);
const call = { type: 'fetch', topUrl: PAGE } as const;

/**
 * A login at another site, whose cookie (no SameSite) no browser takes there, and which gives its
 * value otherwise, too.
 */
function told(given: 'header' | 'body', header: string) {
  const analysis = new Analysis();
  const said = JSON.stringify({ board_session: SECRET });
  analysis.addExchange(exchange({ url: PAGE }));
  analysis.addExchange(
    exchange({
      url: `${API}/login`,
      method: 'POST',
      requestBody: readBody('application/json', '{"email":"a@b.test","password":"x"}'),
      gets: {
        'content-type': 'application/json',
        'set-cookie': `board_session=${SECRET}; Path=/; HttpOnly; SameSite=Lax`,
        ...(given === 'header' ? { [header]: said } : {}),
      },
      responseBody: readBody('application/json', given === 'body' ? said : '{"ok":true}'),
      ...call,
    }),
  );
  for (const path of ['/notes', '/me'])
    analysis.addExchange(exchange({ url: API + path, sends: { [header]: said }, ...call }));
  const { sites, credentials } = analysis.report(options);
  return {
    mechanisms: sites.map(({ mechanism }) => mechanism),
    states: credentials.map(({ carrier, role, state }) => [carrier, role, state]),
  };
}

describe('what the browser did not take as a cookie, and scripts send all the same', () => {
  it.each([
    ['header', 'x-fallback-cookies'],
    ['body', 'x-fallback-cookies'],
    ['header', 'x-kept'],
  ] as const)('is a token of its own: given in a %s, sent as %s', (given, header) => {
    const { mechanisms, states } = told(given, header);
    expect(mechanisms).toContain('bearer-token');
    expect(states).toContainEqual(['cookie', 'session', 'refused']);
    expect(states).toContainEqual([
      'header',
      expect.stringMatching(/^(access-token|session)$/),
      'live',
    ]);
  });
});
