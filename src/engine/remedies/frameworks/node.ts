import type { Framework } from './framework.js';

export const NODE: readonly Framework[] = [
  {
    name: 'express-session',
    cookie: /^connect\.sid$/,
    signer: 'Express',
    settings: {
      secure: "app.set('trust proxy', 1); session({ cookie: { secure: true } })",
      httpOnly: 'session({ cookie: { httpOnly: true } })',
      sameSite: "session({ cookie: { sameSite: 'lax' } })",
      end: 'session({ cookie: { maxAge: null } })',
      domain: 'session({ cookie: { domain: undefined } })',
      path: "session({ cookie: { path: '/' } })",
      name: "session({ name: '__Host-sid' })",
    },
    docs: 'https://github.com/expressjs/session#api',
  },
  {
    name: 'cookie-session',
    cookie: /^express[.:]sess$/,
    settings: {
      secure: "app.set('trust proxy', 1); cookieSession({ secure: true })",
      httpOnly: 'cookieSession({ httpOnly: true })',
      sameSite: "cookieSession({ sameSite: 'lax' })",
      end: 'cookieSession({ maxAge: undefined })',
      domain: 'cookieSession({ domain: undefined })',
      path: "cookieSession({ path: '/' })",
      name: "cookieSession({ name: '__Host-session' })",
    },
    docs: 'https://github.com/expressjs/cookie-session#api',
  },
  {
    name: 'koa-session',
    cookie: /^koa[.:]sess$/,
    settings: {
      secure: 'app.proxy = true; session({ secure: true }, app)',
      httpOnly: 'session({ httpOnly: true }, app)',
      sameSite: "session({ sameSite: 'lax' }, app)",
      end: "session({ maxAge: 'session' }, app)",
      domain: 'session({ domain: undefined }, app)',
      path: "session({ path: '/' }, app)",
      name: "session({ key: '__Host-session' }, app)",
    },
    docs: 'https://github.com/koajs/session#options',
  },
  {
    name: 'Auth.js',
    cookie: /^(?:__Secure-|__Host-)?(?:next-auth|authjs)\.session-token(?:\.\d+)?$/,
    settings: {
      secure: 'NextAuth({ useSecureCookies: true })',
      httpOnly: 'NextAuth({ cookies: { sessionToken: { options: { httpOnly: true } } } })',
      sameSite: "NextAuth({ cookies: { sessionToken: { options: { sameSite: 'lax' } } } })",
      end: 'NextAuth({ session: { maxAge: 24 * 60 * 60 } })',
      domain: 'NextAuth({ cookies: { sessionToken: { options: { domain: undefined } } } })',
      name: "NextAuth({ cookies: { sessionToken: { name: '__Host-authjs.session-token' } } })",
    },
    docs: 'https://authjs.dev/reference/core#cookies',
  },
  {
    name: 'Better Auth',
    cookie: /^(?:__Secure-)?better-auth\.session_token$/,
    settings: {
      secure: 'betterAuth({ advanced: { useSecureCookies: true } })',
      httpOnly: 'betterAuth({ advanced: { defaultCookieAttributes: { httpOnly: true } } })',
      sameSite: "betterAuth({ advanced: { defaultCookieAttributes: { sameSite: 'lax' } } })",
      end: 'betterAuth({ session: { expiresIn: 60 * 60 * 24 } })',
      domain: 'betterAuth({ advanced: { crossSubDomainCookies: { enabled: false } } })',
    },
    docs: 'https://www.better-auth.com/docs/concepts/cookies',
  },
  {
    name: 'iron-session',
    signer: 'iron-session',
    settings: {
      secure: 'getIronSession(cookies, { cookieOptions: { secure: true } })',
      httpOnly: 'getIronSession(cookies, { cookieOptions: { httpOnly: true } })',
      sameSite: "getIronSession(cookies, { cookieOptions: { sameSite: 'lax' } })",
      end: 'getIronSession(cookies, { cookieOptions: { maxAge: undefined } })',
      domain: 'getIronSession(cookies, { cookieOptions: { domain: undefined } })',
      path: "getIronSession(cookies, { cookieOptions: { path: '/' } })",
      name: "getIronSession(cookies, { cookieName: '__Host-session' })",
    },
    docs: 'https://github.com/vvo/iron-session#session-options',
  },
  {
    name: 'hapi',
    signer: 'hapi iron',
    settings: {
      secure:
        'yar: { cookieOptions: { isSecure: true } } · @hapi/cookie: { cookie: { isSecure: true } }',
      httpOnly:
        'yar: { cookieOptions: { isHttpOnly: true } } · @hapi/cookie: { cookie: { ' +
        'isHttpOnly: true } }',
      sameSite:
        "yar: { cookieOptions: { isSameSite: 'Lax' } } · @hapi/cookie: { cookie: { " +
        "isSameSite: 'Lax' } }",
      end: 'yar: { cookieOptions: { ttl: null } } · @hapi/cookie: { cookie: { ttl: null } }',
      domain:
        'yar: { cookieOptions: { domain: null } } · @hapi/cookie: { cookie: { domain: null } }',
      path: "yar: { cookieOptions: { path: '/' } } · @hapi/cookie: { cookie: { path: '/' } }",
      name:
        "yar: { name: '__Host-session' } · @hapi/cookie: { cookie: { name: " +
        "'__Host-session' } }",
    },
    docs: 'https://hapi.dev/module/yar/api/',
  },
  {
    name: 'Fastify secure session',
    signer: 'Fastify secure session',
    settings: {
      secure: 'fastify.register(secureSession, { cookie: { secure: true } })',
      httpOnly: 'fastify.register(secureSession, { cookie: { httpOnly: true } })',
      sameSite: "fastify.register(secureSession, { cookie: { sameSite: 'lax' } })",
      end: 'fastify.register(secureSession, { cookie: { maxAge: undefined } })',
      domain: 'fastify.register(secureSession, { cookie: { domain: undefined } })',
      path: "fastify.register(secureSession, { cookie: { path: '/' } })",
      name: "fastify.register(secureSession, { cookieName: '__Host-session' })",
    },
    docs: 'https://github.com/fastify/fastify-secure-session#options',
  },
];
