import { expect, it } from 'vitest';
import { isThingsToken, isUsersToken } from '../../../../src/engine/values/names/users-token.js';

it.each(['token', 'satoken', 'userToken', 'X-USER-TOKEN', 'tokenValue', 'token_str', 'app:jwt'])(
  'calls a user’s token so: %s',
  (name) => {
    expect(isUsersToken(name)).toBe(true);
  },
);

it.each([
  'csrfToken',
  'captcha-token',
  'shareToken',
  'nextToken',
  'tokens',
  'tokenId',
  'deviceToken',
])('calls something else so: %s', (name) => {
  expect(isUsersToken(name)).toBe(false);
});

it.each([
  'captchaToken',
  '/data/upload_token',
  'push-token',
  'mapToken',
  'X-Cart-Token',
  'guestId',
])('calls the token of a thing, or of nobody, so: %s', (name) => {
  expect(isThingsToken(name)).toBe(true);
});

it.each(['token', 'userToken', 'clientToken', 'deviceToken', 'captcha', 'bootstrapToken'])(
  'leaves open whose %s is',
  (name) => {
    expect(isThingsToken(name)).toBe(false);
  },
);
