import { describe, expect, it } from 'vitest';
import { Listeners } from '../../../src/background/start/listeners.js';

class TestEvent {
  readonly listening = new Set<(value: number) => void>();
  addListener = (listener: (value: number) => void) => void this.listening.add(listener);
  removeListener = (listener: (value: number) => void) => void this.listening.delete(listener);
}

describe('listeners that are taken away together', () => {
  it('are there at once, gone while nothing is to be heard, and come back, each once', () => {
    const [first, second] = [new TestEvent(), new TestEvent()];
    const listeners = new Listeners();
    listeners.add(first, () => undefined);
    listeners.add(second, () => undefined);
    const count = () => [first.listening.size, second.listening.size];
    expect([listeners.areOn, ...count()]).toEqual([true, 1, 1]);
    listeners.turn(false);
    listeners.turn(false);
    expect([listeners.areOn, ...count()]).toEqual([false, 0, 0]);
    listeners.turn(true);
    expect([listeners.areOn, ...count()]).toEqual([true, 1, 1]);
  });
});
