import { describe, expect, it } from 'vitest';
import type { ReportCredential } from '../../../src/engine/report/report-credential.js';
import type { ReportEvent } from '../../../src/engine/report/report-event.js';
import type { ReportFinding } from '../../../src/engine/report/report-finding.js';
import {
  credentialsIn,
  findingsIn,
  flowsIn,
  instantsOf,
  pictureIn,
} from '../../../src/ui/span/report-in-span.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const START = Date.parse('2026-05-01T12:00:00Z');
const iso = (at: number) => new Date(START + at).toISOString();
const span = (from: number, to: number) => ({ from: START + from, to: START + to });

describe('credentials in a span', () => {
  const credential = (id: string, some: Partial<ReportCredential> = {}) =>
    ({
      id,
      issuedAt: null,
      firstSeen: iso(0),
      lastSeen: iso(900),
      ...some,
    }) as ReportCredential;
  const event = (
    type: string,
    at: number,
    credentialId: string | null,
    lastAt?: number,
  ): ReportEvent => ({
    type,
    at: iso(at),
    site: 'https://shop.test',
    credentialId,
    exchange: null,
    detail: lastAt === undefined ? {} : { count: 2, lastAt: iso(lastAt) },
  });

  it.each(['issued', 'sent', 'stored', 'rotated', 'refreshed', 'exposed', 'cleared', 'expired'])(
    'are those that were %s within it',
    (type) => {
      const report = {
        credentials: [credential('in'), credential('out')],
        events: [event(type, 500, 'in'), event(type, 700, 'out'), event('login', 500, null)],
      };
      expect(credentialsIn(report, span(400, 600)).map(({ id }) => id)).toEqual(['in']);
    },
  );

  it('are those that were in use from before it to after it', () => {
    const report = { credentials: [credential('a')], events: [event('sent', 100, 'a', 800)] };
    expect(credentialsIn(report, span(400, 600))).toHaveLength(1);
    expect(credentialsIn(report, span(801, 850))).toHaveLength(0);
  });

  it.each(['issuedAt', 'firstSeen', 'lastSeen'])('are those with their %s within it', (name) => {
    const report = { credentials: [credential('a', { [name]: iso(500) })], events: [] };
    expect(credentialsIn(report, span(400, 600))).toHaveLength(1);
    expect(credentialsIn(report, span(501, 600))).toHaveLength(0);
  });
});

describe('findings in a span', () => {
  const exchange = (id: string) => ({ id, method: 'GET', url: 'https://shop.test/' });
  const finding = (about: string | null, ...evidence: (string | null)[]) =>
    ({
      about: { exchange: about === null ? null : exchange(about) },
      evidence: evidence.map((id) => ({ text: '', exchange: id === null ? null : exchange(id) })),
    }) as ReportFinding;
  const at: Record<string, number> = { early: 100, late: 500 };
  const instantOf = (id: string) => (id in at ? START + at[id]! : undefined);

  it.each<[string, ReportFinding, boolean, number]>([
    ['evidence within it', finding(null, 'late'), true, 0],
    ['one piece of evidence of two', finding(null, 'early', 'late'), true, 0],
    ['a request within it', finding('late'), true, 0],
    ['evidence outside of it', finding(null, 'early'), false, 0],
    ['evidence outside and some without an instant', finding(null, 'early', null), false, 0],
    ['no evidence with an instant', finding(null, null), true, 1],
    ['evidence that nobody knows the instant of', finding(null, 'unknown'), true, 1],
    ['no evidence', finding(null), true, 1],
  ])('with %s', (_, one, stays, undated) => {
    const found = findingsIn([one], span(400, 600), instantOf);
    expect([found.findings.has(one), found.undated]).toEqual([stays, undated]);
  });
});

describe('what a report tells of', () => {
  const now = START;
  const report = fixtureReport(now);
  const last100 = { from: now - 100_000, to: now };

  it('has the instants of its requests, of events before all', () => {
    const instants = instantsOf(report);
    expect(instants.get('r60')).toBe(now - 30_000);
    expect(instants.get('r11')).toBe(now - 149_000);
    expect(instants.get('no such request')).toBeUndefined();
  });

  it('is drawn as far as it lies within a span, with the moments that do not', () => {
    const { picture } = report.sites[0]!;
    const within = pictureIn(picture, last100);
    expect(within.picture.rows.map(({ at }) => (Date.parse(at) - now) / 1000)).toEqual([
      -60, -30, -30,
    ]);
    expect(within.outside.map(({ moment }) => moment)).toEqual(['login']);
    expect(within.picture.lanes).toBe(picture.lanes);
    expect(pictureIn(picture, null)).toEqual({ picture, outside: [] });
  });

  it('has the logins elsewhere with a step in a span, and the others', () => {
    const ids = (flows: readonly { id: string }[]) => flows.map(({ id }) => id);
    const split = flowsIn(report.flows, { from: now - 310_000, to: now - 190_000 });
    expect([ids(split.within), ids(split.outside)]).toEqual([['f1', 'f2'], ['f3']]);
    expect(flowsIn(report.flows, null)).toEqual({ within: report.flows, outside: [] });
  });
});
