import { describe, expect, it } from 'vitest';
import { comparison, json, USER, seen, redirect } from '../../support/compared-answers.js';

describe('the print of an answer', () => {
  const compared = comparison([json(USER), json(USER)], json({ user: null }));

  it('is the same where the answer is, and another one where it is not', () => {
    const [one, two] = [json(USER), json({ user: { ...USER.user, id: 8 } })];
    expect(compared.print(seen(one)).fingerprint).toBe(compared.print(seen(two)).fingerprint);
    const other = compared.print(seen(json({ user: null }))).fingerprint;
    expect(other).not.toBe(compared.print(seen(one)).fingerprint);
    expect(other).toMatch(/^[0-9a-f]{12}$/);
  });

  it('shows where they differ, and nothing of what stands there', () => {
    const { differs, kind } = compared.print(seen(json({ user: null })));
    expect(kind).toBe('different');
    expect(differs).toEqual({ before: '/user: object', after: '/user: null' });
    expect(JSON.stringify(compared.print(seen(json({ user: { id: 7 } }))))).not.toContain('alice');
  });

  it('has an address without its query and its secrets', () => {
    const secret = 'r4nd0mV4lu3Th4tN0b0dyGu3ss3s';
    const { location, kind } = compared.print(seen(redirect(`/login/${secret}?next=/a`)));
    expect(kind).toBe('login');
    expect(location).not.toContain(secret);
    expect(location).not.toContain('next');
  });
});
