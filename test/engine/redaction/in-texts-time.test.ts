import { describe, expect, it } from 'vitest';
import { redacted, html } from '../../support/redacted-text.js';
import { THOROUGH } from '../../support/thorough.js';

describe('redaction of what is no form of its own', THOROUGH, () => {
  it.each<[what: string, unit: string]>([
    ['names', 'password='],
    ['names of one sign', 'a:'],
    ['fields that do not end', '<input type="password" '],
    ['schemes', 'Bearer '],
    ['open quotes', 'x="'],
    ['lines', '\n- token: '],
    ['equals', '='],
    ['addresses', '://'],
    ['names behind names', 'token: '],
    ['keys that do not end', '-----BEGIN PRIVATE KEY-----'],
    ['parameters that do not end', `<methodCall><param><value>${' '.repeat(1_100)}x `],
  ])('is done in time that grows with the text: %s', (_, unit) => {
    const time = (count: number): number => {
      const answered = `${unit.repeat(Math.ceil(count / unit.length))} x`;
      const from = process.cpuUsage();
      redacted({ answered });
      redacted({ mime: html, answered });
      redacted({ message: answered });
      return process.cpuUsage(from).user;
    };
    time(20_000);
    expect(time(400_000) / Math.max(time(50_000), 2_000)).toBeLessThan(40);
  });

  it('does not look into what it has looked into', () => {
    let text = 'x';
    for (let level = 0; level < 40; level++) text = `token:${'!'.repeat(260)}token=${text}`;
    const from = process.cpuUsage();
    redacted({ answered: text });
    expect(process.cpuUsage(from).user).toBeLessThan(2_000_000);
  });
});
