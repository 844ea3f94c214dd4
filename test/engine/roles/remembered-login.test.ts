import { describe, expect, it } from 'vitest';
import { DAYS, exchange, T0 } from '../../support/credential.js';
import { judged, sid } from '../../support/judged.js';

describe('the long-lived cookie of a login', () => {
  const remembered = sid({
    name: 'clubpass',
    attributes: { persistent: true },
    expires: 'at',
    expiresAt: T0 + 30 * DAYS,
    behaviour: { issuedAtLogin: exchange() },
  });

  it('is remembered beside a session, and the session where there is none', () => {
    expect(judged(remembered).role).toBe('remember-me');
    const alone = judged(remembered, { loginGave: false, standsAlone: true });
    expect([alone.role, alone.evidence[0]!.key]).toEqual(['session', 'evidence_stands_alone']);
  });

  it('is none where it never comes to the login: it can spare nobody the password', () => {
    const url = `${remembered.origin}/hub/login`;
    const roleAt = (path: string) =>
      judged({
        ...remembered,
        attributes: { ...remembered.attributes!, path },
        behaviour: { issuedAtLogin: exchange({ url }) },
      }).role;
    expect(['/', '/hub', '/hub/'].map(roleAt)).toEqual(Array(3).fill('remember-me'));
    expect(['/user/ada/', '/hubs'].map(roleAt)).toEqual(['session', 'session']);
  });

  it('is none that no login gave', () => {
    const { role } = judged(
      { ...remembered, name: 'remember_token', behaviour: {} },
      { loginGave: false, standsAlone: true },
    );
    expect(role).toBe('remember-me');
  });
});
