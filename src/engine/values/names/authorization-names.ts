/** HTTP's own header, of servers and of proxies (RFC 9110 §11.6.2, §11.7.2). */
export const AUTHORIZATION = /^(?:proxy-)?authorization$/;

/** What a page calls its `Authorization` so that the browser leaves it alone: `X-Authorization`. */
export const OWN_AUTHORIZATION = /[-_]authorization$|^(?:x[-_])?authentication$/;
