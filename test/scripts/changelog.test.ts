import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { releaseFault, sectionOf } from '../../scripts/changelog.js';

const LOG = `# Changelog

## 2.0.0 (2026-11-26)

- Second.

## 1.10.0 (2026-01-31)

- First.
- More of it.
`;

describe('the section of a version', () => {
  it.each([
    ['2.0.0', { date: '2026-11-26', text: '- Second.' }],
    ['1.10.0', { date: '2026-01-31', text: '- First.\n- More of it.' }],
    ['1.1', undefined],
  ])('%s', (version, expected) => expect(sectionOf(LOG, version)).toEqual(expected));
});

describe('a version', () => {
  it.each([
    ['may be released with a date', LOG, '2.0.0', /^nothing against it$/],
    ['may not without a section', LOG, '2.0.1', /no section/],
    ['may not below a newer one', LOG, '1.10.0', /has 2\.0\.0 above/],
    ['may not without a date', '## 1.0.0 (unreleased)\n\n- x', '1.0.0', /no date/],
    ['may not with a date that is none', '## 1.0.0 (2026-13-01)\n\n- x', '1.0.0', /no date/],
    ['may not with nothing said of it', '## 1.0.0 (2026-01-31)\n', '1.0.0', /says nothing/],
  ] as const)('%s', (_, changelog, version, expected) => {
    expect(releaseFault(changelog, version) ?? 'nothing against it').toMatch(expected);
  });

  it('is told of in the project’s own changelog', () => {
    expect(sectionOf(readFileSync('CHANGELOG.md', 'utf8'), project.version)?.text).toBeTruthy();
  });
});
