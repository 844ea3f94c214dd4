import type { SessionStorage } from '../../src/background/log/store-queue.js';

/** `storage.session` as the browser describes it: JSON values, and a quota that refuses. */
export class MemoryStorage implements SessionStorage {
  readonly items = new Map<string, string>();
  quota = 10_485_760;

  async get(keys: string | string[] | null): Promise<Record<string, unknown>> {
    const entries = [...this.items].filter(([key]) => keys === null || [keys].flat().includes(key));
    return Object.fromEntries(entries.map(([key, value]) => [key, JSON.parse(value)]));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    const after = new Map(this.items);
    for (const [key, value] of Object.entries(items)) after.set(key, JSON.stringify(value));
    if (bytes(after) > this.quota) throw new Error('Session storage quota bytes exceeded.');
    for (const [key, value] of after) this.items.set(key, value);
  }

  async remove(keys: string[]): Promise<void> {
    for (const key of keys) this.items.delete(key);
  }

  bytes(): number {
    return bytes(this.items);
  }
}

function bytes(items: Map<string, string>): number {
  return [...items].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
}
