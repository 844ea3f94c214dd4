import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { exchange } from '../../support/exchange.js';

describe('what is remembered', () => {
  it('is bounded, however many sites there are', () => {
    const analysis = new Analysis();
    for (let n = 0; n < 3_000; n++) {
      analysis.addExchange(
        exchange({ url: `https://s${n}.test/`, type: 'fetch', topUrl: `https://p${n}.test/` }),
      );
    }
    expect(analysis.save().moments.latest.length).toBeLessThanOrEqual(LIMITS.momentSites);
  });
});
