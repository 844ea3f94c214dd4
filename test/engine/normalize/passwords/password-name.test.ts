import { describe, expect, it } from 'vitest';
import { isNamedPassword } from '../../../../src/engine/normalize/passwords/password-name.js';

describe('a header that is named a password', () => {
  it('says so in full', () => {
    expect(['x-password', 'x-kennwort'].every(isNamedPassword)).toBe(true);
    expect(['x-pass', 'pw'].some(isNamedPassword)).toBe(false);
  });
});
