import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { Known } from '../../../src/engine/known.js';
import type { KnownParts } from '../../../src/engine/known-parts.js';
import { cookieRemediesOf } from '../../../src/engine/remedies/cookie-remedy.js';
import { judge } from '../../../src/engine/rules/judge.js';
import {
  cookie,
  cookieHeaderOnly,
  DAYS,
  exchange,
  sighting,
  T0,
} from '../../support/credential.js';

const linesOf = (one: Credential, more: Partial<KnownParts> = {}) => {
  const known = new Known({ now: T0, credentials: [one], ...more });
  return cookieRemediesOf(known, judge(known).findings).map(({ better, notes }) => ({
    better: better
      .map(({ name, value }) => (value === undefined ? name : `${name}=${value}`))
      .join('; '),
    notes: notes.map(({ key }) => key),
  }));
};
const FLOW = {
  id: 'f1',
  protocol: 'oidc',
  grant: 'authorization-code',
  issuer: 'https://id.example',
  state: true,
  nonce: true,
  pushed: false,
  dpop: false,
  clientSecret: false,
} as const;
const flags = { secure: false, httpOnly: false, sameSite: 'unset' } as const;

describe('the line that mends a cookie', () => {
  it('says all that was found about it in one line', () => {
    const asked = {
      written: [
        ['Path', '/'],
        ['Max-Age', '864000'],
      ] as const,
    };
    const open = cookie({
      name: 'sid',
      attributes: { ...flags, persistent: true },
      expires: 'at',
      expiresAt: T0 + 10 * DAYS,
      cookie: asked,
    });
    expect(linesOf(open)).toEqual([
      { better: 'sid=…; Path=/; Secure; HttpOnly; SameSite=Lax', notes: [] },
    ]);
  });

  it('says that https comes first where the cookie was set over plain http', () => {
    const overHttp = cookie({ name: 'sid', attributes: flags, cookie: { setOver: 'http' } });
    expect(linesOf(overHttp)[0]?.notes).toEqual(['remedy_https_first']);
  });

  it('says so as well where only the jar and its page were seen', () => {
    const ofJar = cookie({
      name: 'sid',
      site: 'http://shop.example',
      origin: 'http://shop.example',
      attributes: { secure: false },
      cookie: { setBy: undefined, setOver: undefined },
    });
    expect(linesOf(ofJar)[0]?.notes).toContain('remedy_https_first');
  });

  it('leaves alone what scripts were seen to copy into a header', () => {
    const copied = cookie({
      attributes: { httpOnly: false },
      sightings: [sighting({ carrier: 'header' })],
    });
    expect(linesOf(copied)).toEqual([]);
  });

  it('never says Lax where a login comes back by POST from another site', () => {
    const posted = {
      flows: [
        {
          ...FLOW,
          steps: [
            {
              kind: 'authorization-response' as const,
              at: T0,
              exchange: exchange({ method: 'POST', url: 'https://shop.example/callback' }),
              detail: {},
            },
          ],
        },
      ],
    };
    expect(linesOf(cookie({ attributes: { sameSite: 'unset' } }), posted)).toEqual([]);
    expect(linesOf(cookie({ attributes: { sameSite: 'unset' } }))[0]?.better).toContain('Lax');
  });

  it('renames, and says that everybody logs in once more', () => {
    expect(linesOf(cookie({ name: 'sid' }))).toEqual([
      {
        better: '__Host-sid=…; Path=/; Secure; HttpOnly; SameSite=Lax',
        notes: ['remedy_new_name'],
      },
    ]);
  });

  const never = { setBy: exchange(), setOver: 'https' } as const;
  const refused = (reason: 'prefix' | 'domain-mismatch' | 'samesite-none-insecure') => ({
    ...never,
    rejected: { reason, text: { key: 'k', english: 'e', values: {} } },
  });
  it.each([
    ['that was refused for its prefix', '__Secure-sid', refused('prefix')],
    ['that was refused for its domain', 'sid', refused('domain-mismatch')],
    ['that was refused for SameSite=None', 'sid', refused('samesite-none-insecure')],
    ['that had ended when it came', 'sid', { ...never, expiredOnArrival: true }],
  ])('says of one %s what would be found of it once it is kept', (_, name, history) => {
    const open = cookie({ name, attributes: flags, cookie: history });
    expect(linesOf(open)[0]?.better).toContain('Secure; HttpOnly; SameSite=Lax');
    const kept = ['Max-Age', '63072000'] as const;
    const long = cookie({ name, attributes: flags, cookie: { ...history, written: [kept] } });
    expect(linesOf(long)[0]?.better).not.toContain('Max-Age');
    const isOff = { disabledRules: ['cookie-missing-httponly'] };
    expect(linesOf(open, { settings: isOff })[0]?.better).not.toContain('HttpOnly');
  });

  it('keeps no session for some days that was to be kept for years', () => {
    const years = cookie({
      name: 'sid',
      attributes: { persistent: true },
      expires: 'at',
      expiresAt: T0 + 400 * DAYS,
      cookie: { askedExpiresAt: T0 + 3_650 * DAYS, setAt: T0, written: [['Max-Age', '315360000']] },
    });
    expect(linesOf(years)[0]?.better).not.toContain('Max-Age');
  });

  it('says who has to set it where no answer did', () => {
    const byScript = cookie({ name: 'sid', attributes: flags, cookie: { setBy: undefined } });
    expect(linesOf(byScript)[0]?.notes).toEqual(['remedy_by_server']);
  });

  it('is none where nothing is wrong, or too little is known', () => {
    expect(linesOf(cookie())).toEqual([]);
    expect(linesOf(cookieHeaderOnly())).toEqual([]);
  });
});
