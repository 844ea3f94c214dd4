import { describe, expect, it } from 'vitest';
import { jwsSignature } from '../../src/engine/values/signatures/of-jws.js';
import { trySecrets } from '../../src/secrets/try-secrets.js';
import { jwsOf } from '../support/jose.js';

const signature = jwsSignature(jwsOf('{"alg":"HS256"}', '{"sub":"ada"}', 'word 150'))!;
const words = Array.from({ length: 300 }, (_, n) => `word ${n + 1}`);

describe('trying secrets', () => {
  it('stops at the first that fits, and counts it', async () => {
    expect(await trySecrets(signature, [...words, 'word 150'])).toEqual({
      tried: 150,
      found: 'word 150',
    });
  });

  it('counts all where none fits', async () => {
    expect(await trySecrets(signature, words.slice(0, 149))).toEqual({ tried: 149, found: null });
    expect(await trySecrets(signature, [])).toEqual({ tried: 0, found: null });
  });

  it('tells how far it is, and pauses each time', async () => {
    const told: number[] = [];
    let pauses = 0;
    await trySecrets(signature, words.slice(0, 140), {
      progress: (tried) => told.push(tried),
      pause: async () => void pauses++,
    });
    expect(told.at(-1)).toBe(140);
    expect(told.length).toBeGreaterThan(1);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect(pauses).toBe(told.length);
  });

  it('ends when it is cancelled, and closes what it reads from', async () => {
    const controller = new AbortController();
    let read = 0;
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield `no ${read++}`;
      } finally {
        closed = true;
      }
    }
    const trial = trySecrets(signature, endless(), {
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    await expect(trial).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(read).toBeLessThan(1_000);
    expect(closed).toBe(true);
  });
});
