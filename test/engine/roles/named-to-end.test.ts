import { expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { at, hex } from '../../support/box-site.js';
import { options } from '../../support/told-analysis.js';

// An identity provider is told in an address which of its sessions is to end.

const id = `session_01${hex(24)}`;

function rulesOf(...paths: string[]): string[] {
  const analysis = new Analysis();
  for (const path of paths) analysis.addExchange(at(path));
  return analysis.report(options).findings.map(({ ruleId }) => ruleId);
}

it.each(['session_id', 'sid'])('a value sent to a logout alone is no session: %s', (name) => {
  expect(rulesOf(`/sessions/logout?${name}=${id}`)).not.toContain('session-id-in-url');
  expect(rulesOf(`/home?${name}=${id}`, `/logout?${name}=${id}`)).toContain('session-id-in-url');
});

it('it is one under the name that a framework has for its sessions', () => {
  expect(rulesOf(`/logout?PHPSESSID=${hex()}`)).toContain('session-id-in-url');
});
