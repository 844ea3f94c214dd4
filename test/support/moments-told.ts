import { Analysis } from '../../src/engine/pipeline/analyze.js';
import type { Exchange, LoginForm, Snapshot } from '../../src/engine/model.js';

type Step = Exchange | Snapshot | LoginForm;

/** The moments of a visit as `type path?query`, in their order. */
export function momentsTold(steps: readonly Step[], analysis = new Analysis()): string[] {
  for (const step of steps) {
    if (!('kind' in step)) analysis.addExchange(step);
    else if (step.kind === 'login-form') analysis.addLoginForm(step);
    else analysis.addSnapshot(step);
  }
  const { events } = analysis.report({
    source: { kind: 'har', url: 'https://shop.test', dropped: 0 },
    version: '0',
  });
  return events
    .filter(({ type }) => ['login', 'logout', 'session-lost'].includes(type))
    .map(({ type, exchange }) => `${type} ${exchange!.url.replace(/^\w+:\/\/[^/]*/, '')}`);
}
