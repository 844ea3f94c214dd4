import { expect, it } from 'vitest';
import korean from '../../../_locales/ko/messages.json' with { type: 'json' };
import { summaryText } from '../../../cli/inspect/summary.js';
import { plainReport } from '../../support/hostile-report.js';

const catalogue: Record<string, { message: string }> = korean;
const report = plainReport();
const inspected = [
  { url: 'https://shop.test/\u001B[2J', report },
  { url: 'https://none.test/', report: { ...report, sites: [], findings: [] } },
  { url: 'https://away.test/' },
];

it('has a line for each address, and counts what nobody accepted', () => {
  const [head, first, second, third] = summaryText(inspected, () => undefined).split('\n');
  expect(head).toMatch(/^ {2}URL +MECHANISM +GRADE +FINDINGS$/);
  expect(first).toMatch(/^ {2}https:\/\/shop\.test\/\uFFFD\[2J +hybrid +C\+ +2 high, /);
  expect(second).toMatch(/none\.test\/ +none +– +none$/);
  expect(third).toMatch(/away\.test\/ +could not be visited$/);
});

it('is in the language of its reader', () => {
  expect(summaryText(inspected, (key) => catalogue[key]?.message)).toContain('방문할 수 없음');
});
