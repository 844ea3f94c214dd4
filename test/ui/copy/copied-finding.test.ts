import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingMarkdown } from '../../../src/ui/copy/copied-finding.js';
import { markdownProse } from '../../../src/engine/report/formats/markdown-text.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const { findings, credentials } = fixtureReport(0);
const WORDS = {
  where: 'Where',
  evidence: 'Why it is told',
  why: 'Why it matters',
  fix: 'What to change',
  breaks: 'What the change may break',
  severity: 'high',
  sent: 'was sent',
  better: 'should be',
};

describe('a finding as Markdown', () => {
  const [finding] = findings.filter(({ ruleId }) => ruleId === 'cookie-missing-httponly');
  const credential = credentials.find(({ id }) => id === finding?.credentialId);

  it('says what, where, why, what to change and what that may break', () => {
    const told = { subject: 'JSESSIONID', credential, words: WORDS };
    const written = findingMarkdown(finding!, told);
    expect(written).toContain(`### ${finding!.title}`);
    expect(written).toContain('- high, `cookie-missing-httponly`');
    expect(written).toContain('- Where: `JSESSIONID`, `https://shop.test`');
    for (const word of ['Why it matters', 'What to change', 'What the change may break'])
      expect(written).toContain(`**${word}**`);
    expect(written).toContain('\nwas sent:\n\n    Set-Cookie: JSESSIONID=');
    expect(written).toContain('\nshould be:\n\n    Set-Cookie: JSESSIONID=<value>; ');
    expect(written).toContain(finding!.references[0]);
  });

  it('names the setting of the framework, and no line that was not seen', () => {
    const settings = { framework: 'Express', lines: ['session({})'], docs: 'https://example.org/' };
    const remedy = { sent: [], better: [{ text: 'a=1', change: 'same' as const }], notes: [] };
    const told = { subject: 'a', words: WORDS };
    const written = findingMarkdown(finding!, {
      ...told,
      credential: { ...credential!, remedy: { ...remedy, settings } },
    });
    expect(written).toContain('`Express`:\n\n    session({})');
    expect(written).not.toContain('was sent');
  });

  it('has no markup that a site chose', () => {
    const evil = '<img src=x onerror=alert(1)> [a](javascript:b) **c**\n# d';
    const written = findingMarkdown(
      { ...finding!, evidence: [{ text: evil, exchange: null }] },
      { subject: '`x` <b>', credential: undefined, words: WORDS },
    );
    expect(written).toContain(
      '\\<img src=x onerror=alert(1)\\> \\[a\\](javascript:b) \\*\\*c\\*\\* \\# d',
    );
    expect(written).toContain('`` `x` <b> ``');
  });
});

describe('sentences as Markdown', () => {
  it.each([
    ['Add `HttpOnly; a_b` to *it*', 'Add `HttpOnly; a_b` to \\*it\\*'],
    ['First:\n    Set-Cookie: a_b=<value>', 'First:\n    Set-Cookie: a_b=<value>'],
    ['one ` tick', 'one \\` tick'],
    ['&lt;b>', '\\&lt;b\\>'],
  ])('%j', (source, written) => {
    expect(markdownProse(source)).toBe(written);
  });

  it('leave no sign of HTML outside of code', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        const line = source.replaceAll(/[\n`]/g, '').trimStart();
        expect(markdownProse(line)).not.toMatch(/(?<!\\)(?:\\\\)*[<>]/);
      }),
    );
  });
});
