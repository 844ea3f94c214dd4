// Packages without types of their own.
declare module '@hapi/crumb' {
  import type { Plugin } from '@hapi/hapi';

  const crumb: Plugin<{ cookieOptions?: { isSecure?: boolean } }>;
  export default crumb;
}
