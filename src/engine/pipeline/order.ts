import type { Exchange, ExchangeBodies, LoginForm, Millis, Snapshot } from '../model.js';

// The one order in which observations are read, however they arrive. A request carries what the
// browser had when it was sent, and a response takes effect when its head comes: of two that
// overlap, the later request can be answered first. So an exchange is read in two steps, at two
// moments.

/** Everything that can be observed. */
export type Observation =
  | { kind: 'exchange'; exchange: Exchange }
  | ExchangeBodies
  | Snapshot
  | LoginForm
  | MarkSet;

/** Somebody marked this moment. */
export interface MarkSet {
  kind: 'mark';
  name: string;
  at: Millis;
  /** Marks that were taken away: they make room first. */
  gone?: readonly number[];
}

/** One thing to read at one moment: a request, a response, or another observation. */
export interface Step {
  part: 'request' | 'response' | 'whole';
  observation: Observation;
  /** To the millisecond: recordings tell no more. */
  at: Millis;
  /** Of one moment: exchanges, then snapshots that may show what they did, then marks. */
  rank: number;
  /** An answer comes before what is sent in its millisecond. */
  began: Millis;
  tie: string;
}

const ties = new Intl.Collator('en', { numeric: true });

/** When a response took effect. */
export function answeredAt({ startedAt, endedAt = startedAt }: Exchange): Millis {
  return Math.max(startedAt, endedAt);
}

/** The steps in which an observation is read, in order. */
export function stepsOf(observation: Observation): Step[] {
  if (observation.kind !== 'exchange') {
    const { at, kind } = observation;
    return [
      {
        part: 'whole',
        observation,
        at: Math.floor(at),
        rank: kind === 'mark' ? 2 : 1,
        began: at,
        tie: tieOf(observation),
      },
    ];
  }
  const { exchange } = observation;
  const step = { observation, rank: 0, began: exchange.startedAt, tie: exchange.id };
  return [
    { ...step, part: 'request', at: Math.floor(exchange.startedAt) },
    { ...step, part: 'response', at: Math.floor(answeredAt(exchange)) },
  ];
}

/** Negative where `a` is read before `b`. */
export function compareSteps(a: Step, b: Step): number {
  return a.at - b.at || a.rank - b.rank || a.began - b.began || ties.compare(a.tie, b.tie);
}

function tieOf(observation: Exclude<Observation, { kind: 'exchange' }>): string {
  switch (observation.kind) {
    case 'login-form':
      return `form ${observation.actionUrl}`;
    case 'jar':
      return `jar ${observation.site}`;
    case 'storage':
      return `storage ${observation.area} ${observation.origin}`;
    case 'bodies':
      return `bodies ${observation.exchangeId}`;
    case 'mark':
      return observation.name;
  }
}
