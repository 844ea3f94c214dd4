/** The part of a `runtime.Port` that is used here. */
export interface PortLike {
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

const FIRST_DELAY = 50;
const LONGEST_DELAY = 5000;

/** How long to wait before the nth attempt in a row (0: the first). */
export function reconnectDelay(attempt: number): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempt, 16));
}

/**
 * Keeps a port open: the browser ends the worker at any moment, and the port with it; connecting
 * again wakes the worker. `told` is called for every message, and after every reconnection, since
 * what happened in between was not told. Returns the function that ends it.
 */
export function keepConnected(connect: () => PortLike, told: () => void): () => void {
  let port: PortLike | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let ended = false;

  const retry = () => {
    if (ended) return;
    timer = setTimeout(() => open(true), reconnectDelay(attempt));
    attempt += 1;
  };
  const open = (again: boolean) => {
    try {
      port = connect();
    } catch {
      // The extension was updated or is being reloaded.
      retry();
      return;
    }
    port.onMessage.addListener(() => {
      attempt = 0;
      told();
    });
    port.onDisconnect.addListener(retry);
    if (again) told();
  };

  open(false);
  return () => {
    ended = true;
    clearTimeout(timer);
    port?.disconnect();
  };
}
