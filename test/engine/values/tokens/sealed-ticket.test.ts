import { describe, expect, it } from 'vitest';
import { holdsOf } from '../../../../src/engine/values/holds.js';
import { isSealedTicket } from '../../../../src/engine/values/tokens/sealed-ticket.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('sealed tickets');
const hex = (bytes: number) => random.bytes(bytes).toString('hex').toUpperCase();
const base64 = (bytes: number) => random.bytes(bytes).toString('base64');

describe('a sealed login ticket', () => {
  it.each([
    ['.ASPXAUTH', hex(160)],
    ['.aspxauth', hex(112)],
    ['.MONOAUTH', base64(80)],
    ['.AspNet.ApplicationCookie', random.bytes(300).toString('base64url')],
    ['.AspNet.CookiesC1', random.bytes(300).toString('base64url')],
    ['FedAuth', base64(600)],
    ['FedAuth1', base64(200)],
    ['LtpaToken2', base64(240)],
    ['MYSAPSSO2', base64(220)],
    ['SMSESSION', base64(300)],
    ['OAMAuthnCookie_shop.test:443', base64(150)],
  ])('is told by the documented name and a value that can be one: %s', (name, value) => {
    expect(isSealedTicket(name, value)).toBe(true);
    expect(holdsOf({ name, value, format: 'opaque' })).toBe('sealed');
  });

  it.each([
    ['an id under that name', '.ASPXAUTH', hex(16)],
    ['a placeholder', 'SMSESSION', 'LOGGEDOFF'],
    ['a text', 'FedAuth', 'the session is over, and this is no ticket at all'],
    ['a long value under another name', 'ASPXAUTH', hex(160)],
    ['a name that only begins so', 'LtpaTokenExpiry', base64(80)],
  ])('is not %s', (_, name, value) => {
    expect(isSealedTicket(name, value)).toBe(false);
  });
});
