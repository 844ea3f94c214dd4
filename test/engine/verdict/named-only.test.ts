import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://kiosk.test';
const random = new Seeded('named only');
const VALUE = random.bytes(16).toString('hex');

/** The verdict on a site that gives a visitor this cookie, and then sees it with these requests. */
function mechanismOf(name: string, then: readonly ('GET' | 'POST')[]): string {
  const analysis = new Analysis();
  const cookie = `${name}=${VALUE}`;
  analysis.addExchange(
    exchange({ url: `${SITE}/`, gets: { 'set-cookie': `${cookie}; Path=/; Secure` } }),
  );
  for (const method of then)
    analysis.addExchange(exchange({ url: `${SITE}/list`, method, sends: { cookie } }));
  return analysis.report(options).sites[0]!.mechanism;
}

describe('a cookie that only its name calls a session', () => {
  it.each(['visit_session', 'client_session_id', 'jitney_session'])(
    'identifies no visitor that came with nothing and sent nothing: %s',
    (name) => {
      expect(mechanismOf(name, ['GET', 'GET'])).toBe('none');
    },
  );

  it('may do so where something was sent that may have logged in', () => {
    expect(mechanismOf('visit_session', ['POST', 'GET'])).toBe('session-cookie');
  });
});

describe('a cookie of a name for sessions that nobody was seen to give', () => {
  const SENT = { type: 'document', method: 'GET' } as const;
  const mechanismSince = (first: string) => {
    const analysis = new Analysis();
    for (const cookie of [first, `lb=web-03-f9x1a7c2d4; client_session=${VALUE}`]) {
      const sends = { cookie, 'sec-fetch-site': 'none' };
      analysis.addExchange(exchange({ url: `${SITE}/`, ...SENT, sends }));
    }
    return analysis.report(options).sites[0]!.mechanism;
  };

  it('identifies nobody where a script made it meanwhile', () => {
    expect(mechanismSince('lb=web-03-f9x1a7c2d4')).toBe('none');
  });

  it('may do so where it was there from the first', () => {
    expect(mechanismSince(`client_session=${VALUE}`)).toBe('session-cookie');
  });
});

describe('what an answer alone calls a session', () => {
  const mechanismWith = (then: Parameters<typeof exchange>[0][]) => {
    const analysis = new Analysis();
    const responseBody = readBody('application/json', JSON.stringify({ session_id: VALUE }));
    for (const one of [{ url: `${SITE}/api/start`, responseBody }, ...then])
      analysis.addExchange(exchange({ ...one, type: 'fetch', topUrl: `${SITE}/` }));
    return analysis.report(options).sites[0]!.mechanism;
  };

  it('identifies nobody while no request brings it back', () => {
    expect(mechanismWith([{ url: `${SITE}/api/list` }])).toBe('none');
  });

  it.each([
    [1, 'none'],
    [2, 'bearer-token'],
  ])('identifies nobody where a body had a token once alone: %d times, %s', (times, mechanism) => {
    const told = JSON.stringify({ token: random.base62(200) });
    const requestBody = readBody('application/json', told);
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${SITE}/` }));
    for (let one = 0; one < times; one++)
      analysis.addExchange(
        exchange({ url: `${SITE}/votes`, method: 'POST', type: 'fetch', requestBody }),
      );
    expect(analysis.report(options).sites[0]?.mechanism ?? 'none').toBe(mechanism);
  });

  it('does where requests bring it', () => {
    const sends = { 'x-session-id': VALUE };
    expect(mechanismWith([{ url: `${SITE}/api/list`, sends }])).not.toBe('none');
  });
});

describe('a cookie that came beside tokens and was never sent', () => {
  const beside = (name: string, sends: boolean) => {
    const analysis = new Analysis();
    const cookie = `${name}=${VALUE}`;
    const tokens = { access_token: random.base62(40), token_type: 'Bearer', expires_in: 3600 };
    analysis.addExchange(
      exchange({
        url: `${SITE}/oauth/token`,
        method: 'POST',
        requestBody: readBody(
          'application/x-www-form-urlencoded',
          `grant_type=refresh_token&refresh_token=${random.base62(40)}`,
        ),
        responseBody: readBody('application/json', JSON.stringify(tokens)),
        gets: { 'set-cookie': `${cookie}; Path=/` },
      }),
    );
    if (sends) analysis.addExchange(exchange({ url: `${SITE}/me`, sends: { cookie } }));
    return analysis.report(options).sites[0]!.mechanism;
  };

  it.each(['PHPSESSID', 'JSESSIONID', 'session_id'])('gives way to them: %s', (name) => {
    expect(beside(name, false)).toBe('bearer-token');
    expect(beside(name, true)).toBe('session-cookie');
  });
});
