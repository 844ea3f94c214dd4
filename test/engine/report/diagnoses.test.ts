import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportDiagnoses } from '../../../src/engine/report/diagnoses.js';
import { LIMITS } from '../../../src/engine/settings.js';
import type { Credential } from '../../../src/engine/model.js';
import { render } from '../../../src/engine/render.js';
import { diagnosis, text } from '../../../src/engine/text.js';
import { credential, sighting } from '../../support/credential.js';

const NOTHING = { told: [], limits: [], dropped: 0 };

describe('what a report says of what it does not hold', () => {
  it('is nothing where it holds everything', () => {
    expect(reportDiagnoses(NOTHING)).toEqual([]);
  });

  it('is each bound once, in words and in figures', () => {
    const limits = [
      { what: 'body', limit: 9, lost: 1 },
      { what: 'body', limit: 9, lost: 2 },
    ];
    const [told, ...more] = reportDiagnoses({ ...NOTHING, limits });
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      code: 'limit-reached',
      detail: { what: 'body', limit: 9, lost: 3 },
    });
    expect(render(told!.text)).toContain('3 bodies were read only up to their first 9 characters');
  });

  const WITHOUT = diagnosis(text('diagnosis_no_credentials_in_source', 'no cookie'));
  const said = (...credentials: Credential[]) =>
    reportDiagnoses({ ...NOTHING, told: [WITHOUT], credentials }).map((one) => [
      one.code,
      render(one.text),
    ]);
  const sent = (more: Partial<Credential>) =>
    credential({
      name: 'x-auth-token',
      sightings: [sighting({ locator: 'x-auth-token' })],
      ...more,
    });

  it.each<[string, Credential]>([
    ['a token in a header', sent({ role: 'access-token' })],
    ['a key', sent({ role: 'api-key' })],
    ['a session in addresses', sent({ role: 'session', carrier: 'url' })],
  ])('is less of a file without cookies where %s tells who asks', (_, one) => {
    const [[code, told] = []] = said(one);
    expect(code).toBe('no-credentials-in-source');
    expect(told).toContain('the site may do without, as x-auth-token tells it who asks');
  });

  it.each<[string, Credential]>([
    ['a value against forgery', sent({ role: 'csrf' })],
    ['a token that was never sent', sent({ role: 'access-token', sightings: [] })],
    ['a cookie of a state', sent({ role: 'session', kind: 'cookie' })],
  ])('is all that may be missing of it where there is %s alone', (_, one) => {
    expect(said(one)).toEqual([['no-credentials-in-source', 'no cookie']]);
  });

  it('is a bound without words of its own, too', () => {
    for (const what of ['moonlight', 'constructor', '__proto__']) {
      const [told] = reportDiagnoses({ ...NOTHING, limits: [{ what, limit: 2, lost: 1 }] });
      expect(render(told!.text)).toBe(`the limit of 2 (${what}) was reached, and 1 were left out`);
    }
  });

  it('is how many requests were let go', () => {
    const [told] = reportDiagnoses({ ...NOTHING, dropped: 12 });
    expect(told).toMatchObject({ code: 'limit-reached', detail: { what: 'exchanges', lost: 12 } });
  });
});

it('every bound is a number, none where nothing can be had, and has a word of explanation', () => {
  const table = readFileSync('src/engine/settings.ts', 'utf8');
  for (const [name, limit] of Object.entries(LIMITS)) {
    expect(limit).toBeGreaterThanOrEqual(0);
    expect(table).toMatch(new RegExp(`(?:\\*/|,|─)\\n  ${name}: `));
  }
});
