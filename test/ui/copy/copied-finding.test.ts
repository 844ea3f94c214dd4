import { beforeEach, expect, it } from 'vitest';
import type { ReportCredential, ReportFinding } from '../../../src/engine/report/report.js';
import { findingMarkdown } from '../../../src/ui/copy/copied-finding.js';
import { plainMarkdown } from '../../../src/ui/copy/quote.js';
import { installCatalogue } from '../../../src/ui/i18n.js';
import { catalogueOf } from '../../fixtures/messages.js';

const finding: ReportFinding = {
  ruleId: 'cookie-missing-httponly',
  key: 'k',
  severity: 'high',
  about: {
    site: 'https://shop.test',
    credentialId: 'c1',
    flowId: null,
    exchange: null,
  } as ReportFinding['about'],
  credentialId: 'c1',
  title: 'A cookie can be read by scripts',
  why: 'Scripts read it.',
  fix: 'Add HttpOnly:\n\n    Set-Cookie: <name>=<value>; HttpOnly',
  breaks: 'Scripts that read it.',
  evidence: [
    {
      text: 'The cookie a_b*c of shop.test has no HttpOnly attribute.',
      exchange: { id: 'r1', method: 'POST', url: 'https://shop.test/login' },
    },
  ],
  references: ['CWE-1004', 'RFC 6265bis §4.1.2.6'],
  suppressed: null,
};
const remedy: ReportCredential['remedy'] = {
  sent: [{ text: 'sid=s…(82)', change: 'same' }],
  better: [
    { text: 'sid=s…(82)', change: 'same' },
    { text: 'HttpOnly', change: 'added' },
  ],
  notes: [],
  settings: {
    framework: 'express-session',
    lines: ['session({ cookie: { httpOnly: true } })'],
    docs: 'https://example.org/',
  },
};

beforeEach(() => installCatalogue(catalogueOf('en')));

it('is a ticket with the line that was sent, the one to send, and the setting', () => {
  const lines = findingMarkdown(finding, 'a_b*c', { remedy }).split('\n');
  expect(lines[0]).toBe('## A cookie can be read by scripts');
  expect(lines).toContain('high · `a_b*c` · `https://shop.test`');
  expect(lines).toContain(
    '- The cookie a\\_b\\*c of shop.test has no HttpOnly attribute. (`POST https://shop.test/login`)',
  );
  expect(lines).toContain('- was sent: `Set-Cookie: sid=s…(82)`');
  expect(lines).toContain('- should be: `Set-Cookie: sid=s…(82); HttpOnly`');
  expect(lines).toContain('    session({ cookie: { httpOnly: true } })');
  expect(lines.at(-1)).toBe('CWE-1004 · RFC 6265bis §4.1.2.6');
});

it('has no line where there is none', () => {
  expect(findingMarkdown(finding, 'x')).not.toContain('was sent');
});

it('lets nothing of a page become markup', () => {
  expect(plainMarkdown('<img src=x>\n[a](b) `c`')).toBe('\\<img src=x\\> \\[a\\](b) \\`c\\`');
});
