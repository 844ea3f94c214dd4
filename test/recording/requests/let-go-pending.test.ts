import { describe, expect, it } from 'vitest';
import { LetGoPending } from '../../../src/recording/requests/let-go-pending.js';

describe('requests that were let go before they were answered', () => {
  it('are taken back once each, whatever their hop is then', () => {
    const before = new LetGoPending();
    for (const id of ['7', '8', '8']) before.add(id);
    const list = new LetGoPending(before.save());
    expect(list.takeBack('7.0')).toBe(true);
    expect(list.takeBack('7.1')).toBe(false);
    expect(list.takeBack('8.0')).toBe(true);
    expect(list.takeBack('8.1')).toBe(true);
    expect(list.takeBack('9.0')).toBe(false);
    expect(list.save()).toEqual([]);
  });
});
