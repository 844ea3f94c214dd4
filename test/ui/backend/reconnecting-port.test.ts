import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  keepConnected,
  type PortLike,
  reconnectDelay,
} from '../../../src/ui/backend/reconnecting-port.js';

/** A port whose other end is in the test's hands. */
class TestPort implements PortLike {
  #heard: ((message: unknown) => void)[] = [];
  #lost: (() => void)[] = [];
  closed = false;
  onMessage = {
    addListener: (listener: (message: unknown) => void) => void this.#heard.push(listener),
  };
  onDisconnect = { addListener: (listener: () => void) => void this.#lost.push(listener) };

  disconnect(): void {
    this.closed = true;
  }

  send(): void {
    for (const listener of this.#heard) listener({ type: 'changed' });
  }

  drop(): void {
    for (const listener of this.#lost) listener();
  }
}

describe('keepConnected', () => {
  let ports: TestPort[];
  let told: number;
  const connect = () => {
    const port = new TestPort();
    ports.push(port);
    return port;
  };
  const watch = () =>
    keepConnected(connect, () => {
      told += 1;
    });

  beforeEach(() => {
    vi.useFakeTimers();
    ports = [];
    told = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tells of every message', () => {
    watch();
    ports[0]?.send();
    ports[0]?.send();
    expect(told).toBe(2);
  });

  it('connects again at once when the worker ends, and tells that something may be missed', () => {
    watch();
    ports[0]?.drop();
    vi.advanceTimersByTime(reconnectDelay(0));
    expect(ports).toHaveLength(2);
    expect(told).toBe(1);
    ports[1]?.send();
    expect(told).toBe(2);
  });

  it('waits longer each time until it is heard from', () => {
    watch();
    for (let n = 0; n < 4; n += 1) {
      ports.at(-1)?.drop();
      vi.advanceTimersByTime(reconnectDelay(n) - 1);
      expect(ports).toHaveLength(n + 1);
      vi.advanceTimersByTime(1);
      expect(ports).toHaveLength(n + 2);
    }
    ports.at(-1)?.send();
    ports.at(-1)?.drop();
    vi.advanceTimersByTime(reconnectDelay(0));
    expect(ports).toHaveLength(6);
  });

  it('tries again where connecting throws', () => {
    let attempts = 0;
    keepConnected(
      () => {
        attempts += 1;
        if (attempts < 3) throw new Error('Extension context invalidated.');
        return connect();
      },
      () => {
        told += 1;
      },
    );
    vi.advanceTimersByTime(reconnectDelay(0) + reconnectDelay(1));
    expect(attempts).toBe(3);
    expect(told).toBe(1);
  });

  it('stays ended', () => {
    const end = watch();
    end();
    expect(ports[0]?.closed).toBe(true);
    ports[0]?.drop();
    vi.runAllTimers();
    expect(ports).toHaveLength(1);
  });
});

describe('reconnectDelay', () => {
  it('never exceeds five seconds', () => {
    expect(reconnectDelay(0)).toBeLessThanOrEqual(100);
    expect(reconnectDelay(1000)).toBe(5000);
  });
});
