import { checkpointOf, restoredFrom } from '../support/checkpoint.js';
import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../src/recording/record.js';
import { Recording } from '../../src/recording/recording.js';
import { exchange, START } from '../support/exchange.js';
import { jwtOf } from '../support/jose.js';
import { recorded, request } from '../support/recorded.js';
import { tried } from '../support/tried.js';
import { limitsOf, SITE, sid, OPTIONS } from '../support/recorded-limits.js';

it('says of how many requests it is not known whose they are', () => {
  const record: LogRecord = { kind: 'unattributed', at: START };
  expect(limitsOf(recorded(record, record))).toEqual([['unattributed', 2]]);
});

describe('a recording', () => {
  const visit = () =>
    recorded(
      { kind: 'navigated', at: START, url: `${SITE}/` },
      ...request(1, { sets: `PHPSESSID=${sid}; Path=/` }),
      ...request(2, { sends: `PHPSESSID=${sid}`, url: `${SITE}/x?token=${sid}` }),
    );

  it('counts findings as its report does, without making one, and again only after news', () => {
    const recording = visit();
    const { findings, requests } = recording.summary();
    const report = recording.report(OPTIONS);
    expect(requests).toBe(2);
    for (const [severity, count] of Object.entries(findings))
      expect(report.findings.filter((finding) => finding.severity === severity)).toHaveLength(
        count,
      );
    expect(findings.high).toBeGreaterThan(0);
    expect(recording.summary().findings).toBe(findings);
    for (const record of request(3)) recording.add(record);
    expect(recording.summary().findings).not.toBe(findings);
  });

  it('counts what tells nothing without another revision, also after a checkpoint', () => {
    const recording = visit();
    const { revision } = recording;
    recording.add({ kind: 'uneventful', at: START, count: 3 });
    recording.add({ kind: 'uneventful', at: START, count: 2 });
    expect([recording.uneventful, recording.revision]).toEqual([5, revision]);
    expect(restoredFrom(checkpointOf(recording)).uneventful).toBe(5);
    expect(recording.startOver().uneventful).toBe(5);
  });

  it('marks and compares', () => {
    const recording = visit();
    recording.mark('before', START + 10);
    recording.mark('after', START + 20);
    expect(recording.marks.views().map(({ name, credentials }) => [name, credentials > 0])).toEqual(
      [
        ['before', true],
        ['after', true],
      ],
    );
    const [from, to] = recording.marks.views().map(({ id }) => id);
    expect(recording.marks.compare(from!, to!)?.stayed).toContain('c1');
    expect(recording.marks.compare(from!, 99)).toBeUndefined();
  });

  it('calls marks as somebody wants them called, and tells of pages, also after a checkpoint', () => {
    const recording = visit();
    recording.mark('before', START + 10);
    recording.mark('after', START + 20);
    recording.add({ kind: 'mark-noted', at: START + 30, id: 1, name: 'start' });
    recording.add({ kind: 'mark-noted', at: START + 40, id: 2, deleted: true });
    const address = `${SITE}/in?token=${'a1B2c3D4'.repeat(6)}`;
    recording.add({ kind: 'navigated', at: START + 50_000, url: address });
    const again = restoredFrom(checkpointOf(recording), 1);
    for (const one of [recording, again]) {
      expect(one.marks.views().map(({ name }) => name)).toEqual(['start']);
      expect(one.marks.compare(1, 2)).toBeUndefined();
      const shown = one.navigations().at(-1)!;
      expect(shown.at).toBe(START + 50_000);
      expect(shown.url).toContain('/in?token=');
      expect(shown.url).not.toContain('a1B2c3D4a1B2');
    }
  });

  it('has another revision after everything that is observed, and goes on from a checkpoint', () => {
    const recording = visit();
    const { revision } = recording;
    for (const record of request(7)) recording.add(record);
    expect(recording.revision).toBeGreaterThan(revision);
    const again = restoredFrom(checkpointOf(recording), 1_000_000);
    expect(again.revision).not.toBe(recording.revision);
    expect(again.report(OPTIONS)).toEqual(recording.report(OPTIONS));
  });

  it('begins again with the page that is shown, and with how much was let go', () => {
    const recording = visit();
    const { revision } = recording;
    const next = recording.startOver();
    expect([next.url, next.exchanges.count, next.exchanges.dropped]).toEqual([`${SITE}/`, 0, 2]);
    expect(next.revision).toBeGreaterThanOrEqual(revision);
  });
});

describe('what came of secrets that were tried', () => {
  const used = exchange({
    url: `${SITE}/api`,
    sends: { authorization: `Bearer ${jwtOf({ sub: 'ada' })}` },
  });
  const found = tried(jwtOf({ sub: 'ada' }), { length: 6 });
  const weak = (recording: Recording) =>
    recording
      .report({ source: { kind: 'tab' }, version: '0' })
      .findings.filter(({ ruleId }) => ruleId === 'jwt-weak-secret').length;

  it('is a record of the log, and stays in a checkpoint', () => {
    const recording = Recording.fromExchanges([used]);
    expect(recording.toTry.untried()).toHaveLength(1);
    const before = recording.revision;
    recording.add(found);
    expect(recording.revision).toBeGreaterThan(before);
    const again = restoredFrom(checkpointOf(recording));
    expect([weak(recording), weak(again), again.toTry.untried()]).toEqual([1, 1, []]);
  });
});

describe('the recording of a file', () => {
  it('gives the same report as its exchanges one by one, and tells what the file could not', () => {
    const login = exchange({ url: `${SITE}/`, gets: { 'set-cookie': `PHPSESSID=${sid}; Path=/` } });
    const told = { code: 'x', text: { key: 'x', english: 'said {n}', values: { n: 1 } } };
    const recording = Recording.fromExchanges([login], {
      snapshots: [
        {
          kind: 'storage',
          at: START + 10_000,
          origin: SITE,
          area: 'localStorage',
          items: [{ key: 'access_token', value: sid, length: sid.length }],
          dropped: 0,
        },
      ],
      diagnoses: [told],
    });
    const report = recording.report({ ...OPTIONS, source: { kind: 'har' } });
    expect(report.source).toMatchObject({ kind: 'har', url: `${SITE}/`, requests: 1, dropped: 0 });
    expect(report.diagnoses).toEqual([{ code: 'x', text: 'said 1', detail: {} }]);
    expect(report.credentials[0]?.carriers).toContain('localStorage');
    expect(recording.requests.rows(0).rows).toHaveLength(1);
    expect(recording.storage.view().areas).toHaveLength(1);
  });
});
