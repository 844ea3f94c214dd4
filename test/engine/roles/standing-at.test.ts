import { describe, expect, it } from 'vitest';
import { ALONE } from '../../../src/engine/roles/role.js';
import { AUTHORIZATION_KEY } from '../../../src/engine/roles/sighting-cues.js';
import { standingAt } from '../../../src/engine/roles/standing.js';
import { text } from '../../../src/engine/text.js';
import { exchange } from '../../support/credential.js';
import { judged, sid } from '../../support/judged.js';

describe('what stands for the user of a site', () => {
  const session = judged(sid());
  const given = judged(sid({ behaviour: { issuedAtLogin: exchange() } }));
  const onlyGiven = {
    ...given,
    kind: 'token' as const,
    sightings: given.sightings.map((one) => ({ ...one, direction: 'received' as const })),
  };
  const elsewhere = { ...given, site: 'https://other.example', sightings: [] };
  it.each([
    ['nothing', [], { given: false, bearer: false, kept: false, alone: true }],
    [
      'a password',
      [{ ...session, role: 'basic' as const }],
      { given: false, bearer: false, kept: false, alone: false },
    ],
    [
      'a key',
      [{ ...session, role: 'api-key' as const }],
      { given: false, bearer: false, kept: false, alone: false },
    ],
    [
      'a session that was there before',
      [session],
      { given: false, bearer: false, kept: true, alone: false },
    ],
    [
      'one that a login gave',
      [session, given],
      { given: true, bearer: false, kept: true, alone: false },
    ],
    ['one of another site', [elsewhere], { given: false, bearer: false, kept: false, alone: true }],
    [
      'a token that a login gave, and scripts send',
      [{ ...given, kind: 'token' as const, evidence: [text(AUTHORIZATION_KEY, '')] }],
      { given: true, bearer: true, kept: true, alone: false },
    ],
    [
      'one that stands there only because nothing else does',
      [{ ...given, evidence: [ALONE] }],
      { given: false, bearer: false, kept: false, alone: false },
    ],
    [
      'the same of a short id, which another may take the place of',
      [{ ...given, value: '100001234', evidence: [ALONE] }],
      { given: false, bearer: false, kept: false, alone: true },
    ],
    [
      'what would renew others, and was given and never seen again',
      [{ ...onlyGiven, role: 'refresh-token' as const }],
      { given: false, bearer: false, kept: false, alone: false },
    ],
  ])('%s', (_, all, standing) => expect(standingAt(session.site, all)).toMatchObject(standing));
});
