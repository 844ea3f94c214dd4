import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Known } from '../../src/engine/known.js';
import type { KnownParts } from '../../src/engine/known-parts.js';
import { Kept } from '../../src/engine/kept.js';
import { hashOf } from '../../src/engine/values/hash.js';
import { cookie, exchange, T0 } from '../support/credential.js';
import { flow } from '../support/flow.js';

const ENDS = T0 + 1_000;
const session = cookie({ id: 'c1', name: 'sid', expires: 'at', expiresAt: ENDS });
const signature = cookie({ id: 'c2', name: 'sid.sig', signs: 'c1' });
const changed = { ...session };
const request = { ref: exchange({ id: 'e1', url: 'https://shop.example/' }), at: T0, count: 1 };
const gave = { ...request, carried: [], set: ['c1'] };
const sent = { ...request, carried: ['c1'], set: [] };
const login = { type: 'login', at: T0, site: session.site, exchange: request.ref } as const;
const trial = {
  kind: 'trial',
  at: T0,
  fingerprint: '',
  list: 'file',
  tried: 1,
  found: null,
} as const;
const jar = {
  ...session.sightings[0]!,
  carrier: 'cookie',
  direction: 'stored',
  lastAt: T0,
} as const;

type More = Omit<Partial<KnownParts>, 'now'>;
const of = (parts: More, now = T0) => new Known({ now, credentials: [session], ...parts });

/** What is read, and what it reads otherwise. */
const READ: [keyof Known, (known: Known) => unknown, Known][] = [
  ['byId', (known) => known.byId('c1'), of({ credentials: [changed] })],
  ['byRole', (known) => known.byRole('session'), of({ credentials: [changed] })],
  ['named', (known) => known.named('sid'), of({ credentials: [session, changed] })],
  ['ofSite', (known) => known.ofSite(session.site), of({ credentials: [] })],
  ['exchangesOf', (known) => known.exchangesOf('https://shop.example'), of({ exchanges: [gave] })],
  ['carrying', (known) => known.carrying('c1'), of({ exchanges: [sent] })],
  ['giving', (known) => known.giving('c1'), of({ exchanges: [gave] })],
  ['state', (known) => known.state(session), of({}, ENDS)],
  ['isLive', (known) => known.isLive(session), of({}, ENDS)],
  [
    'isSignedBeside',
    (known) => known.isSignedBeside('c1'),
    of({ credentials: [session, signature] }),
  ],
  [
    'jarReadAt',
    (known) => known.jarReadAt('shop.example'),
    of({ credentials: [{ ...session, host: 'shop.example', sightings: [jar] }] }),
  ],
  [
    'isStorageSeen',
    (known) => known.isStorageSeen('https://shop.example'),
    of({ storageSites: ['https://shop.example'] }),
  ],
  ['moments', ({ moments }) => moments, of({ moments: [login] })],
  ['flows', ({ flows }) => flows, of({ flows: [flow()] })],
];

/** What is another one after every exchange, which nobody compares. */
const OF_ALL: [keyof Known, (known: Known) => unknown][] = [
  ['now', ({ now }) => now],
  ['credentials', ({ credentials }) => credentials],
  ['exchanges', ({ exchanges }) => exchanges],
  ['turnedAway', ({ turnedAway }) => turnedAway],
  ['proofs', ({ proofs }) => proofs],
  ['sites', (known) => known.sites()],
  ['derived', (known) => known.derived(({ settings }) => settings)],
];

describe('what was read of what is known', () => {
  it.each(READ)('%s says the same as long as it does', (_, read, other) => {
    const known = of({});
    const { reads } = known.watched(() => read(known));
    expect([of({}).stillSays(reads), other.stillSays(reads)]).toEqual([true, false]);
  });

  it.each(OF_ALL)('%s is another one each time', (_, read) => {
    const known = of({});
    expect(of({}).stillSays(known.watched(() => read(known)).reads)).toBe(false);
  });

  it('knows trials of other values from those of this one', () => {
    const known = of({});
    const { reads } = known.watched(() => known.trials(session));
    expect(of({ trials: [trial] }).stillSays(reads)).toBe(true);
    const own = { ...trial, fingerprint: hashOf(session.value) };
    expect(of({ trials: [own] }).stillSays(reads)).toBe(false);
  });

  it('is told by all that Known has', () => {
    const told = [...READ, ...OF_ALL].map(([name]) => name);
    const silent = ['constructor', 'targetOf', 'threshold', 'stillSays', 'signed', 'trials'];
    expect(Object.getOwnPropertyNames(Known.prototype).sort()).toEqual([...told, ...silent].sort());
  });

  it('is remembered for nobody else: what is made of all of it is `derived`', () => {
    const root = join(import.meta.dirname, '../../src/engine');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
    const remembering = files.filter(
      (file) =>
        file.endsWith('.ts') &&
        /remembered\(\s*\([^)]*\bKnown\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(remembering).toEqual([]);
  });
});

describe('what was made before', () => {
  it('is made again where the thing, the choice or what was read is another', () => {
    const kept = new Kept<object>();
    const made = (known: Known, by = '', thing = session) =>
      kept.of(thing, by, known, () => ({ is: known.carrying('c1').length }));
    const first = made(of({}));
    expect(made(of({}))).toBe(first);
    expect(made(of({}), 'otherwise')).not.toBe(first);
    const again = made(of({}));
    expect(made(of({}), '', changed)).not.toBe(again);
    expect(made(of({ exchanges: [sent] }))).toEqual({ is: 1 });
  });
});
