import { redactUrl } from '../../engine/values/telling/redact.js';

/**
 * The address of a page as it may be told: that of a website masked, of the browser's own pages
 * without what follows the path, and of all others (`data:`, `blob:`) only the scheme.
 */
export function shownAddress(url: string): string {
  if (/^(?:https?|wss?):/i.test(url)) return redactUrl(url);
  if (/^(?:about|chrome|edge|brave|moz-extension|chrome-extension):/i.test(url))
    return url.split(/[?#]/, 1)[0] ?? '';
  return /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? '';
}
