import { expect, it } from 'vitest';
import { Known } from '../../../../src/engine/known.js';
import type { KnownParts } from '../../../../src/engine/known-parts.js';
import { judge } from '../../../../src/engine/rules/judge.js';
import { tokenSentCrossSite } from '../../../../src/engine/rules/token/token-sent-cross-site.js';
import { jwt, T0 } from '../../../support/credential.js';
import { abroad, abroadAlone, loggedInAt, naming, TRACKER } from '../../../support/sent-abroad.js';

// Nobody was seen to give the token: it may be that of a service at which somebody logged in.

const judged = (parts: Partial<KnownParts>) => {
  const { findings, checks } = judge(new Known({ now: T0, credentials: [], ...parts }), [
    tokenSentCrossSite,
  ]);
  const [checked] = checks.values();
  return { found: findings.length, unknown: checked?.counts.unknown };
};
const ofShop = jwt(naming({ aud: 'shop.example' }), abroad);

it('nobody can know whether it is that service’s own', () => {
  expect(judged(loggedInAt(TRACKER, ofShop))).toEqual({ found: 0, unknown: 1 });
});

it.each([
  ['nobody logged in', { credentials: [ofShop] }],
  ['somebody logged in elsewhere', loggedInAt('https://other.example', ofShop)],
])('it is told where %s', (_, parts) => {
  expect(judged(parts).found).toBe(1);
});

it('a token of a service is for another one of its name', () => {
  const named = naming({ iss: 'https://login.cloudline.example' });
  expect(judged({ credentials: [jwt(named, abroadAlone('https://graph.cloud.test'))] })).toEqual({
    found: 0,
    unknown: 0,
  });
});
