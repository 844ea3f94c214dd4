/** HTTP's own header, of servers and of proxies (RFC 9110 §11.6.2, §11.7.2). */
export const AUTHORIZATION = /^(?:proxy-)?authorization$/;

/** What a page calls its `Authorization` so that the browser leaves it alone: `X-Authorization`. */
export const OWN_AUTHORIZATION = /[-_]authorization$|^(?:x[-_])?authentication$/;

/** HTTP authentication that a browser remembers and adds (RFC 7617, RFC 7616, RFC 4559). */
const BROWSERS = /^\s*(?:basic|digest|negotiate|ntlm)\b/i;
const PROOF = /^(?:digest|negotiate|ntlm)$/i;

/** True for an `Authorization` that browsers write by themselves, also where its scheme is all. */
export function isBrowsersScheme(value: string): boolean {
  return BROWSERS.test(value);
}

/** True for a scheme whose proofs a browser makes by itself, another one each time. */
export function isProofScheme(scheme: string): boolean {
  return PROOF.test(scheme);
}
