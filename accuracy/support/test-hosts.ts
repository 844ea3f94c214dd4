import dns from 'node:dns';
import { isIPv4 } from 'node:net';

type Callback = (
  error: NodeJS.ErrnoException | null,
  address: string | dns.LookupAddress[],
  family?: number,
) => void;

/**
 * Lets servers reach each other by their `.test` names, as Chromium's host rules let the browser.
 */
export function resolveTestHosts(): void {
  const lookup = dns.lookup as (
    host: string,
    options: dns.LookupOptions,
    callback: Callback,
  ) => void;
  const toLoopback = (host: string, options: dns.LookupOptions, callback: Callback) => {
    if (isIPv4(host) || !host.endsWith('.test')) return lookup(host, options, callback);
    if (options.all) return process.nextTick(callback, null, [{ address: '127.0.0.1', family: 4 }]);
    return process.nextTick(callback, null, '127.0.0.1', 4);
  };
  dns.lookup = toLoopback as typeof dns.lookup;
}
