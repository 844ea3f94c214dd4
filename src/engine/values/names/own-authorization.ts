/** What a page calls its `Authorization` so that the browser leaves it alone: `X-Authorization`. */
export const OWN_AUTHORIZATION = /[-_]authorization$|^(?:x[-_])?authentication$/;
