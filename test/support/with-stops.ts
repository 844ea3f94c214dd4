import { expect } from 'vitest';
import { Analysis, type SavedAnalysis } from '../../src/engine/pipeline/analyze.js';
import { compareSteps, stepsOf } from '../../src/engine/pipeline/order.js';
import { Pipeline } from '../../src/engine/pipeline/pipeline.js';
import { readStep } from '../../src/engine/pipeline/read-step.js';
import type { ReportEvent } from '../../src/engine/report/report-event.js';

const asStored = <T>(saved: T): T => JSON.parse(JSON.stringify(saved)) as T;

/** What is waiting in an analysis, read by one that ends and is restored before every step. */
function withStops(analysis: Analysis): Analysis {
  const { waiting, ...saved }: SavedAnalysis = asStored(analysis.save());
  const steps = waiting
    .flatMap(({ observation, begun }) =>
      stepsOf(observation).filter(({ part }) => !begun || part !== 'request'),
    )
    .sort(compareSteps);
  let pipeline = Pipeline.restore(saved);
  for (const step of steps) {
    readStep(pipeline, step);
    pipeline = Pipeline.restore(asStored(pipeline.save()));
  }
  return Analysis.restore({ ...saved, ...pipeline.save(), waiting: [] });
}

/** Logins, logouts and lost sessions; the same wherever what read them ended and began again. */
export function momentsIn(analysis: Analysis): ReportEvent[] {
  const told = eventsIn(analysis);
  expect(eventsIn(withStops(analysis))).toEqual(told);
  return told;
}

function eventsIn(analysis: Analysis): ReportEvent[] {
  const source = { kind: 'har', url: 'https://shop.test', dropped: 0 } as const;
  const { events } = analysis.report({ source, version: '0' });
  return events.filter(({ type }) => ['login', 'logout', 'session-lost'].includes(type));
}
