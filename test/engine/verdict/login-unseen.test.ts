import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';

const NAS = 'https://nas.test';
const FORM = 'application/x-www-form-urlencoded';

function sitesOf(answer: string) {
  const analysis = new Analysis();
  analysis.addExchange(
    exchange({
      url: `${NAS}/cgi-bin/authLogin.cgi`,
      method: 'POST',
      at: START,
      requestBody: readBody(FORM, 'user=admin&pwd=aHVudGVyMg'),
      responseBody: readBody('text/xml', answer),
    }),
  );
  for (const at of [1, 2])
    analysis.addExchange(
      exchange({ url: `${NAS}/cgi-bin/files.cgi?n=${at}&sid=q4z8`, at: START + at * 1_000 }),
    );
  return analysis.report({ source: { kind: 'har', url: NAS, dropped: 0 }, version: '0' }).sites;
}

it('says that a login was seen where nothing is known of what it gave', () => {
  expect(sitesOf('<Q><authPassed>1</authPassed><authSid>q4z8</authSid></Q>')).toMatchObject([
    {
      site: NAS,
      mechanism: 'none',
      grade: null,
      sentence: expect.stringMatching(/^A login was seen, but not what the site knows you by/),
    },
  ]);
});

it('says nothing of a site whose login was turned down', () => {
  expect(
    sitesOf('<Q><authPassed>0</authPassed><errorValue>wrong password</errorValue></Q>'),
  ).toEqual([]);
});
