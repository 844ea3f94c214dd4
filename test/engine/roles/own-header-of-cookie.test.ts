import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { FORM, hex, HIDDEN, SITE } from '../../support/given-at-login.js';

/** A login that gives both, and scripts that ask with the second in a header as well. */
function roleAfter(cookie: string, header: string, hidden = HIDDEN, flags = '; Path=/') {
  const value = hex();
  const session = `zx=${hex()}`;
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: `${SITE}/login` }));
  analysis.addExchange(
    exchange({
      url: `${SITE}/login`,
      method: 'POST',
      status: 302,
      requestBody: readBody(FORM, 'user=ada&password=x'),
      redirectUrl: `${SITE}/home`,
      gets: { 'set-cookie': [`${session}${hidden}`, `${cookie}=${value}${flags}`] },
    }),
  );
  const sends = { cookie: `${session}; ${cookie}=${value}` };
  analysis.addExchange(exchange({ url: `${SITE}/home`, sends }));
  for (const path of ['/api/me', '/api/rows'])
    analysis.addExchange(
      exchange({
        url: SITE + path,
        type: 'fetch',
        sends: { ...sends, [header]: value },
        responseBody: readBody('application/json', '{"rows":[1]}'),
      }),
    );
  return analysis.credentials().find(({ name }) => name === cookie)?.role;
}

describe('a cookie that scripts send once more in a header called as it is', () => {
  it.each([
    ['X-Desk-API-Token', 'x-desk-api-token'],
    ['x-desk-guard', 'X-Desk-Guard'],
  ])('is against forgery beside a hidden session: %s in %s', (cookie, header) => {
    expect(roleAfter(cookie, header)).toBe('csrf');
  });

  it.each([
    ['is called a token of its user', 'x-auth-token', 'x-auth-token', HIDDEN],
    ['stands beside nothing hidden', 'x-desk-guard', 'x-desk-guard', '; Path=/'],
    ['has a name of its own', 'desk-guard', 'x-desk-guard', HIDDEN],
    ['goes under another name', 'desk-guard', 'x-board', HIDDEN],
  ])('is not where it %s', (_, cookie, header, hidden) => {
    expect(roleAfter(cookie, header, hidden)).not.toBe('csrf');
  });

  it('is not where scripts cannot read it', () => {
    expect(roleAfter('x-desk-guard', 'x-desk-guard', HIDDEN, HIDDEN)).not.toBe('csrf');
  });
});
