import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://bank.test';
const random = new Seeded('visits');
const ID = random.base62(32);

/** A page's script sets it between two pages; `line`: the server does, at a login or before. */
function roleOf(
  name: string,
  value: string,
  by: 'script' | 'answer' | 'login',
): string | undefined {
  const line = { 'set-cookie': `${name}=${value}; Path=/` };
  const sends = { cookie: `${name}=${value}` };
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SITE}/`, ...(by === 'answer' ? { gets: line } : {}) }),
    ...(by === 'login'
      ? [
          exchange({
            url: `${SITE}/login`,
            method: 'POST',
            requestBody: readBody('application/x-www-form-urlencoded', 'u=ada&password=x'),
            gets: line,
          }),
        ]
      : []),
    exchange({ url: `${SITE}/rates`, sends }),
    exchange({ url: `${SITE}/loans`, sends }),
  ])
    analysis.addExchange(one);
  return analysis.credentials().find((one) => one.name === name)?.role;
}

const NAMES = [
  'rum_session',
  'AcmeMetricsSessionId',
  'replay-session-id',
  'chat_session',
  'visit_sid',
  'activitySessionId',
];
const TIMES = [
  `${random.base62(22)}|1795723085123|1795723093456`,
  `${random.base62(22)}|2026-11-26T20:09:31.123Z|2026-11-26T20:10:00.000Z`,
  '1795723085~1795723093',
];

describe('a session that a script counts', () => {
  it.each(NAMES)('is a visit’s under the name %s', (name) => {
    expect(roleOf(name, ID, 'script')).toBe('tracking');
  });

  it.each(TIMES)('is a visit’s where it tells its times: %s', (value) => {
    expect(roleOf('acme_session', value, 'script')).toBe('tracking');
  });

  it.each(NAMES)('may be a user’s where the server sets %s', (name) => {
    expect(roleOf(name, ID, 'answer')).toBe('session');
    expect(roleOf(name, ID, 'login')).toBe('session');
  });

  it.each(['chatham_session', 'metric1x_session', 'session_id'])('is not the name %s', (name) => {
    expect(roleOf(name, ID, 'script')).toBe('session');
  });
});
