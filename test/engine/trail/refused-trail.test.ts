import { expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://shop.example/';

function trailOf(...lines: string[]): (readonly [string, unknown])[] {
  const analysis = new Analysis();
  lines.forEach((line, index) =>
    analysis.addExchange(
      exchange({ url: SITE, at: START + index * 1_000, gets: { 'set-cookie': line } }),
    ),
  );
  const { events } = analysis.report(options);
  return events.map(({ type, detail }) => [type, detail['why']] as const);
}

it('never says of a cookie that was refused that it was issued', () => {
  const refused = ['rejected', '__Host- needs Secure'];
  const line = '__Host-cart=abc; Path=/';
  expect(trailOf(line, line)).toEqual([refused, refused]);
});

it('says that it was issued once a line of it is taken', () => {
  const types = trailOf('__Host-cart=abc; Path=/', '__Host-cart=abc; Path=/; Secure').map(
    ([type]) => type,
  );
  expect(types).toEqual(['rejected', 'issued']);
});
