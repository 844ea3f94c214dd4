import { Analysis } from '../../src/engine/pipeline/analyze.js';
import type { Told } from './simulated-visit.js';

export const options = {
  source: { kind: 'tab', url: 'https://shop.test/', dropped: 0 },
  version: '0',
} as const;

export function tell(analysis: Analysis, told: Told): void {
  if (told.kind === 'exchange') analysis.addExchange(told.exchange);
  else if (told.kind === 'bodies') analysis.addBodies(told);
  else if (told.kind === 'login-form') analysis.addLoginForm(told);
  else if (told.kind === 'mark') analysis.mark(told.name, told.at);
  else analysis.addSnapshot(told);
}

export function analysisOf(all: readonly Told[]): Analysis {
  const analysis = new Analysis();
  for (const told of all) tell(analysis, told);
  return analysis;
}

/** All that an analysis can tell. */
export function everything(analysis: Analysis, all: readonly Told[]) {
  const marks = analysis.marks();
  return {
    report: analysis.report(options),
    credentials: analysis.credentials(),
    marks,
    compared: marks.slice(1).map(({ id }) => analysis.compare(marks[0]!.id, id)),
    links: all.flatMap((told) =>
      told.kind === 'exchange' ? [analysis.links(told.exchange.id)] : [],
    ),
  };
}
