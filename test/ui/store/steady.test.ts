import { effect, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { steady } from '../../../src/ui/store/steady.js';

describe('steady', () => {
  it('tells of a change only where the content changed', () => {
    const source = signal<{ rows: number[] } | undefined>({ rows: [1] });
    const kept = steady(() => source.value);
    const told: unknown[] = [];
    const stop = effect(() => void told.push(kept.value));
    source.value = { rows: [1] };
    source.value = { rows: [1, 2] };
    source.value = { rows: [1, 2] };
    source.value = undefined;
    expect(told).toEqual([{ rows: [1] }, { rows: [1, 2] }, undefined]);
    stop();
  });
});
