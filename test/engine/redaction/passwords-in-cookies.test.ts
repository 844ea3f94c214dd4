import { describe, expect, it } from 'vitest';
import { readHar } from '../../../src/engine/normalize/sources/har.js';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { COOKIES, visit, WRITINGS } from '../../support/password-cookie-visit.js';

describe('a redacted file', () => {
  it.each(COOKIES)('has no password in the cookie %s', (name, value) => {
    const { har, replaced } = redactHar(visit(name, value));
    const text = JSON.stringify(har);
    expect([...WRITINGS, value].filter((one) => text.includes(one))).toEqual([]);
    expect(replaced.map((one) => one.name)).toContain('password');
    expect(readHar(har).exchanges).toHaveLength(3);
  });

  it('leaves a setting beside it as it is', () => {
    const text = JSON.stringify(redactHar(visit('theme', 'dark')).har);
    expect(text).toContain('theme=dark');
  });
});
