/**
 * `new URL` without the exception. Not by `URL.canParse`: where it is called often, Node 20 says no
 * to every address with a Latin-1 letter in it (V8's fast call reads it as UTF-8).
 */
export function addressOf(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** How a text begins that is an address with its scheme (RFC 3986 §3.1). */
export const ADDRESS = /^[a-z][a-z0-9+.-]{0,40}:\/\//i;

/** An address as it is sent: without its fragment (RFC 9110 §7.1). */
export function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

/** True for an address of the web, of which alone a page's requests are: over http or https. */
export function isOfWeb(address: string): boolean {
  return /^https?:/.test(address);
}
