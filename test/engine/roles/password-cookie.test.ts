import { describe, expect, it } from 'vitest';
import { passwordIn } from '../../../src/engine/roles/password-cookie.js';
import { cookie } from '../../support/credential.js';

const exchange = { id: 'e1', method: 'POST', url: 'https://shop.example/login' };
const named = (value: string) => passwordIn(cookie({ name: 'password', value }));

describe('a cookie with a password', () => {
  it('was compared with one, or is only called so', () => {
    const holdsPassword = { held: 'plain', exchange } as const;
    expect(passwordIn(cookie({ name: 'x', behaviour: { holdsPassword } }))).toBe('compared');
    expect(['hunter2', 'correct%20horse', 'f3a9c1d2'].map(named)).toEqual([
      'named',
      'named',
      'named',
    ]);
  });

  it('holds what may be one', () => {
    const others = [
      '',
      '1',
      '0',
      'true',
      '1700000000',
      '1.2',
      '/reset',
      'https://a.test/',
      'deleted',
    ];
    expect([...others, 'changed', 'guest', '****', '2026-01-02T03:04:05Z'].map(named)).toEqual(
      Array.from({ length: 13 }, () => undefined),
    );
  });

  it('is called one', () => {
    expect(passwordIn(cookie({ name: 'session', value: 'hunter2' }))).toBeUndefined();
  });
});
