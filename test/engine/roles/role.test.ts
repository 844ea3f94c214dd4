import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../src/engine/model.js';
import { credential, exchange, sighting } from '../../support/credential.js';
import { judged, sid } from '../../support/judged.js';

describe('the signature of a cookie', () => {
  it('has the role of the cookie that it signs, whatever it looks like', () => {
    const signed = { ...sid(), role: 'preference', confidence: 0.42 } as const;
    const { role, confidence, evidence } = judged(sid({ name: 'theme.sig' }), {
      signed,
      loginGave: true,
    });
    expect([role, confidence]).toEqual(['preference', 0.42]);
    expect(evidence.map(({ key, values }) => [key, values])).toEqual([
      ['evidence_signs', { name: 'sid' }],
    ]);
  });
});

describe('what looks like a session', () => {
  it('is one where no login was seen, and where the login gave it or the logout took it', () => {
    expect(judged(sid()).role).toBe('session');
    const behaviours = [{ issuedAtLogin: exchange() }, { clearedAtLogout: true }];
    for (const behaviour of behaviours)
      expect(judged(sid({ behaviour }), { loginGave: true }).role).toBe('session');
  });

  it('is none where a login gave something else and left it alone', () => {
    const { role, evidence } = judged(sid(), { loginGave: true });
    expect(role).toBe('other');
    expect(evidence.map(({ key }) => key)).toEqual(['evidence_bystander']);
  });
});

describe('what goes with a login and tells no user from others', () => {
  const given = { issuedAtLogin: exchange(), clearedAtLogout: true };
  const readable = { attributes: { httpOnly: false } };

  it.each([
    ['a number', '1'],
    ['a name', 'ada'],
    ['a profile', encodeURIComponent('{"id":7,"name":"Ann","role":"editor"}')],
    ['a state', '{"state":"in"}'],
  ])('%s is no session', (_, value) => {
    const one = sid({ ...readable, name: 'member', value, behaviour: given });
    expect(judged(one, { loginGave: true }).role).not.toBe('session');
  });

  it('a secret in such a profile is one', () => {
    const value = encodeURIComponent('{"id":7,"key":"f3a9c1b27d5e48609a1bd77e02c4"}');
    expect(judged(sid({ name: 'member', value, behaviour: given })).role).toBe('session');
  });
});

describe('what the sightings say that a cookie did', () => {
  const seen = (...sightings: Partial<Sighting>[]) => {
    const { behaviour } = judged(sid({ sightings: sightings.map((one) => sighting(one)) }));
    const { sentFirstParty, sentThirdParty, echoed } = behaviour;
    return { sentFirstParty, sentThirdParty, echoed };
  };
  const NOTHING = { sentFirstParty: undefined, sentThirdParty: undefined, echoed: undefined };
  const at = { carrier: 'cookie', locator: 'sid', site: 'https://shop.example' } as const;

  it.each<[string, Partial<Sighting>, object]>([
    ['sent to the site of its page', { ...at, pageSite: at.site }, { sentFirstParty: true }],
    ['sent where no page is known', at, { sentFirstParty: true }],
    [
      'sent from another page',
      { ...at, pageSite: 'https://news.example' },
      { sentThirdParty: true },
    ],
    ['received', { ...at, direction: 'received' }, {}],
    [
      'received for a page of another site, and sent nowhere',
      { ...at, direction: 'received', pageSite: 'https://news.example' },
      { sentThirdParty: true },
    ],
    [
      'echoed in a header against forgery',
      { ...at, carrier: 'header', locator: 'x-csrf-token' },
      { sentFirstParty: true, echoed: 'x-csrf-token' },
    ],
    [
      'echoed in a form',
      { ...at, carrier: 'body', locator: '/form/_token' },
      { sentFirstParty: true, echoed: '/form/_token' },
    ],
    [
      'repeated in some header',
      { ...at, carrier: 'header', locator: 'x-visitor' },
      { sentFirstParty: true },
    ],
    [
      'repeated in an address',
      { ...at, carrier: 'url', locator: 'csrf' },
      { sentFirstParty: true },
    ],
  ])('%s', (_, one, expected) => {
    expect(seen(one)).toEqual({ ...NOTHING, ...expected });
  });

  it('is no echo of what is no cookie', () => {
    const { behaviour } = judged(
      credential({ sightings: [sighting({ locator: 'x-csrf-token', carrier: 'header' })] }),
    );
    expect(behaviour.echoed).toBeUndefined();
  });
});
