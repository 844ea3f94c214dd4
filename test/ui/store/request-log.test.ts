import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestLog } from '../../../src/ui/store/request-log.js';
import { fixtureRow } from '../../fixtures/ui-requests.js';

const list = (revision: number, ids: number[], reset = false) => ({
  revision,
  rows: ids.map((id) => fixtureRow(id, 0)),
  reset,
  dropped: 0,
});

describe('RequestLog', () => {
  it('keeps the place of a row that changes', () => {
    const log = new RequestLog();
    log.apply(list(1, [1, 2, 3]));
    log.apply({ ...list(2, []), rows: [{ ...fixtureRow(2, 0), status: 500 }] });
    expect(log.rows.map(({ id, status }) => [id, status])).toEqual([
      ['r1', 304],
      ['r2', 500],
      ['r3', 401],
    ]);
    expect(log.byId('r2')?.status).toBe(500);
    expect(log.revision).toBe(2);
  });

  it('forgets everything at a reset', () => {
    const log = new RequestLog();
    log.apply(list(1, [1, 2]));
    expect(log.apply(list(2, [9], true))).toBe(true);
    expect(log.rows.map(({ id }) => id)).toEqual(['r9']);
    expect(log.byId('r1')).toBeUndefined();
  });

  it('takes in page after page, and then what changed meanwhile', () => {
    const log = new RequestLog();
    const limit = log.firstPage(7).limit;
    expect(log.firstPage(7)).toEqual({ tabId: 7, since: 0, limit });
    log.apply(list(5, [1, 2]));
    expect(log.nextPage(7)).toMatchObject({ tabId: 7, since: 0, from: 2 });
    log.applyMore(list(8, [3]));
    expect(log.nextPage(7)).toMatchObject({ since: 0, from: 3 });
    expect(log.rows.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3']);
    expect(log.firstPage(7)).toEqual({ tabId: 7, since: 5, limit });
  });

  it('says whether there was news', () => {
    const log = new RequestLog();
    expect(log.apply(list(1, []))).toBe(false);
    expect(log.apply(list(2, [1]))).toBe(true);
    expect(log.apply(list(3, [], true))).toBe(true);
  });

  it('holds every row once, in the order of first sight, however the batches fall', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(30))), (batches) => {
        const log = new RequestLog();
        batches.forEach((ids, at) => log.apply(list(at, ids)));
        expect(log.rows.map(({ id }) => id)).toEqual([
          ...new Set(batches.flat().map((n) => `r${n}`)),
        ]);
      }),
    );
  });
});
