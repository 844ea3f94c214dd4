import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { NamedPasswords } from '../../../../src/engine/normalize/passwords/named-passwords.js';
import { isOfThing } from '../../../../src/engine/normalize/passwords/thing-password.js';

describe('a field for the password of a thing', () => {
  it.each([
    'psk',
    'wpa_key',
    'wifiPassword',
    'wifi[password]',
    '/network/wlan/passphrase',
    'file_password',
    'pdf-pass',
    'smtpPassword',
    'proxy.pwd',
    'pfx_passphrase',
  ])('is told by its name: %s', (pointer) => expect(isOfThing({ pointer })).toBe(true));

  it.each(['password', 'profile_password', 'userpass', 'db_password', 'zipper', 'geheimwort', ''])(
    'is none where nothing says so: %s',
    (pointer) => expect(isOfThing({ pointer })).toBe(false),
  );

  it.each([
    ['psk', true],
    ['geheimwort', undefined],
  ])('stays one where the page says that it is a password: %s', (name, weakPassword) => {
    const body = readBody('application/x-www-form-urlencoded', `${name}=q9Xv27LmTz0aB4cD&net=home`);
    const sent = new NamedPasswords([name]).sent(body);
    expect(sent.passwordField).toBe(name);
    expect(sent.weakPassword).toBe(weakPassword);
  });
});
