import { describe, expect, it } from 'vitest';
import { FRAMEWORKS } from '../../../../src/engine/remedies/frameworks/index.js';
import { defaultNameOf } from '../../../../src/engine/rules/session/default-names.js';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

// What a framework calls its session stands in three tables for three questions: they agree.

const DEFAULTS = [
  'PHPSESSID',
  'JSESSIONID',
  'ASP.NET_SessionId',
  '.ASPXAUTH',
  'ASPSESSIONIDABCDEFGH',
  '.AspNetCore.Session',
  '.AspNetCore.CookiesC1',
  '.AspNetCore.Identity.Application',
  '.AspNet.ApplicationCookie',
  'connect.sid',
  'express:sess',
  'express.sess',
  'koa.sess',
  'koa:sess',
  'laravel_session',
  'laravel-session',
  'ci_session',
  'CAKEPHP',
  'CFTOKEN',
  'rack.session',
  'PLAY_SESSION',
  'beaker.session.id',
  'yii_session',
  'advanced-backend',
  'next-auth.session-token',
  '__Secure-next-auth.session-token',
  '__Secure-authjs.session-token.12',
  '__Host-authjs.session-token',
  'appSession.1',
  'mojolicious',
  'dancer.session',
  'vertx-web.session',
  'JSESSIONIDSSO',
];

describe('the name that a framework gives its session', () => {
  it.each(DEFAULTS)('%s is a default and a session', (name) => {
    expect(defaultNameOf(name)).toBeDefined();
    expect(hintOf(name)?.role).toBe('session');
  });

  it.each(['laravel-session', 'express.sess', '__Secure-authjs.session-token.12', 'koa:sess'])(
    '%s has a remedy in its framework’s words',
    (name) => expect(FRAMEWORKS.some(({ cookie }) => cookie?.test(name))).toBe(true),
  );
});
