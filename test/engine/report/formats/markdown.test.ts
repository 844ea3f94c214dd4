import { describe, expect, it } from 'vitest';
import { reportMarkdown } from '../../../../src/engine/report/formats/markdown.js';
import { hostileReport, plainReport } from '../../../support/hostile-report.js';

const report = plainReport();

describe('a report as Markdown', () => {
  const told = reportMarkdown(report, {});

  it('tells every part under its heading', () => {
    for (const heading of [
      '# How https://shop.test remembers its users',
      '## https://shop.test',
      '### Session, token and cookie',
      '### Who sent which credential where',
      `## Credentials (${report.credentials.length})`,
      `## Findings (${report.findings.length}, 1 of them accepted)`,
      '## Not everything could be seen',
    ])
      expect(told.split('\n')).toContain(heading);
  });

  it('has as many cells in each row of a table as in its head', () => {
    const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('| '));
    const cells = (row: string) => row.replaceAll(/\\[\\|]/g, '').split('|').length;
    for (const text of [told, reportMarkdown(hostileReport(), {})])
      expect(new Set(rows(text).map(cells))).toEqual(new Set([6, 9]));
  });

  it('lets no name begin a heading, a link or an element', () => {
    const lines = reportMarkdown(hostileReport(), {}).split('\n');
    const ours = lines.filter((line) => /^#+ /.test(line));
    expect(ours.every((line) => /^#{1,3} \S/.test(line) && !/^#+ head/.test(line))).toBe(true);
    const prose = lines.map((line) => line.replace(/(?<!\\)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, ''));
    expect(prose.filter((line) => !/^ {4}/.test(line) && /(?<!\\)</.test(line))).toEqual([]);
    expect(prose.filter((line) => /(?<!\\)\[a\]\(https:\/\/evil/.test(line))).toEqual([]);
  });
});
