import { describe, expect, it } from 'vitest';
import messages from '../../../_locales/en/messages.json' with { type: 'json' };
import type { Report } from '../../../src/engine/report/report.js';
import { redactUrl } from '../../../src/engine/values/telling/redact.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { analysisOf, options } from '../../support/told-analysis.js';

const ORIGIN = 'https://shop.test';
const ID = 'Zp3hY6tB1sJ8fG4wQa2eR7uK5vN9xM0c';
const SIGNATURE = 'k4Jd8sLq2ZxV7bN1mC6pR3tY9wE5uI0oA8sD2fG4hJ6';

/** What is said after some exchanges, a second apart. */
function reportOn(...specs: (Omit<ExchangeSpec, 'url'> & { path: string })[]): Report {
  const told = specs.map(({ path, ...spec }, at) => ({
    kind: 'exchange' as const,
    exchange: exchange({ at: START + at * 1000, ...spec, url: ORIGIN + path }),
  }));
  return analysisOf(told).report(options);
}

const cell = ({ sites }: Report, aspect: string): string =>
  sites[0]?.comparison.find((row) => row.aspect === aspect)?.session ?? '';
const sets = (value: string) => ({ 'set-cookie': `sid=${value}; Path=/; HttpOnly` });
const LOGIN_FORM = {
  path: '/login',
  method: 'POST',
  requestBody: {
    kind: 'form',
    mimeType: 'application/x-www-form-urlencoded',
    bytes: 12,
    fields: [],
    passwordField: 'password',
  },
} satisfies Partial<ExchangeSpec> & { path: string };

describe('what a report says', () => {
  it('counts as uses of a cookie what sent it, not what set it', () => {
    const { credentials } = reportOn(
      { path: '/', gets: sets(ID) },
      { path: '/again', gets: sets(ID) },
    );
    expect(credentials.map(({ name, sent }) => [name, sent])).toEqual([['sid', 0]]);
  });

  it('says what set a session first, and does not give the last renewal for it', () => {
    const report = reportOn(
      { path: '/', gets: sets(ID) },
      { path: '/token', method: 'POST', sends: { cookie: `sid=${ID}` }, gets: sets(ID) },
      { path: '/account', sends: { cookie: `sid=${ID}` } },
    );
    expect(cell(report, 'setBy')).toMatch(/GET \//);
    expect(cell(report, 'setBy')).not.toMatch(/response to POST \/token/);
  });

  it('counts the signature of a session id as none of its randomness', () => {
    const value = `s%3A${ID}.${SIGNATURE}`;
    const report = reportOn(
      { path: '/', gets: sets(value) },
      { ...LOGIN_FORM, sends: { cookie: `sid=${value}` } },
      { path: '/account', sends: { cookie: `sid=${value}` } },
    );
    const bits = Number(/about (\d+) bits/.exec(cell(report, 'format'))?.[1]);
    expect(bits).toBeGreaterThan(100);
    expect(bits).toBeLessThanOrEqual(192);
  });

  it.each([1, 2])('says of %i requests how many there were as a person would', (times) => {
    const sent = { authorization: `Basic ${btoa('ann:x')}` };
    const report = reportOn(
      { path: '/', status: 401, gets: { 'www-authenticate': 'Basic' } },
      ...Array.from({ length: times }, () => ({ path: '/', sends: sent })),
    );
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('basic-auth-in-use');
    expect(JSON.stringify(report)).not.toMatch(/\b1 times\b|\bonce, 1\b/);
  });

  it.each([ORIGIN, 'http://shop.test:8080', `${ORIGIN}/`])('writes %s as it is', (address) => {
    expect(redactUrl(address)).toBe(address);
  });

  it('names more than one cause of a lost session', () => {
    expect(messages.ui_sessionLostCause.message).toMatch(/ or /);
  });
});
