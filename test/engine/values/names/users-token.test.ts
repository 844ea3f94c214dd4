import { expect, it } from 'vitest';
import { isUsersToken } from '../../../../src/engine/values/names/users-token.js';

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
