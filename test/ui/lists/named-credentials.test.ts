import { describe, expect, it } from 'vitest';
import { needsReport } from '../../../src/ui/lists/named-credentials.js';
import { FIXTURE_STORAGE, fixtureRow } from '../../fixtures/ui-requests.js';

const rows = [0, 1, 7].map((n) => fixtureRow(n, 0));
const NAMED = rows.flatMap(({ carried, set }) => [...carried, ...set]);
const STORED = FIXTURE_STORAGE.areas.flatMap(({ items }) =>
  items.flatMap(({ credentialIds }) => credentialIds),
);
const known = (ids: readonly string[]) => new Map(ids.map((id) => [id, true]));
const without = (ids: readonly string[], gone: string) => known(ids.filter((id) => id !== gone));

describe('needsReport', () => {
  it.each([
    ['overview', known([]), true],
    ['requests', known(NAMED), false],
    ['requests', without(NAMED, 'c2'), true],
    ['requests', without(NAMED, 'c6'), true],
    ['storage', known(STORED), false],
    ['storage', without(STORED, 'c3'), true],
  ])('%s, where some are known', (screen, ids, wanted) => {
    expect(needsReport(screen, { rows }, FIXTURE_STORAGE, ids)).toBe(wanted);
  });

  it('is not needed by an empty list', () => {
    expect(needsReport('requests', { rows: [] }, null, known([]))).toBe(false);
    expect(needsReport('storage', { rows: [] }, null, known([]))).toBe(false);
  });
});
