import type { Report } from '../../engine/report/report.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportEvent, ReportFlow } from '../../engine/report/report-event.js';
import type { ReportFinding } from '../../engine/report/report-finding.js';
import type { ReportPicture, ReportPictureRow } from '../../engine/report/report-site.js';
import { isWithin, overlaps, type TimeSpan } from './time-span.js';

// What of a report lies within a stretch of time.

/**
 * Credentials that were issued, sent, stored, changed or ended within it. Events of one kind are
 * told together, from the first to the last: between the two, it was in use.
 */
export function credentialsIn(
  { credentials, events }: Pick<Report, 'credentials' | 'events'>,
  span: TimeSpan,
): ReportCredential[] {
  const touched = new Set(
    events.filter((event) => isEventIn(event, span)).map(({ credentialId }) => credentialId),
  );
  return credentials.filter(
    ({ id, issuedAt, firstSeen, lastSeen }) =>
      touched.has(id) ||
      [issuedAt, firstSeen, lastSeen].some((at) => at !== null && isWithin(span, Date.parse(at))),
  );
}

function isEventIn({ at, detail: { lastAt } }: ReportEvent, span: TimeSpan): boolean {
  return overlaps(span, Date.parse(at), Date.parse(typeof lastAt === 'string' ? lastAt : at));
}

/** When a request was, where that is known. */
export type InstantOf = (exchangeId: string) => number | undefined;

/** When the requests were that a report tells of. */
export function instantsOf({ events, flows, sites }: Report): ReadonlyMap<string, number> {
  const told = [
    ...sites.flatMap(({ picture }) => picture.rows),
    ...flows.flatMap(({ steps }) => steps),
    ...events,
  ];
  return new Map(
    told.flatMap(({ exchange, at }) => (exchange ? [[exchange.id, Date.parse(at)] as const] : [])),
  );
}

export interface FindingsIn {
  findings: ReadonlySet<ReportFinding>;
  /** How many of them stay because nobody knows when it was. */
  undated: number;
}

/** Findings with some evidence within it, and those of which no evidence has an instant. */
export function findingsIn(
  findings: readonly ReportFinding[],
  span: TimeSpan,
  instantOf: InstantOf,
): FindingsIn {
  const dated = findings.map((finding) => ({ finding, instants: evidenceOf(finding, instantOf) }));
  const undated = dated.filter(({ instants }) => instants.length === 0).length;
  const within = dated.filter(
    ({ instants }) => instants.length === 0 || instants.some((at) => isWithin(span, at)),
  );
  return { findings: new Set(within.map(({ finding }) => finding)), undated };
}

function evidenceOf({ about, evidence }: ReportFinding, instantOf: InstantOf): number[] {
  return [about.exchange, ...evidence.map(({ exchange }) => exchange)].flatMap((exchange) => {
    const at = exchange ? instantOf(exchange.id) : undefined;
    return at === undefined ? [] : [at];
  });
}

type Note = Extract<ReportPictureRow, { type: 'note' }>;

export interface PictureIn {
  picture: ReportPicture;
  /** Logins, logouts and losses that are not within it. */
  outside: readonly Note[];
}

/** The steps of a picture within it. */
export function pictureIn(picture: ReportPicture, span: TimeSpan | null): PictureIn {
  if (!span) return { picture, outside: [] };
  const within = ({ at }: ReportPictureRow): boolean => isWithin(span, Date.parse(at));
  const notes = picture.rows.filter((row): row is Note => row.type === 'note');
  return {
    picture: { ...picture, rows: picture.rows.filter(within) },
    outside: notes.filter((row) => !within(row)),
  };
}

/** Logins elsewhere with a step within it, and the others. */
export function flowsIn(
  flows: readonly ReportFlow[],
  span: TimeSpan | null,
): { within: readonly ReportFlow[]; outside: readonly ReportFlow[] } {
  if (!span) return { within: flows, outside: [] };
  const isIn = ({ steps }: ReportFlow): boolean =>
    steps.some(({ at }) => isWithin(span, Date.parse(at)));
  return { within: flows.filter(isIn), outside: flows.filter((flow) => !isIn(flow)) };
}
