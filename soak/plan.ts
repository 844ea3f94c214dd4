import { Random } from './random.js';

/** The three tabs, and the hosts that they show. The last one has a service worker. */
export const HOSTS = { a: 'a.test', b: 'b.test', c: 'sw.localhost' } as const;
export type TabName = keyof typeof HOSTS;
export const TABS = Object.keys(HOSTS) as TabName[];

/** What a page may do, and how often. */
const DEEDS = {
  fetch: 30,
  post: 8,
  xhr: 12,
  cross: 8,
  redirect: 12,
  abort: 4,
  slow: 6,
  broken: 4,
  refused: 8,
  worker: 6,
  frame: 5,
  removed: 2,
  socket: 3,
} as const;
/** What only a page with a service worker may do: ask it to fetch, or fetch through it. */
const SERVED = { ...DEEDS, message: 12, through: 12 } as const;

/** What may become of a tab. */
const MOVES = { next: 12, reload: 3, back: 3 } as const;

export type Deed = keyof typeof SERVED;
export type Move = keyof typeof MOVES;

/** Something that is to happen, in milliseconds after the beginning. */
export type Step =
  | { at: number; tab: TabName; deed: Deed; id: string; chance: number }
  | { at: number; tab: TabName; move: Move; id: string }
  | { at: number; stop: true };

export interface PlanOptions {
  seed: number;
  seconds: number;
  /** Deeds a second in each tab. */
  rate: number;
  /** How often the extension's worker is ended. */
  stops: number;
}

/** All that happens in a run, in order: the same for the same options. */
export function makePlan({ seed, seconds, rate, stops }: PlanOptions): Step[] {
  const random = new Random(seed);
  const end = seconds * 1_000;
  const steps: Step[] = [];
  for (const tab of TABS) {
    let count = 0;
    const id = () => `${tab}${count++}`;
    for (let at = random.wait(rate); at < end; at += random.wait(rate)) {
      const deed = random.weighted<Deed>(tab === 'c' ? SERVED : ({ ...DEEDS } as never));
      steps.push({ at, tab, deed, id: id(), chance: random.next() });
    }
    for (let at = random.wait(0.15); at < end; at += random.wait(0.15))
      steps.push({ at, tab, move: random.weighted(MOVES), id: id() });
  }
  for (let stop = 0; stop < stops; stop++) steps.push({ at: random.next() * end, stop: true });
  return steps.toSorted((x, y) => x.at - y.at);
}
