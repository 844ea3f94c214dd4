/** The parts of a masked address as they are written: `URL` would escape the mask's own signs. */
export interface AddressParts {
  host: string;
  /** At least `/`. */
  path: string;
  /** With its `?`; empty where there is none. */
  query: string;
}

const ADDRESS = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i;

/** Undefined for what is no address with a host. */
export function addressParts(url: string): AddressParts | undefined {
  const found = ADDRESS.exec(url);
  if (!found) return undefined;
  const [, host = '', path = '', query = ''] = found;
  return { host, path: path || '/', query };
}
