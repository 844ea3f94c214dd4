import { addressOf } from '../engine/address.js';
import type { Report } from '../engine/report/report.js';
import type { ReportExchange } from '../engine/report/report-event.js';
import type { RequestRow } from '../recording/shown/view.js';

/** Events that tell what a response did; those of another kind tell what a request carried. */
const SET = new Set(['issued', 'rotated', 'refreshed', 'cleared', 'rejected', 'stored']);

/** What is known of a request that a report names. */
interface Named {
  exchange: ReportExchange;
  at: number | undefined;
  carried: Set<string>;
  set: Set<string>;
}

/** The requests that a report names, as far as it tells of them, in the order of their time. */
export function namedRequests(report: Report): RequestRow[] {
  const found = new Map<string, Named>();
  const note = (exchange: ReportExchange | null | undefined, at?: string): Named | undefined => {
    if (!exchange) return undefined;
    const known = found.get(exchange.id) ?? newlyNamed(exchange);
    const time = at === undefined ? Number.NaN : Date.parse(at);
    if (!Number.isNaN(time)) known.at = Math.min(known.at ?? time, time);
    found.set(exchange.id, known);
    return known;
  };
  noteEvents(report, note);
  notePictures(report, note);
  noteRest(report, note);
  const begin = Date.parse(report.source.from ?? '') || 0;
  return [...found.values()]
    .map((one) => rowOf(one, begin))
    .toSorted((a, b) => a.startedAt - b.startedAt);
}

type Note = (exchange: ReportExchange | null | undefined, at?: string) => Named | undefined;

const newlyNamed = (exchange: ReportExchange): Named => ({
  exchange,
  at: undefined,
  carried: new Set(),
  set: new Set(),
});

function noteEvents({ events }: Report, note: Note): void {
  for (const { exchange, at, credentialId, type } of events) {
    const named = note(exchange, at);
    if (credentialId !== null) named?.[SET.has(type) ? 'set' : 'carried'].add(credentialId);
  }
}

function notePictures({ sites }: Report, note: Note): void {
  for (const row of sites.flatMap(({ picture }) => picture.rows)) {
    const named = note(row.exchange, row.at);
    if (row.type !== 'arrow' || row.kind === 'keep') continue;
    for (const id of row.credentialIds) named?.[row.kind === 'send' ? 'carried' : 'set'].add(id);
  }
}

/** What is named without a time of its own. */
function noteRest({ sites, findings, flows, proofs }: Report, note: Note): void {
  for (const { answers, comparison } of sites) {
    for (const { exchange, at } of answers) note(exchange, at);
    for (const { evidence } of comparison) {
      for (const cell of Object.values(evidence)) note(cell?.exchange);
    }
  }
  for (const { steps } of flows) for (const { exchange, at } of steps) note(exchange, at);
  for (const { request } of proofs) note(request);
  for (const { about, evidence } of findings) {
    note(about.exchange);
    for (const { exchange } of evidence) note(exchange);
  }
}

function rowOf({ exchange, at, carried, set }: Named, begin: number): RequestRow {
  const { id, method, url } = exchange;
  return {
    id,
    method,
    url,
    host: hostOf(url),
    type: 'other',
    startedAt: at ?? begin,
    carried: [...carried],
    set: [...set],
  };
}

/** Masked parts of an address are no parts of its host. */
function hostOf(url: string): string {
  return addressOf(url)?.host ?? '';
}
