import { describe, expect, it } from 'vitest';
import { frameworkOf, settingsFor } from '../../../src/engine/remedies/framework-settings.js';
import { FRAMEWORKS } from '../../../src/engine/remedies/frameworks/index.js';
import type { CookieDraft } from '../../../src/engine/rules/cookie-draft.js';
import { cookie } from '../../support/credential.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

const bare: CookieDraft = {
  name: 'PHPSESSID',
  path: '/',
  maxAge: 600,
  secure: false,
  httpOnly: false,
  sameSite: 'unset',
  partitioned: false,
};

describe('the framework of a cookie', () => {
  it.each([
    ['PHPSESSID', 'u3vkq0f6n2m1', 'PHP'],
    ['koa.sess', 'eyJ1c2VyIjoiYWRhIn0=', 'koa-session'],
    ['express:sess', 'eyJ1c2VyIjoiYWRhIn0=', 'cookie-session'],
    ['JSESSIONID', '0A1B2C', 'Jakarta Servlet (Tomcat, Jetty)'],
    ['JSESSIONID.9f86d081', 'node01abc', 'Jakarta Servlet (Tomcat, Jetty)'],
    ['__Secure-authjs.session-token', 'x', 'Auth.js'],
    ['SSESS9f86d081884c7d659a2feaa0c55ad015', 'x', 'Drupal'],
    ['.AspNetCore.Identity.Application', 'x', 'ASP.NET Core'],
  ])('%s=%s is of %s', (name, value, framework) => {
    expect(frameworkOf({ name, value })?.name).toBe(framework);
  });

  it.each(['sid', 'session', 'SESSION_TOKEN', 'mySESSION', 'xJSESSIONID', 'token'])(
    '%s may be of any',
    (name) => {
      expect(frameworkOf({ name, value: 'kR7mW2xQ9vT4bN8z' })).toBeUndefined();
    },
  );

  it.each([
    ['Express', 'express-session'],
    ['Flask', 'Flask'],
    ['Laravel', 'Laravel'],
    ['Rails', 'Rails'],
    ['Django', 'Django'],
  ])(
    'is told from the form that %s gives to a value, whatever the name is',
    (signer, framework) => {
      const value = SIGNED_BUILDERS[signer]?.(new Seeded(signer)) ?? '';
      for (const one of [value, encodeURIComponent(value)]) {
        expect(frameworkOf({ name: 'PHPSESSID', value: one })?.name).toBe(framework);
      }
    },
  );
});

describe('its settings', () => {
  it('are those of what changes', () => {
    const { maxAge: _age, ...better } = { ...bare, secure: true };
    expect(settingsFor(cookie({ name: 'PHPSESSID' }), bare, better)).toMatchObject({
      framework: 'PHP',
      lines: ['php.ini: session.cookie_secure = 1', 'php.ini: session.cookie_lifetime = 0'],
    });
  });

  it('are none where nothing changes, or no framework is known', () => {
    expect(settingsFor(cookie({ name: 'PHPSESSID' }), bare, bare)).toBeUndefined();
    expect(settingsFor(cookie({ name: 'sid' }), bare, { ...bare, secure: true })).toBeUndefined();
  });

  it.each(FRAMEWORKS)(
    'of $name are known by something of its own',
    ({ cookie: own, signer, settings, docs }) => {
      expect(own ?? signer).toBeDefined();
      expect(Object.keys(settings).length).toBeGreaterThan(1);
      expect(docs).toMatch(/^https:/);
    },
  );
});
