import type { KnownParts } from '../../src/engine/known-parts.js';
import { Known } from '../../src/engine/known.js';
import type { Credential } from '../../src/engine/model.js';
import { judge } from '../../src/engine/rules/judge.js';
import type { CredentialRule, Rule } from '../../src/engine/rules/rule.js';
import { jwt, sighting, T0 } from './credential.js';

// Rules that are made up, and how they are asked.

export const evidence = { text: { key: 'k', english: 'e', values: {} } };
export const knownOf = (parts: Partial<KnownParts>) =>
  new Known({ now: T0, credentials: [], ...parts });
export const judgeAll = (credentials: readonly Credential[], rules?: readonly Rule[]) =>
  judge(knownOf({ credentials }), rules);
export const inMemoryToken = jwt(
  { claims: { iss: 'https://shop.example', aud: 'https://api.shop.example' } },
  {
    id: 'c2',
    sightings: [
      sighting({ carrier: 'body', direction: 'received', locator: '/accessToken', firstAt: T0 }),
      sighting({ origin: 'https://api.shop.example' }),
    ],
  },
);

export const WORDS = { title: 't', why: 'w', fix: 'f', breaks: 'b', references: [] };

export function ruleThat(
  id: string,
  check: CredentialRule['check'],
  more: Partial<CredentialRule> = {},
): CredentialRule {
  return { id, subject: 'credential', severity: 'low', ...WORDS, check, ...more };
}
