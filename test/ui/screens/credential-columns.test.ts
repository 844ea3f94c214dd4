import { describe, expect, it } from 'vitest';
import { credentialColumns } from '../../../src/ui/screens/credential-columns.js';
import type { ViewerStore } from '../../../src/ui/store/store.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const [some] = fixtureReport(0).credentials;
const NO_END = '–';

describe('the column of ends', () => {
  const ends = credentialColumns({} as ViewerStore).find(({ id }) => id === 'expires')!;

  it.each([
    ['live', true],
    // As its detail says: what has become of it was not seen, and its end may be to come.
    ['unknown', true],
    ['cleared', false],
    ['expired', false],
    ['refused', false],
  ] as const)('of one that is %s tells when: %s', (state, tells) => {
    const cell = ends.cell({ ...some!, state }, (text) => text);
    expect(cell !== NO_END).toBe(tells);
  });
});
