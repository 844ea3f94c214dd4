import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://flights.test';
const ID = new Seeded('named in address').bytes(16).toString('hex');

/** What is found where an address had the value under this name. */
function severityOf(name: string, cookie = ''): string | undefined {
  const analysis = new Analysis();
  const sends: Record<string, string> = cookie === '' ? {} : { cookie };
  analysis.addExchange(exchange({ url: `${SITE}/` }));
  for (const page of [1, 2])
    analysis.addExchange(exchange({ url: `${SITE}/found?${name}=${ID}&page=${page}`, sends }));
  const { findings } = analysis.report(options);
  return findings.find(({ ruleId }) => ruleId === 'session-id-in-url')?.severity;
}

describe('a value in an address', () => {
  it.each(['sid', 'sessid'])('may be that of a search where its name says all: %s', (name) =>
    expect(severityOf(name)).toBe('low'),
  );

  it('is a session under a name that a server gives sessions', () => {
    expect(severityOf('PHPSESSID')).toBe('high');
  });

  it('is one where a session cookie has the same value', () => {
    expect(severityOf('sid', `PHPSESSID=${ID}`)).toBe('high');
  });
});
