import crumb from '@hapi/crumb';
import Hapi from '@hapi/hapi';
import yar from '@hapi/yar';
import { formVisit } from '../support/drive.js';
import {
  accountPage,
  homePage,
  isUser,
  loginPage,
  PROFILE,
  type SiteOptions,
} from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'hapi-yar.test';

/**
 * hapi's session with the state on the server, and crumb's CSRF cookie with the same value in
 * forms.
 */
export const stack: Stack = {
  name: 'hapi-yar',
  half: 'held-out',
  docs: [
    // "name: Determines the name of the cookie used to store session information. Defaults to
    // session"; "maxCookieSize: … Set to zero to always use server-side storage"; the cookie is
    // sealed by iron.
    'https://hapi.dev/module/yar/api/',
    // "key: the name of the cookie to store the csrf crumb into. Defaults to crumb."
    'https://hapi.dev/module/crumb/api/',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'crumb', role: 'csrf' },
      { carrier: 'body', name: /^(input\[crumb\]|crumb)$/, role: 'csrf' },
    ],
  },
  start,
  visit: formVisit(),
};

async function start(): Promise<Running> {
  const server = Hapi.server({ host: '127.0.0.1', port: 0 });
  await server.register([
    {
      plugin: yar,
      options: {
        maxCookieSize: 0,
        storeBlank: true,
        cookieOptions: {
          password: 'a password with minimum length of 32 characters',
          isSecure: false,
        },
      },
    },
    { plugin: crumb, options: { cookieOptions: { isSecure: false } } },
  ]);
  server.route([...openRoutes(), ...closedRoutes()]);
  await server.start();
  return { url: `http://${HOST}:${server.info.port}`, stop: () => server.stop({ timeout: 100 }) };
}

function openRoutes(): Hapi.ServerRoute[] {
  return [
    { method: 'GET', path: '/', handler: (request) => homePage(csrfOf(request)) },
    { method: 'GET', path: '/login', handler: (request) => loginPage(csrfOf(request)) },
    {
      method: 'POST',
      path: '/login',
      handler: (request, h) => {
        const { username, password } = request.payload as Record<string, string>;
        if (!isUser(username, password)) return h.response(loginPage()).code(401);
        request.yar.reset();
        request.yar.set('user', username);
        return h.redirect('/account');
      },
    },
  ];
}

function closedRoutes(): Hapi.ServerRoute[] {
  const pre: Hapi.RouteOptionsPreArray = [
    {
      method: (request, h) =>
        request.yar.get('user') ? h.continue : h.redirect('/login').takeover(),
    },
  ];
  return [
    {
      method: 'GET',
      path: '/account',
      options: { pre },
      handler: (request) => accountPage(csrfOf(request)),
    },
    { method: 'GET', path: '/api/profile', options: { pre }, handler: () => PROFILE },
    {
      method: 'POST',
      path: '/account',
      options: { pre },
      handler: (_, h) => h.redirect('/account'),
    },
    {
      method: 'POST',
      path: '/logout',
      options: { pre },
      handler: (request, h) => {
        request.yar.reset();
        return h.redirect('/');
      },
    },
  ];
}

function csrfOf(request: Hapi.Request): SiteOptions {
  return { csrf: { name: 'crumb', value: (request.plugins as { crumb?: string }).crumb ?? '' } };
}
