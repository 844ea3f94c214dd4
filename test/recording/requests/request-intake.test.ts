import { describe, expect, it } from 'vitest';
import { START } from '../../support/exchange.js';
import { recorded, request } from '../../support/recorded.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://shop.test';
const sid = new Seeded('request intake').bytes(16).toString('hex');
const OPTIONS = { source: { kind: 'tab' as const }, version: '0' };

describe('an answer that nobody but DevTools told', () => {
  it('is that of the request which waits for it', () => {
    const [sent] = request(1, { at: START });
    const entry = {
      url: `${SITE}/1`,
      method: 'GET',
      type: 'fetch' as const,
      startedAt: START + 3,
      status: 200,
      requestHeaders: [],
      responseHeaders: [{ name: 'set-cookie', value: `PHPSESSID=${sid}; Path=/` }],
    };
    const recording = recorded(sent!, { kind: 'devtools', at: START + 10, entries: [entry] });
    recording.settle(START + 10_000);
    expect(recording.requests.rows(0).rows).toMatchObject([{ id: '1.0', status: 200 }]);
    expect(recording.report(OPTIONS).credentials).toHaveLength(1);
  });
});
