import { expect, it } from 'vitest';
import { at, cookie, hex } from '../../../support/box-site.js';
import { momentsTold } from '../../../support/moments-told.js';
import { form } from '../../../support/bodies.js';

// A CAS server sends the browser to a service with a ticket (CAS Protocol §3.1).

const ticket = `ST-12-${hex()}`;
const CAS = 'https://cas.uni.test/cas/login?service=https%3A%2F%2Fbox.test%2F';
const given = () =>
  at('/', {
    url: CAS,
    method: 'POST',
    requestBody: form('username=ada&password=x'),
    status: 302,
    redirectUrl: `https://box.test/?ticket=${ticket}`,
    gets: { 'set-cookie': `TGC=${hex()}; Path=/cas` },
  });
const brought = (more: object = {}) =>
  at(`/?ticket=${ticket}`, { status: 302, redirectUrl: 'https://box.test/', ...more });
const logins = (...steps: ReturnType<typeof at>[]) =>
  momentsTold(steps).map((one) => one.replace(/\?.*/, ''));

it('logs in at the service as well, to the session that was there', () => {
  expect(logins(given(), brought())).toEqual(['login /cas/login', 'login /']);
});

it('logs in with a session of its own, whether or not it is taken out of the address', () => {
  expect(logins(given(), brought({ gets: cookie() }))).toEqual(['login /cas/login', 'login /']);
  const shown = at(`/?ticket=${ticket}`, { gets: cookie() });
  expect(logins(shown)).toEqual(['login /']);
});

it.each([
  ['is turned down', { status: 403 }],
  ['is sent back', { redirectUrl: CAS }],
  ['stays in the address', { redirectUrl: `https://box.test/home?ticket=${ticket}` }],
])('logs nobody in where it %s', (_, more) => {
  expect(logins(brought(more))).toEqual([]);
});
