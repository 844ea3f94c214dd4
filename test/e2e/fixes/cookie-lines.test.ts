import { afterAll, describe, expect, it } from 'vitest';
import { testCertificate } from '../../../accuracy/support/serve.js';
import { lineToSend } from '../../../src/engine/report/formats/set-cookie-line.js';
import { useExtension } from '../../support/extension.js';
import { LINE_CASES, type LineCase } from './cookie-lines.js';
import { Sites } from './site.js';
import { cookieOf, foundBy, newIn, visit, type Visited } from './visit.js';

/** The line of the report, sent by the server that it complains of: people can still log in. */
describe('the line that a report gives for a cookie', () => {
  let sites: Sites;
  const extension = useExtension(async () => {
    sites = await Sites.start();
    sites.open('elsewhere.test', { lines: [] });
    const { spki } = await testCertificate();
    return { hostRules: 'MAP *.test 127.0.0.1', spki: [spki] };
  });
  afterAll(() => sites.close());

  const visited = (one: LineCase, name: string, line: string, scheme = one.scheme) => {
    const host = `${one.host ?? ''}${name}.test`;
    const lines = [line.replace('<domain>', `${name}.test`)];
    const origin = sites.open(host, { ...one.site, lines }, scheme);
    return visit(extension(), origin, { from: `${sites.at('elsewhere.test', scheme)}/` });
  };
  const remedyIn = ({ report }: Visited, { rules: [rule = ''] }: LineCase) => {
    const remedy = cookieOf(report, rule)?.remedy;
    return {
      line: remedy ? lineToSend(remedy).slice('Set-Cookie: '.length) : '',
      notes: remedy?.notes,
    };
  };

  it.concurrent.each(LINE_CASES.map((one, at) => [one.what, one, at] as const))(
    'mends one %s',
    async (_, one, at) => {
      const before = await visited(one, `before${at}`, one.line);
      for (const rule of one.rules) expect(foundBy(before.report, rule)).not.toEqual([]);
      const { line, notes } = remedyIn(before, one);
      console.log(
        one.what,
        '|',
        one.line,
        '->',
        line,
        before.loggedIn,
        before.report.findings.map((f) => `${f.severity}:${f.ruleId}`).join(' '),
        notes,
      );
      const sent = line.replace(`before${at}`, `after${at}`);
      const after = await visited(one, `after${at}`, sent);
      console.log(
        one.what,
        '| after',
        after.loggedIn,
        after.report.findings.map((f) => `${f.severity}:${f.ruleId}`).join(' '),
      );
      expect(after.loggedIn).toBe(true);
      for (const rule of one.rules) expect(foundBy(after.report, rule)).toEqual([]);
      expect(newIn(after.report, before.report)).toEqual([]);
    },
  );
});
