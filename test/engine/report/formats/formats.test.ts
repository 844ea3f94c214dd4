import { describe, expect, it } from 'vitest';
import korean from '../../../../_locales/ko/messages.json' with { type: 'json' };
import english from '../../../../_locales/en/messages.json' with { type: 'json' };
import { isFailure } from '../../../../src/engine/report/formats/format.js';
import {
  FORMAT_NAMES,
  formatOfFile,
  REPORT_FORMATS,
} from '../../../../src/engine/report/formats/formats.js';
import type { FormatStyle, ReportFormat } from '../../../../src/engine/report/formats/format.js';
import type { Translate } from '../../../../src/engine/text.js';
import { sitesOf } from '../../../../src/engine/report/formats/told-parts.js';
import { hostileReport, plainReport } from '../../../support/hostile-report.js';

const from = (catalogue: Record<string, { message: string }>): Translate => {
  return (key) => catalogue[key]?.message;
};
const written = (name: (typeof FORMAT_NAMES)[number], report: object, style: FormatStyle = {}) => {
  const { write }: ReportFormat = REPORT_FORMATS[name];
  return write(report as ReturnType<typeof plainReport>, style);
};
/** JSON alone gives everything as it is: it is for programs. */
const FOR_PEOPLE = FORMAT_NAMES.filter((name) => name !== 'json');

describe.each(FORMAT_NAMES)('a report as %s', (name) => {
  it('is the same characters each time', () => {
    expect(written(name, hostileReport())).toBe(written(name, hostileReport()));
    expect(written(name, plainReport())).toBe(written(name, plainReport()));
  });

  it('is written of a report that has nothing in it', () => {
    const { source } = plainReport();
    const none = {
      ...plainReport(),
      source: { ...source, from: null, to: null },
      diagnoses: [],
      sites: [],
      credentials: [],
      flows: [],
      findings: [],
      rules: [],
      rulesOff: [],
      ruleFailures: [],
    };
    expect(written(name, none).length).toBeGreaterThan(0);
  });
});

describe.each(FOR_PEOPLE)('a hostile report as %s', (name) => {
  it('steers nothing: no control, no mark of direction, no half of a pair', () => {
    expect(written(name, hostileReport())).not.toMatch(/\p{C}(?<!\n)/u);
    expect(written(name, hostileReport(), { colour: false, width: 60 })).not.toMatch(
      /\p{C}(?<!\n)/u,
    );
  });
});

describe.each(FORMAT_NAMES.filter((name) => name !== 'json' && name !== 'sarif'))(
  'the words of %s',
  (name) => {
    it('are of the reader’s language, the headings too', () => {
      const told = written(name, plainReport(), { translate: from(korean) });
      expect(told).toMatch(/[가-힣]/);
      expect(told).not.toMatch(/\b(?:Findings|Credentials|Where|Why|Change|May break|Carriers)\b/);
    });

    it('are English without a catalogue, and with the English one', () => {
      for (const style of [{}, { translate: from(english) }])
        expect(written(name, plainReport(), style)).toContain('Why');
    });
  },
);

describe('the site of the page that a report is about', () => {
  it.each(FOR_PEOPLE.filter((name) => name !== 'junit'))('stands first in %s', (name) => {
    const report = plainReport();
    const sites = report.sites.toReversed();
    expect(sitesOf({ ...report, sites }).map(({ site }) => site)).toEqual([
      'https://shop.test',
      'https://metrics.test',
      'https://login.idp.test',
    ]);
    const told = written(name, { ...report, sites });
    expect(told.indexOf('shop.test')).toBeLessThan(told.indexOf('metrics.test'));
  });
});

describe('the format of a file', () => {
  it.each([
    ['report.html', 'html'],
    ['a/b.SARIF', 'sarif'],
    ['junit.xml', 'junit'],
    ['summary.md', 'markdown'],
    ['out.json', 'json'],
    ['out.txt', 'text'],
    ['out', undefined],
    ['html', undefined],
    ['out.pdf', undefined],
  ])('%s is %s', (file, expected) => expect(formatOfFile(file)).toBe(expected));
});

describe('what makes a pipeline fail', () => {
  const [finding] = plainReport().findings;
  const high = { ...finding!, severity: 'high' as const, key: 'k', suppressed: null };

  it.each([
    [high, {}, true],
    [high, { failOn: 'high' as const }, true],
    [high, { failOn: 'critical' as const }, false],
    [high, { baseline: new Set(['k']) }, false],
    [high, { baseline: new Set(['other']) }, true],
    [{ ...high, suppressed: 'a lesson' }, {}, false],
  ])('%#', (one, style, expected) => expect(isFailure(one, style)).toBe(expected));
});
