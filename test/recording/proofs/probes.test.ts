import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../src/recording/record.js';
import { Recording } from '../../../src/recording/recording.js';
import { checkpointOf, restoredFrom } from '../../support/checkpoint.js';
import { START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const URL = 'https://shop.test/me';
const sid = new Seeded('probes').bytes(16).toString('hex');
const OPTIONS = { source: { kind: 'tab' as const }, version: '0' };
const MARK = 'c0ffee0123456789';

interface Told {
  id: string;
  fragment?: string;
  at?: number;
  status?: number;
}

function asked({ id, fragment = '', at = START, status = 200 }: Told): LogRecord[] {
  const url = URL + fragment;
  const subject = { id, at, url, method: 'GET', type: 'fetch' as const, frameId: 0 };
  const headers = [{ name: 'set-cookie', value: `PHPSESSID=${sid}; Path=/` }];
  return [
    { kind: 'sent', ...subject, headers: [] },
    { kind: 'answered', ...subject, status, headers, ...(status === 302 && { redirectUrl: url }) },
  ];
}

function entry(at: number, status: number): LogRecord {
  const responseBody = {
    kind: 'json' as const,
    mimeType: 'application/json',
    bytes: 2,
    fields: [],
  };
  const told = { url: URL, method: 'GET', type: 'fetch' as const, startedAt: at, status };
  const headers = { requestHeaders: [], responseHeaders: [] };
  return {
    kind: 'devtools',
    at: at + 10,
    entries: [{ ...told, ...headers, responseBody }],
  };
}

function recorded(records: LogRecord[], recording = new Recording()): Recording {
  for (const record of records) recording.add(record);
  return recording;
}

const expecting: LogRecord = { kind: 'probes', at: START, mark: MARK };
const reported = (recording: Recording) => {
  const { credentials, source } = recording.report(OPTIONS);
  return { credentials: credentials.length, requests: source.requests };
};

describe('a request of a proof', () => {
  const ours = asked({ id: '7', fragment: `#credtrail-${MARK}` });

  it('is shown with its mark, and nothing is concluded from it', () => {
    const recording = recorded([expecting, ...ours]);
    const { rows } = recording.requests.rows(0);
    expect(rows).toMatchObject([{ url: URL, status: 200, probe: true }]);
    expect(reported(recording)).toEqual({ credentials: 0, requests: 0 });
  });

  it('is the page’s own where its mark was not expected, and where it has none', () => {
    for (const fragment of ['', '#credtrail-00ff', `#credtrail-${MARK}x`]) {
      const recording = recorded([expecting, ...asked({ id: '8', fragment })]);
      expect(recording.requests.rows(0).rows[0]).not.toHaveProperty('probe');
      expect(reported(recording)).toEqual({ credentials: 1, requests: 1 });
    }
  });

  it('is one: a page that has learnt its mark hides nothing under it', () => {
    const again = asked({ id: '8', fragment: `#credtrail-${MARK}`, at: START + 9 });
    const recording = recorded([expecting, ...ours, ...again]);
    expect(recording.requests.rows(0).rows.map(({ probe }) => probe)).toEqual([true, undefined]);
    expect(reported(recording)).toEqual({ credentials: 1, requests: 1 });
  });

  it('goes nowhere when it is redirected, and shows where without the mark', () => {
    const fragment = `#credtrail-${MARK}`;
    const recording = recorded([expecting, ...asked({ id: '9', fragment, status: 302 })]);
    expect(recording.exchanges.get('9.0')).toMatchObject({ redirectUrl: URL, probe: true });
  });

  it('is known again after the worker was ended', () => {
    const [sent, answered] = ours;
    const before = recorded([expecting, sent!]);
    const after = recorded([answered!], restoredFrom(checkpointOf(before)));
    expect(after.requests.rows(0).rows).toMatchObject([{ status: 200, probe: true }]);
    expect(reported(after)).toEqual({ credentials: 0, requests: 0 });
  });

  it('keeps no body that DevTools tells', () => {
    const recording = recorded([expecting, ...ours, entry(START + 2, 200)]);
    recording.settle(START + 60_000);
    expect(recording.exchanges.get('7.0')?.response).not.toHaveProperty('body');
    expect(recording.requests.rows(0).rows).toHaveLength(1);
  });

  it('is no request of its own where DevTools alone tells how it was answered', () => {
    const [sent] = ours;
    const failed: LogRecord = { kind: 'failed', id: '7', at: START + 5, error: 'net::ERR_FAILED' };
    const recording = recorded([expecting, sent!, failed, entry(START + 2, 200)]);
    recording.settle(START + 60_000);
    expect(recording.requests.rows(0).rows).toMatchObject([
      { error: 'net::ERR_FAILED', probe: true },
    ]);
    expect(reported(recording)).toEqual({ credentials: 0, requests: 0 });
  });
});
