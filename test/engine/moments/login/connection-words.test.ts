import { describe, expect, it } from 'vitest';
import { isForConnection } from '../../../../src/engine/moments/login/connection-words.js';
import { json } from '../../../support/bodies.js';
import { hex, momentsOf, post } from '../../../support/shop-moments.js';

const WHO = { host: 'mail.other.test', username: 'mailer', password: 'correct horse' };

describe('an address for the settings of a connection', () => {
  it.each([
    '/api/smtp/test',
    '/api/wifi/join',
    '/cgi-bin/wlan.cgi',
    '/settings/test-connection',
    '/api/datasources/7/verify',
    '/api/ldap/test',
    '/testDatabase.php',
    '/admin/mail-server/save',
    '/api/v1/repositories/validate',
    '/mqtt',
  ])('%s', (path) => {
    expect(isForConnection(`https://shop.test${path}`)).toBe(true);
  });

  it.each([
    '/auth/ldap',
    '/api/login',
    '/connect/token',
    '/connect',
    '/check',
    '/servers/7',
    '/api/auth/verify',
    '/db/index.php',
    '/blog/wifi-in-the-train',
    '/smtp-for-beginners',
  ])('none is %s', (path) => {
    expect(isForConnection(`https://shop.test${path}`)).toBe(false);
  });
});

describe('the password of a connection', () => {
  const sent = (path: string, answer: object) =>
    post(path, { type: 'fetch', requestBody: json(WHO), responseBody: json(answer) });

  it('is no login where nothing is given for it', () => {
    expect(momentsOf([sent('/api/smtp/test', { success: true, message: 'sent' })])).toEqual([]);
  });

  it('is one where it is', () => {
    const gave = sent('/api/database/connect', { token: hex(40) });
    expect(momentsOf([gave])).toEqual(['login shop.test /api/database/connect']);
  });
});
