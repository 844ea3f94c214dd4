import { describe, expect, it } from 'vitest';
import type { ReportEvent } from '../../../src/engine/report/report-event.js';
import { destinationsOf, isForeign } from '../../../src/ui/lists/destinations.js';

const SHOP = 'https://shop.example';
const METRICS = 'https://metrics.example';

const step = (type: string, detail: ReportEvent['detail'], id = 'x'): ReportEvent => ({
  type,
  at: '2026-05-01T10:00:00.000Z',
  site: SHOP,
  credentialId: 'c',
  exchange: { id, method: 'GET', url: `${SHOP}/` },
  detail,
});

describe('where a credential goes', () => {
  it('is counted by origin, what leaks to others first', () => {
    const found = destinationsOf([
      step('issued', { origin: SHOP }),
      step('sent', { origin: SHOP, count: 4 }),
      step('sent', { origin: SHOP }),
      step('sent', { origin: METRICS }),
      step('exposed', { origin: METRICS, exposure: 'cross-site' }),
    ]);
    expect(found.map(({ origin, count }) => [origin, count])).toEqual([
      [METRICS, 1],
      [SHOP, 5],
    ]);
    expect(found.map(isForeign)).toEqual([true, false]);
  });

  it('names each exposure once, and shows the gravest', () => {
    const [found] = destinationsOf([
      step('sent', { origin: METRICS }, 'sent'),
      step('exposed', { origin: METRICS, exposure: 'plain-http' }, 'plain'),
      step('exposed', { origin: METRICS, exposure: 'cross-site' }, 'cross'),
      step('exposed', { origin: METRICS, exposure: 'plain-http' }, 'again'),
    ]);
    expect(found?.exposures).toEqual(['plain-http', 'cross-site']);
    expect(found?.step.exchange?.id).toBe('cross');
  });

  it('is nowhere for what was only set and stored', () => {
    expect(destinationsOf([step('issued', { origin: SHOP }), step('stored', {})])).toEqual([]);
  });
});
