import { describe, expect, it } from 'vitest';
import {
  isGivenCode,
  isNoPassword,
  leadsSomewhere,
  saysNothing,
} from '../../../src/engine/redaction/judged.js';

describe('a value by its looks and its name', () => {
  it.each([
    ['code', '185539'],
    ['Code', '185539'],
    ['user_code', 'WDJB-MJHT'],
    ['verificationCode', '48392011'],
  ])('is a code that somebody is given: %s=%s', (name, value) => {
    expect(isGivenCode(name, value)).toBe(true);
  });

  it.each([
    ['code', 'DE'],
    ['Code', 'NoSuchKey'],
    ['code', '404'],
    ['errorCode', '100234'],
    ['country_code', '123456'],
    ['amount', '185539'],
    ['user_code', 'SPRINGS'],
  ])('is none: %s=%s', (name, value) => {
    expect(isGivenCode(name, value)).toBe(false);
  });

  it('leads somewhere by its name alone where it is a path', () => {
    expect(leadsSomewhere('passwordUrl', '/reset')).toBe(true);
    expect(leadsSomewhere('password', '/reset')).toBe(false);
    expect(isNoPassword('forgotPasswordUrl', 'https://shop.test/forgot')).toBe(true);
    expect(isNoPassword('password', 'https://shop.test/forgot')).toBe(false);
  });

  it.each([
    'Blue chair',
    '4.25',
    'true',
    '1767603600',
    'FormsAuthentication',
    'token:software:totp',
    'up/a.png',
    'assets/2026/logo-dark.svg',
  ])('says nothing: %s', (value) => {
    expect(saysNothing(value)).toBe(true);
  });

  it.each(['AbKdPqXz', 'IwUctKdRmq', 'up/R4k7Qz2X', 'R4k7Qz2X', '4/0AbCdEf.x1'])(
    'may say something: %s',
    (value) => {
      expect(saysNothing(value)).toBe(false);
    },
  );
});
