import { describe, expect, it } from 'vitest';
import { mechanismOf } from '../../../src/engine/verdict/mechanism.js';
import { cookie, exchange, sighting } from '../../support/credential.js';

describe('which of two sessions is named', () => {
  const named = cookie({ id: 'c1', name: 'visit_session', confidence: 0.45 });
  const sure = cookie({ id: 'c2', name: 'shop', confidence: 0.67 });
  const renewed = cookie({
    ...sure,
    id: 'c6',
    behaviour: { issuedAtLogin: exchange(), sentAtLogin: exchange() },
    sightings: [sighting({ count: 9 })],
  });

  it.each([
    ['the one that more than its name speaks for', [named, sure], 'c2'],
    [
      'the first, where its name is all that there is of either',
      [named, { ...named, id: 'c3' }],
      'c1',
    ],
    [
      'the first, where it is no guess',
      [
        { ...sure, id: 'c4' },
        { ...sure, confidence: 0.9 },
      ],
      'c4',
    ],
    [
      'the one that a login gave, however many others are sent more',
      [sure, cookie({ ...named, confidence: 0.9, behaviour: { issuedAtLogin: exchange() } })],
      'c1',
    ],
    [
      'the one that was not there before the login, beside one that it renewed',
      [renewed, cookie({ ...sure, id: 'c5', behaviour: { issuedAtLogin: exchange() } })],
      'c5',
    ],
    [
      'the one that it renewed and the logout took, beside one that was left',
      [
        cookie({ ...sure, id: 'c5', behaviour: { issuedAtLogin: exchange() } }),
        { ...renewed, behaviour: { ...renewed.behaviour, clearedAtLogout: true } },
      ],
      'c6',
    ],
  ])('is %s', (_, all, id) => {
    expect(mechanismOf(all).from.map((one) => one.id)).toEqual([id]);
  });
});
