import type { AuthFlow, FlowStep } from '../../flows/flow.js';
import { remembered } from '../../memo.js';

/** Ids of the requests that are steps of flows, of those that are meant: told once for a list. */
export function askedInFlows(isMeant: (step: FlowStep) => boolean) {
  return remembered(
    (flows: readonly AuthFlow[]): ReadonlySet<string> =>
      new Set(
        flows.flatMap(({ steps }) => steps.filter(isMeant).map(({ exchange }) => exchange.id)),
      ),
  );
}
