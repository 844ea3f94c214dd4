import type { CDPSession } from 'puppeteer-core';
import type { ExtensionBrowser } from '../browser/extension-browser.js';
import type { Stop } from './compare.js';

/** Ends the extension's worker, as a browser does at any moment, and notes when. */
export class Stopper {
  readonly stops: Stop[] = [];
  readonly #session: CDPSession;
  #running: string | undefined;
  #stopped: (() => void) | undefined;

  private constructor(session: CDPSession, own: string) {
    this.#session = session;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { scriptURL, versionId, runningStatus } of versions) {
        if (!scriptURL.startsWith(own)) continue;
        if (runningStatus === 'running') this.#running = versionId;
        else if (versionId === this.#running && runningStatus === 'stopped') this.#gone();
      }
    });
  }

  static async of(extension: ExtensionBrowser): Promise<Stopper> {
    await extension.leaveWorker();
    const session = await (await extension.askingPage()).createCDPSession();
    const stopper = new Stopper(session, extension.url(''));
    await session.send('ServiceWorker.enable');
    return stopper;
  }

  /** Resolves when the worker is gone; at once where none runs. */
  async stop(): Promise<void> {
    const versionId = this.#running;
    if (versionId === undefined || this.#stopped) return;
    const gone = new Promise<void>((resolve) => (this.#stopped = resolve));
    const told = Date.now();
    await this.#session.send('ServiceWorker.stopWorker', { versionId });
    await gone;
    this.stops.push({ told, gone: Date.now() });
  }

  #gone(): void {
    this.#running = undefined;
    this.#stopped?.();
    this.#stopped = undefined;
  }
}
