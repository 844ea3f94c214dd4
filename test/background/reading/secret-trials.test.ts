import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SecretTrials } from '../../../src/background/reading/secret-trials.js';
import type { Trial } from '../../../src/engine/credentials/trials.js';
import type { Untried } from '../../../src/engine/pipeline/tried-out.js';
import { jwsSignature } from '../../../src/engine/values/signatures/of-jws.js';
import { jwsOf } from '../../support/jose.js';

const WEAK: Untried = {
  fingerprint: 'a',
  signature: jwsSignature(jwsOf('{"alg":"HS256"}', '{}', 'secret'))!,
};

const STRONG: Untried = {
  fingerprint: 'a',
  signature: jwsSignature(jwsOf('{"alg":"HS256"}', '{}', 'of no list 7f3a9c51e8b24d06'))!,
};

describe('the trials of the background', () => {
  const recorded: [number, Trial][] = [];
  let untried: Untried[] = [];
  let asked = 0;
  let whenAsked = () => {};
  const trials = () =>
    new SecretTrials({
      untried: async () => {
        asked++;
        whenAsked();
        return untried;
      },
      record: (tabId, trial) => {
        recorded.push([tabId, trial]);
        untried = [];
      },
    });

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    recorded.length = 0;
    untried = [WEAK];
    asked = 0;
    whenAsked = () => {};
  });
  afterEach(() => vi.useRealTimers());

  /** Timers are false here, and WebCrypto is not: it gets its turns between them. */
  const work = async (until: () => boolean) => {
    while (!until()) {
      await vi.advanceTimersByTimeAsync(50);
      await new Promise((resume) => setImmediate(resume));
    }
  };

  it('come after a change, once, with what was found', async () => {
    const own = trials();
    own.changed(7);
    own.changed(7);
    expect(asked).toBe(0);
    await work(() => recorded.length > 0);
    expect(recorded).toEqual([
      [7, expect.objectContaining({ fingerprint: 'a', list: 'built-in', found: { length: 6 } })],
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(recorded).toHaveLength(1);
  });

  it('look again after what changed meanwhile', async () => {
    const own = trials();
    own.changed(7);
    await work(() => recorded.length > 0);
    own.changed(7);
    await work(() => asked > 1);
    expect(asked).toBe(2);
  });

  it('wait while somebody waits for an answer', async () => {
    const own = trials();
    let tell = (): void => undefined;
    const promise = new Promise<string>((done) => (tell = () => done('report')));
    const answer = own.giveWayTo(promise);
    own.changed(7);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([asked, recorded]).toEqual([0, []]);
    tell();
    expect(await answer).toBe('report');
    await work(() => recorded.length > 0);
    expect(recorded).toHaveLength(1);
  });

  it('go on after an answer that failed', async () => {
    const own = trials();
    await expect(own.giveWayTo(Promise.reject(new Error('no')))).rejects.toThrow('no');
    own.changed(7);
    await work(() => recorded.length > 0);
    expect(recorded).toHaveLength(1);
  });

  it('end with their tab, whose values are held no longer', async () => {
    const own = trials();
    const isTried = () => asked > 0;
    untried = [STRONG];
    // At the first rest of the trial: by the end of a turn it may be over.
    whenAsked = () => void setTimeout(() => own.forget(7));
    own.changed(7);
    await work(isTried);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(recorded).toEqual([]);
    whenAsked = () => {};
    untried = [WEAK];
    await work(() => {
      own.changed(8);
      return recorded.length > 0;
    });
    expect(recorded).toEqual([[8, expect.objectContaining({ fingerprint: 'a' })]]);
  });
});
