import { describe, expect, it } from 'vitest';
import type { Label } from '../../../accuracy/support/stack.js';
import { decide, unlabelledItems } from '../../../accuracy/evaluate/match.js';
import { credential } from '../../support/credential.js';
import type { Credential, Role, Sighting } from '../../../src/engine/model.js';

const seen = (carrier: Sighting['carrier'], locator: string, host = 'shop.test'): Sighting => ({
  carrier,
  locator,
  direction: 'sent',
  origin: `https://${host}`,
  site: `https://${host}`,
  firstAt: 0,
  lastAt: 0,
  count: 1,
});

const seenAs = (role: Role, ...sightings: Sighting[]): Credential =>
  credential({ role, sightings, host: 'shop.test' });

const TOKEN: Label = {
  carrier: 'header',
  name: 'authorization',
  role: 'access-token',
  format: 'jwt',
};
const STORED: Label = {
  carrier: 'localStorage',
  name: /^oidc\..*\/access_token$/,
  role: 'access-token',
};

describe('decide', () => {
  it('takes a token that is seen in two labelled places for one right decision', () => {
    const token = seenAs(
      'access-token',
      seen('header', 'authorization'),
      seen('localStorage', 'oidc.user/access_token'),
    );
    expect(decide([token], [TOKEN, STORED], [])).toMatchObject([
      { truth: 'access-token', said: 'access-token', right: true },
    ]);
  });

  it('counts refreshed tokens of the same places and role once', () => {
    const token = () => seenAs('access-token', seen('header', 'authorization'));
    expect(decide([token(), token(), token()], [TOKEN], [])).toHaveLength(1);
  });

  it('says what a wrongly judged credential really is', () => {
    expect(decide([seenAs('session', seen('header', 'authorization'))], [TOKEN], [])).toMatchObject(
      [{ truth: 'access-token', said: 'session', right: false }],
    );
  });

  it('accepts each role that the documentation leaves open', () => {
    const label: Label = { carrier: 'cookie', name: 'jwt', role: ['access-token', 'session'] };
    expect(decide([seenAs('session', seen('cookie', 'jwt'))], [label], [])).toMatchObject([
      { truth: 'session', right: true },
    ]);
  });

  it('misses a credential that stands in the recording and was not reported', () => {
    const item = { carrier: 'header', name: 'authorization', host: 'shop.test' } as const;
    expect(decide([], [TOKEN], [item])).toMatchObject([
      { truth: 'access-token', said: undefined, right: false },
    ]);
    expect(decide([], [TOKEN], [])).toEqual([]);
  });

  it('does not ask for a preference to be reported', () => {
    const label: Label = { carrier: 'localStorage', name: 'theme', role: 'preference' };
    expect(
      decide([], [label], [{ carrier: 'localStorage', name: 'theme', host: 'shop.test' }]),
    ).toEqual([]);
  });

  it('calls a reported credential wrong where no label speaks of it, unless it is harmless', () => {
    expect(decide([seenAs('session', seen('cookie', 'x'))], [TOKEN], [])).toMatchObject([
      { truth: undefined, said: 'session', right: false },
    ]);
    expect(decide([seenAs('other', seen('cookie', 'x'))], [TOKEN], [])).toMatchObject([
      { right: true },
    ]);
  });

  it('tells the same name on two hosts apart', () => {
    const labels: Label[] = [
      { carrier: 'cookie', name: 'sid', host: 'shop.test', role: 'session' },
      { carrier: 'cookie', name: 'sid', host: 'ads.test', role: 'tracking' },
    ];
    expect(
      decide([seenAs('tracking', seen('cookie', 'sid', 'ads.test'))], labels, []),
    ).toMatchObject([{ right: true }]);
    expect(
      decide([seenAs('tracking', seen('cookie', 'sid', 'shop.test'))], labels, []),
    ).toMatchObject([{ truth: 'session', right: false }]);
  });
});

describe('unlabelledItems', () => {
  it('names cookies and storage items without a label, and no headers', () => {
    const items = [
      { carrier: 'cookie', name: 'unknown', host: 'shop.test' },
      { carrier: 'header', name: 'accept', host: 'shop.test' },
      { carrier: 'localStorage', name: 'oidc.user/access_token', host: 'shop.test' },
    ] as const;
    expect(unlabelledItems(items, [STORED])).toEqual([items[0]]);
  });
});
