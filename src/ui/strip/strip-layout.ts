import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportEvent } from '../../engine/report/report-event.js';
import type { NavigationView } from '../../messaging/views.js';
import { MOMENTS } from '../lists/story.js';

/** Things nearer than this part of the whole are drawn as one. */
const NEAREST = 0.004;
/** So many bars are drawn; the others are counted. */
const MOST_BARS = 8;
/** Room behind the last event for a life that goes on. */
const MARGIN = 0.04;

/** Events of one credential that change it. */
const JOINTS: ReadonlySet<string> = new Set(['rotated', 'refreshed']);
/** Events that are told with many others, and are no place to stop at. */
const PASSING: ReadonlySet<string> = new Set(['sent', 'stored']);

type Shown = Pick<
  ReportCredential,
  'id' | 'name' | 'issuedAt' | 'expiresAt' | 'firstSeen' | 'state'
>;
/** A page that the tab showed from then on. */
type Opened = NavigationView;
type Happened = Pick<ReportEvent, 'type' | 'at' | 'credentialId' | 'detail'>;

/** The life of one credential; places go from 0 to 1. */
export interface StripBar {
  id: string;
  name: string;
  start: number;
  end: number;
  /** True: it ends later than the recording, or nobody knows when. */
  fades: boolean;
  uses: number[];
  joints: number[];
}

/** A place to stop at. */
export interface StripStop {
  type: string;
  /** Milliseconds since the epoch. */
  at: number;
  place: number;
  /** Null: it happened to the user. */
  credentialId: string | null;
  /** Of a page that was opened. */
  url?: string;
}

/** Type of the stops that are pages. */
export const PAGE = 'page';

export interface Strip {
  from: number;
  to: number;
  bars: StripBar[];
  /** Bars for which there was no room. */
  omitted: number;
  stops: StripStop[];
}

/** A selected stretch, in places from 0 to 1. */
export interface Span {
  anchor: number;
  head: number;
}

/** The whole recording as one strip; undefined where it has no extent. */
export function layStrip(
  credentials: readonly Shown[],
  events: readonly Happened[],
  pages: readonly Opened[] = [],
): Strip | undefined {
  const times = [
    ...events.filter(({ type }) => type !== 'expired').flatMap(timesOf),
    ...pages.map(({ at }) => at),
  ];
  const from = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!(last > from) || credentials.length === 0) return undefined;
  const to = last + (last - from) * MARGIN;
  const place = (at: number): number => placeOf({ from, to }, at);
  const shown = credentials.slice(0, MOST_BARS);
  const ids = new Set(shown.map(({ id }) => id));
  const stops = [...pages.map(pageStop), ...happenedStops(events, ids)]
    .filter(({ at }) => at >= from && at <= to)
    .map((stop) => ({ ...stop, place: place(stop.at) }))
    .toSorted((a, b) => a.at - b.at);
  return {
    from,
    to,
    bars: shown.map((one) => barOf(one, events, place, to)),
    omitted: credentials.length - shown.length,
    stops,
  };
}

/** Where an instant lies on a strip; what lies beyond it, at its edge. */
export function placeOf({ from, to }: Pick<Strip, 'from' | 'to'>, at: number): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

type Unplaced = Omit<StripStop, 'place'>;

const pageStop = ({ at, url }: Opened): Unplaced => ({ type: PAGE, at, credentialId: null, url });

function happenedStops(events: readonly Happened[], ids: ReadonlySet<string>): Unplaced[] {
  return events
    .filter(({ type }) => !PASSING.has(type))
    .filter(({ type, credentialId }) => MOMENTS.has(type) || ids.has(credentialId ?? ''))
    .map(({ type, at, credentialId }) => ({
      type,
      at: Date.parse(at),
      credentialId: MOMENTS.has(type) ? null : credentialId,
    }));
}

/** When it happened; where it was told together with others, when the last of them did, too. */
function timesOf({ at, detail }: Pick<Happened, 'at' | 'detail'>): number[] {
  const { lastAt } = detail;
  return [at, ...(typeof lastAt === 'string' ? [lastAt] : [])].map((iso) => Date.parse(iso));
}

function barOf(
  { id, name, issuedAt, expiresAt, firstSeen, state }: Shown,
  events: readonly Happened[],
  place: (at: number) => number,
  to: number,
): StripBar {
  const own = events.filter(({ credentialId }) => credentialId === id);
  const placesOf = (wanted: (type: string) => boolean): number[] =>
    apart(
      own
        .filter(({ type }) => wanted(type))
        .flatMap(timesOf)
        .map(place),
    );
  const isOver = state !== 'live' && state !== 'unknown';
  const over = isOver ? own.findLast(({ type }) => !PASSING.has(type)) : undefined;
  const end = Math.min(
    over ? Date.parse(over.at) : Number.POSITIVE_INFINITY,
    expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt),
  );
  const start = place(Date.parse(issuedAt ?? firstSeen));
  return {
    id,
    name,
    start,
    end: Math.max(start, place(end)),
    fades: end > to,
    uses: placesOf((type) => type === 'sent'),
    joints: placesOf((type) => JOINTS.has(type)),
  };
}

/** In order, without those that would fall together. */
function apart(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (place - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) >= NEAREST) kept.push(place);
  }
  return kept;
}
