import type { ReportCredential } from './report-credential.js';

/**
 * Host of a credential, with the Path of a cookie that has one of its own: two applications of a
 * host call theirs the same (RFC 6265bis §5.1.4).
 */
export function cookiePlace({ host, attributes }: Pick<ReportCredential, 'host' | 'attributes'>) {
  const path = attributes?.path ?? '/';
  return path === '/' ? host : `${host}${path}`;
}
