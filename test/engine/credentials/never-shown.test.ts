import { describe, expect, it } from 'vitest';
import { isNeverShown } from '../../../src/engine/credentials/never-shown.js';
import { cookie, credential } from '../../support/credential.js';

const exchange = { id: 'e1', method: 'POST', url: 'https://shop.example/login' };

describe('what nobody is shown', () => {
  it('is a password, whatever it is called and how it is written', () => {
    const held = cookie({ behaviour: { holdsPassword: { held: 'hash', exchange } } });
    expect(isNeverShown(held)).toBe(true);
    expect(isNeverShown(cookie({ name: 'pass', value: 'hunter2' }))).toBe(true);
    expect(isNeverShown(credential({ format: 'basic', value: '0'.repeat(32) }))).toBe(true);
  });

  it('is no session, and no flag', () => {
    expect(isNeverShown(cookie({ name: 'session' }))).toBe(false);
    expect(isNeverShown(cookie({ name: 'pass', value: 'true' }))).toBe(false);
  });
});
