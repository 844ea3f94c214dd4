import type { Runtime } from 'webextension-polyfill';
import { type ViewerNotice, viewerPort } from '../../messaging/ports.js';

/** At most four notices a second. */
const PAUSE = 250;

/** The panels, popups and pages that look at a tab right now. */
export class Viewers {
  readonly #ports = new Map<number, Set<Runtime.Port>>();
  readonly #resting = new Map<number, { again: boolean }>();
  readonly #watch: (tabId: number, watched: boolean) => void;

  /** `watch` is told when a tab gets its first viewer and when its last one leaves. */
  constructor(watch: (tabId: number, watched: boolean) => void) {
    this.#watch = watch;
  }

  /** Takes a port in; false where it is not a viewer's. */
  connect(port: Runtime.Port): boolean {
    const tabId = Number(port.name.slice(port.name.indexOf(':') + 1));
    if (!Number.isSafeInteger(tabId) || port.name !== viewerPort(tabId)) return false;
    const ports = this.#ports.get(tabId) ?? new Set();
    this.#ports.set(tabId, ports.add(port));
    port.onDisconnect.addListener(() => this.#leave(tabId, port));
    if (ports.size === 1) this.#watch(tabId, true);
    return true;
  }

  has(tabId: number): boolean {
    return this.#ports.has(tabId);
  }

  tabs(): number[] {
    return [...this.#ports.keys()];
  }

  /** Tells a tab's viewers: at once, then not more often than they can follow. */
  changed(tabId: number): void {
    if (!this.has(tabId)) return;
    const resting = this.#resting.get(tabId);
    if (resting) {
      resting.again = true;
      return;
    }
    const rest = { again: false };
    this.#resting.set(tabId, rest);
    const notice: ViewerNotice = { type: 'changed' };
    for (const port of this.#ports.get(tabId) ?? []) port.postMessage(notice);
    setTimeout(() => {
      this.#resting.delete(tabId);
      if (rest.again) this.changed(tabId);
    }, PAUSE);
  }

  #leave(tabId: number, port: Runtime.Port): void {
    const ports = this.#ports.get(tabId);
    ports?.delete(port);
    if (ports?.size !== 0) return;
    this.#ports.delete(tabId);
    this.#watch(tabId, false);
  }
}
