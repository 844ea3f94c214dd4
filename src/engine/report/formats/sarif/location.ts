import { addressOf } from '../../../address.js';

/**
 * Where an address stands, as a path (§3.4.4): code scanning takes paths alone. Its first line is
 * the only place in it that can be named.
 */
export function locationOf(address: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: artifactPath(address) },
      region: { startLine: 1 },
    },
  };
}

/** Host and path of an address, without what may differ from run to run. */
function artifactPath(address: string): string {
  const parsed = addressOf(address);
  if (!parsed) return 'unknown';
  const { host, pathname } = parsed;
  const path = `${host.replaceAll(':', '_')}${pathname.replace(/\/+$/, '')}`;
  // A path of dots would lead elsewhere; a colon before the first slash would name a scheme.
  const safe = path
    .replace(/[^\w./~%-]/g, (sign) => encodeURIComponent(sign))
    .replace(/^[./]+/, '');
  return safe || 'unknown';
}
