import { describe, expect, it } from 'vitest';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { har } from '../../support/redacted-har.js';

const written = (...parts: Parameters<typeof har>) => JSON.stringify(redactHar(har(...parts)).har);

describe('an address', () => {
  it.each([
    ['a code', '/verify/482913', '482913'],
    ['a code of four digits', '/otp/4829', '4829'],
    ['a link that is shared', '/s/R4k7Qz2Xb/download', 'R4k7Qz2Xb'],
    ['an id in a parameter', '/login?tab_id=30-QZk7Xb2w', '30-QZk7Xb2w'],
    ['a password', '/login/email/a@b.co/pass/zebramountain/x', 'zebramountain'],
    ['a password in a fragment', '/#/user/ann/password/zebramountain', 'zebramountain'],
    ['a short address of mail', '/login/email/t%40t.co/x', 't%40t.co'],
    ['a short address of mail in a query', '/x?e=t%40t.co', 't%40t.co'],
    ['an id in braces', '/return?h=%7BHMAC%7D%7BR4k7Qz2Xb9%7D', 'R4k7Qz2Xb9'],
  ])('leaves %s nowhere', (_what, path, secret) => {
    const text = written(
      { url: `https://shop.test${path}` },
      { sent: [['Referer', `https://shop.test${path}`]] },
    );
    expect(text).not.toContain(secret);
    expect(text).toContain(path.slice(0, 3));
  });

  it('leaves a code neither in what it was told by nor in what it is sent with', () => {
    const content = { mimeType: 'application/json', text: '{"hint":"482913","rows":482914}' };
    const text = written({ url: 'https://shop.test/verify/482913', content });
    expect(text).not.toContain('482913');
    expect(text).toContain('482914');
  });

  it.each([
    '/orders/482913',
    '/password/reset',
    '/s/settings',
    '/p?device=iPhone15ProMax',
    '/verify/2026/page',
  ])('leaves %s as it is', (path) => {
    const url = `https://shop.test${path}`;
    expect(written({ url })).toContain(url);
  });
});
