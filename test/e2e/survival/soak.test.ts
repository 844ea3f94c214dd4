import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../../soak/compare.js';
import { soak, SOAK_HOSTS } from '../../../soak/soak.js';
import { launchExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';

/** Short ones of what `npm run soak` does for ten minutes, and with ends of the worker. */
const RUNS = [{ seed: 3, seconds: 12, rate: 8, stops: 0, devtools: false }];

describe('three tabs that do all that pages do', () => {
  it.each(RUNS)('are recorded as the server saw them: seed $seed', THOROUGH, async (run) => {
    const extension = await launchExtension({ hostRules: SOAK_HOSTS });
    try {
      const { requests, stops, faults, headers } = await soak(extension, run);
      expect(requests).toBeGreaterThan(150);
      expect(stops).toBeGreaterThanOrEqual(run.stops > 0 ? 3 : 0);
      const unexcused = FAULTS.flatMap((name) =>
        faults[name].unexcused > 0 ? [`${name}: ${faults[name].examples.join('; ')}`] : [],
      );
      expect(unexcused).toEqual([]);
      const { foreign, missing, cookies, examples } = headers;
      expect({ foreign, missing, cookies, examples }).toEqual({
        foreign: 0,
        missing: 0,
        cookies: 0,
        examples: [],
      });
    } finally {
      await extension.close();
    }
  });
});
