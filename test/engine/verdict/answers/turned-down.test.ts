import { expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

// A token that was taken, and is refused before its end.

const SITE = 'https://app.test';
const random = new Seeded('turned down');
const opaque = random.base62(40);
const json = (told: unknown) => readBody('application/json', JSON.stringify(told));

type Step = (at: number) => Exchange;
const call =
  (path: string, token: string, more: Partial<ExchangeSpec> = {}): Step =>
  (at) =>
    exchange({
      url: SITE + path,
      type: 'fetch',
      topUrl: `${SITE}/`,
      at,
      sends: { authorization: `Bearer ${token}` },
      responseBody: json({ rows: [1, 'a'] }),
      ...more,
    });
const refused = (path: string, token: string) =>
  call(path, token, { status: 401, responseBody: json({ error: 'session_revoked' }) });
const login =
  (token: string): Step =>
  (at) =>
    exchange({
      url: `${SITE}/api/login`,
      method: 'POST',
      type: 'fetch',
      topUrl: `${SITE}/`,
      at,
      requestBody: json({ user: 'ada', password: 'correct' }),
      responseBody: json({ access_token: token, token_type: 'Bearer' }),
    });

function endedBy(...steps: Step[]): string | undefined {
  const analysis = new Analysis();
  steps.forEach((step, n) => analysis.addExchange(step(START + n * 60_000)));
  const report = analysis.report({ source: { kind: 'har', url: SITE, dropped: 0 }, version: '0' });
  return report.sites[0]?.answers.find(({ question }) => question === 'ended')?.text;
}

const alive = jwtOf({ sub: 'ada', exp: START / 1_000 + 86_400 });
const TURNED_DOWN = /^GET \/api\/b was refused with authorization \(401\), which had been taken/;

it.each([
  ['an opaque token', opaque],
  ['a JWT that lives on', alive],
])('%s that is refused again and again is not known any more', (_, token) => {
  const visit = [login(token), call('/api/a', token), call('/api/b', token)];
  expect(endedBy(...visit, refused('/api/a', token), refused('/api/b', token))).toMatch(
    TURNED_DOWN,
  );
});

it.each<[string, Step[]]>([
  ['one address refuses it', [call('/api/a', opaque), refused('/api/admin', opaque)]],
  [
    'it is taken again after that',
    [
      call('/api/a', opaque),
      refused('/api/x', opaque),
      refused('/api/y', opaque),
      call('/api/a', opaque),
    ],
  ],
  ['it never was taken', [refused('/api/a', opaque), refused('/api/b', opaque)]],
  [
    'somebody logged out before',
    [
      call('/api/a', opaque),
      call('/api/logout', opaque, { method: 'POST', status: 204 }),
      refused('/api/a', opaque),
      refused('/api/b', opaque),
    ],
  ],
  [
    'somebody has logged in again since',
    [
      call('/api/a', opaque),
      refused('/api/a', opaque),
      refused('/api/b', opaque),
      login(random.base62(40)),
    ],
  ],
])('nothing is said where %s', (_, steps) => {
  expect(endedBy(login(opaque), ...steps) ?? '').not.toMatch(/which had been taken/);
});
