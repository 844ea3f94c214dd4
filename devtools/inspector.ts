import browser from 'webextension-polyfill';
import { inspectorPort } from '../src/messaging/ports.js';
import { browserBackend } from '../src/ui/backend/browser-backend.js';
import { keepConnected } from '../src/ui/backend/reconnecting-port.js';

/**
 * Tells the background that DevTools are open on a tab, as long as only what is inspected is
 * recorded: else no port is held, which would start the worker again and again.
 */
export function tellInspected(tabId: number): void {
  let leave: (() => void) | undefined;
  const follow = async () => {
    const answer = await browserBackend.ask('getOptions', {}).catch(() => undefined);
    if (!answer) return;
    if (answer.options.capture === 'inspected') {
      const connect = () => browser.runtime.connect({ name: inspectorPort(tabId) });
      leave ??= keepConnected(connect, () => undefined);
    } else {
      leave?.();
      leave = undefined;
    }
  };
  void follow();
  browser.storage.local.onChanged.addListener(() => void follow());
  browser.storage.managed.onChanged?.addListener(() => void follow());
}
