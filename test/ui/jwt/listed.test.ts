import { expect, it } from 'vitest';
import { listedWords } from '../../../src/ui/jwt/listed.js';

it.each([
  ['scope', 'a:read  b:write', ['a:read', 'b:write']],
  ['scp', 'User.Read Mail.Read', ['User.Read', 'Mail.Read']],
  ['scp', ['a', 'b'], ['a', 'b']],
  ['roles', ['admin'], ['admin']],
  ['role', 'admin of all', ['admin of all']],
  ['permissions', ['orders:read'], ['orders:read']],
  ['cognito:groups', ['staff'], ['staff']],
  ['aud', ['https://a.test', 'b'], ['https://a.test', 'b']],
  ['aud', 'https://a.test', undefined],
  ['name', 'Ada Lovelace', undefined],
  ['roles', [], undefined],
  ['roles', [1, 'a'], undefined],
  ['realm_access', { roles: ['a'] }, undefined],
  ['scope', null, undefined],
])('%s %j', (name, value, expected) => {
  expect(listedWords(name, value)).toEqual(expected);
});
