import { Analysis } from '../../src/engine/pipeline/analyze.js';
import type { Exchange, LoginForm, Snapshot } from '../../src/engine/model.js';
import { momentsIn } from './with-stops.js';

type Step = Exchange | Snapshot | LoginForm;

/** The moments of a visit as `type path?query`, in their order. */
export function momentsTold(steps: readonly Step[], analysis = new Analysis()): string[] {
  for (const step of steps) {
    if (!('kind' in step)) analysis.addExchange(step);
    else if (step.kind === 'login-form') analysis.addLoginForm(step);
    else analysis.addSnapshot(step);
  }
  return momentsIn(analysis).map(
    ({ type, exchange }) => `${type} ${exchange!.url.replace(/^\w+:\/\/[^/]*/, '')}`,
  );
}
