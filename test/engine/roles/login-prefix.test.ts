import { describe, expect, it } from 'vitest';
import { judgeRole } from '../../../src/engine/roles/role.js';
import { credential, sighting } from '../../support/credential.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('login prefixes');
const word = (length: number) => random.base62(length);

/** What a value is that a page keeps under a name that says nothing. */
function roleOf(value: string) {
  const kept = sighting({ carrier: 'localStorage', direction: 'stored', locator: 'k/v' });
  return judgeRole(credential({ value, format: 'known-prefix', name: 'k/v', sightings: [kept] }), {
    loginGave: false,
  }).role;
}

describe('a token that starts as those of a well-known service', () => {
  it.each([
    ['GitHub, of an application', `gho_${word(36)}`, 'access-token'],
    ['GitHub, of a user', `ghu_${word(36)}`, 'access-token'],
    ['GitHub, to renew it', `ghr_${word(76)}`, 'refresh-token'],
    ['Slack, of its own pages', `xoxc-${word(40)}`, 'access-token'],
    ['Slack, of a browser', `xoxd-${word(40)}`, 'session'],
    ['Slack, to renew one', `xoxe-1-${word(60)}`, 'refresh-token'],
    ['Google', `ya29.${word(120)}`, 'access-token'],
    ['Google, to renew it', `1//0${word(60)}`, 'refresh-token'],
    ['Meta', `EAA${word(120)}`, 'access-token'],
    ['Ory', `ory_st_${word(32)}`, 'session'],
    ['Ory, to be redeemed', `ory_ac_${word(32)}`, 'oauth-state'],
    ['Ory, to log out with', `ory_lo_${word(32)}`, 'other'],
  ])('is what a login gives: %s', (_, value, role) => {
    expect(roleOf(value)).toBe(role);
  });

  it.each([
    ['GitHub, of a person', `ghp_${word(36)}`],
    ['GitHub, of an installation', `ghs_${word(36)}`],
    ['Slack, of a bot', `xoxb-${word(40)}`],
    ['Stripe', `sk_live_${word(24)}`],
    ['npm', `npm_${word(36)}`],
  ])('is a key that somebody made: %s', (_, value) => {
    expect(roleOf(value)).toBe('api-key');
  });
});
