import { expect, it } from 'vitest';
import schema from '../../../docs/report.schema.json' with { type: 'json' };
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { ROLES } from '../../../src/engine/role-table.js';
import { FORMATS } from '../../../src/engine/values/formats.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { schemaErrors } from '../../support/report-schema.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('schema');
const randomHex = (length: number) => random.bytes(length / 2).toString('hex');
const options = {
  source: { kind: 'tab', url: 'https://a.test/', dropped: 0 },
  version: '1.2.3',
} as const;

it('describes an empty report', () => {
  expect(schemaErrors(new Analysis().report(options))).toEqual([]);
});

it('describes a report with everything in it', () => {
  const analysis = new Analysis();
  analysis.addExchange(
    exchange({
      url: `http://a.test/;jsessionid=${randomHex(32)}`,
      sends: { authorization: `Bearer ${jwtOf({})}`, cookie: 'theme=dark' },
      gets: {
        'set-cookie': [
          '__Host-x=1',
          `sid=${randomHex(32)}; Max-Age=99999999999999; Partitioned`,
          'd=1; Expires=Thu, 01 Jan 1970 00:00:10 GMT',
        ],
      },
    }),
  );
  analysis.addExchange(exchange({ url: 'http://a.test/logout', method: 'POST' }));
  const report = analysis.report({ ...options, reveal: true });
  expect(schemaErrors(report)).toEqual([]);
  expect(report.findings.length).toBeGreaterThan(3);
  expect(report.credentials.map(({ lifetimeAdvice }) => lifetimeAdvice)).toContainEqual({
    now: null,
    better: { idle: null, absolute: 600 },
    text: expect.stringContaining('10 min') as string,
  });
});

it('refuses what is no report', () => {
  const report = new Analysis().report(options);
  expect(schemaErrors({ ...report, schemaVersion: 1 })).not.toEqual([]);
  expect(schemaErrors({ ...report, extra: true })).not.toEqual([]);
});

it('knows every role and every format', () => {
  const { role, format } = schema.$defs.credential.properties;
  expect([role.enum.toSorted(), format.enum.toSorted()]).toEqual([
    ROLES.toSorted(),
    FORMATS.toSorted(),
  ]);
});
