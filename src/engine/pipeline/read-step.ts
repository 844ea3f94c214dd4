import type { Step } from './order.js';
import type { Pipeline } from './pipeline.js';

/** Has a pipeline take one step: each kind of observation goes its own way. */
export function readStep(pipeline: Pipeline, { observation, part }: Step): void {
  switch (observation.kind) {
    case 'exchange':
      return part === 'request'
        ? pipeline.send(observation.exchange)
        : pipeline.answer(observation.exchange);
    case 'bodies':
      return pipeline.bodies(observation);
    case 'login-form':
      return pipeline.form(observation);
    case 'mark':
      return pipeline.mark(observation);
    case 'jar':
    case 'storage':
      return pipeline.snapshot(observation);
  }
}
