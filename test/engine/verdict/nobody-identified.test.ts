import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { render } from '../../../src/engine/render.js';
import { mechanismOf } from '../../../src/engine/verdict/mechanism.js';
import { cookie, credential, HOURS, inHeader, T0 } from '../../support/credential.js';
import { exchange as seen } from '../../support/exchange.js';
import { options } from '../../support/told-analysis.js';

const refused = cookie({
  name: 'sid',
  cookie: { rejected: { reason: 'too-large', text: { key: 'k', english: 'e', values: {} } } },
});

const inYear = { expires: 'at' as const, expiresAt: T0 + 365 * 24 * HOURS };
const gone = { clearedAt: T0 + HOURS, diagnoses: [] };

describe('how a site recognises its users', () => {
  it.each<[string, Credential[], string, string]>([
    [
      'a cookie that only knows the browser again',
      [cookie({ name: 'uid', role: 'tracking', expires: 'at', expiresAt: T0 + 365 * 24 * HOURS })],
      'none',
      'uid lets the site know this browser again for 1 year; no login was seen.',
    ],
    [
      'a cookie of the device that goes with the browser',
      [cookie({ name: 'device', role: 'device', expires: 'session' })],
      'none',
      'device lets the site know this browser again until it is closed; no login was seen.',
    ],
    [
      'cookies that stay as long, and one that is a flag, one a time, one gone, and one of a guard',
      [
        cookie({ name: 'seen', role: 'tracking', value: 'true', ...inYear }),
        cookie({ id: 'c2', name: 'since', role: 'tracking', value: '1790000000123', ...inYear }),
        cookie({ id: 'c3', name: 'old', role: 'tracking', cookie: { ...gone }, ...inYear }),
        cookie({ id: 'c4', name: 'guard', role: 'device', ...inYear }),
        cookie({ id: 'c5', name: 'visitor', role: 'tracking', ...inYear }),
      ],
      'none',
      'visitor lets the site know this browser again for 1 year',
    ],
    [
      'nothing but flags',
      [cookie({ name: 'seen', role: 'tracking', value: 'true', ...inYear })],
      'none',
      'Nothing seen here identifies a user yet',
    ],
    [
      'an id of a tracker in storage',
      [credential({ name: 'anon_id', role: 'tracking', expires: 'unknown', ...inHeader })],
      'none',
      'anon_id lets the site know this browser again; no login was seen.',
    ],
    ['nothing', [], 'none', 'Nothing seen here'],
    ['what identifies nobody', [cookie({ role: 'preference' })], 'none', 'Nothing seen here'],
    ['a refused session', [refused], 'none', 'refused the cookie sid (too-large)'],
  ])('%s', (_what, credentials, mechanism, words) => {
    const told = mechanismOf(credentials);
    expect(told.mechanism).toBe(mechanism);
    expect(render(told.sentence)).toContain(words);
  });

  it('never asks to log in at a site that only pages of others asked', () => {
    const analysis = new Analysis();
    const topUrl = 'https://news.test/';
    analysis.addExchange(seen({ url: topUrl, type: 'document', topUrl }));
    const gets = { 'set-cookie': 'pixel_lang=en; Path=/; SameSite=None; Secure' };
    analysis.addExchange(seen({ url: 'https://pixel.test/p.gif', type: 'other', topUrl, gets }));
    const site = analysis.report(options).sites.find((one) => one.site === 'https://pixel.test');
    expect(site?.sentence).toContain('only pages of other sites asked this one');
  });

  it('says nothing of a login that a refused cookie would carry at a site that only others asked', () => {
    const told = mechanismOf([refused], { isThirdParty: true });
    expect(render(told.sentence)).toMatch(/refused the cookie sid.*pages of other sites ask/);
    expect(render(told.sentence)).not.toContain('cannot hold');
  });

  it('never asks to log in after a login', () => {
    const told = mechanismOf([], { moments: [{ type: 'login' }] });
    expect(render(told.sentence)).toContain('A login was seen');
  });
});
