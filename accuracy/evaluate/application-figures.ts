import type { Role } from '../../src/engine/model.js';
import type { Mode, Result } from './analyse.js';
import type { FindingDecision } from './findings.js';
import type { Decision } from './match.js';
import { LOGS_IN } from './roles.js';

/** One figure with its bar, and from how many decisions it comes. */
export interface Bar {
  what: string;
  value: number;
  of: number;
  /** At least this, or at most where `most` is set. */
  bar: number;
  most?: boolean;
}

/** What is asked of applications and of visits without a login, with its bars. */
export function applicationFigures(results: readonly Result[], mode: Mode): Bar[] {
  const applications = results.filter(({ stack }) => stack.kind !== 'visit');
  const visits = results.filter(({ stack }) => stack.kind === 'visit');
  const all = applications.flatMap(({ decisions }) => decisions);
  const cookies = all.filter(({ isCookie }) => isCookie);
  const tokens = all.filter(({ isCookie }) => !isCookie);
  const headers = mode === 'headers';
  return [
    precision('authenticating cookies: precision', cookies, headers ? 0.92 : 0.97),
    recall('authenticating cookies: recall', cookies, headers ? 0.92 : 0.97),
    share('roles of cookies', cookies, ({ right }) => right, headers ? 0.92 : 0.95),
    share('roles of tokens', tokens, ({ right }) => right, headers ? 0.92 : 0.93),
    overclaimed(tokens),
    share(
      'mechanism',
      applications,
      ({ mechanism: { truth, said } }) => said !== undefined && truth.includes(said),
      headers ? 0.9 : 0.95,
    ),
    ...moments(applications, headers ? 0.85 : 0.95),
    ...csrf(all, headers ? 0.9 : 0.95),
    ...(headers ? [] : findings(applications, visits)),
  ];
}

function overclaimed(tokens: readonly Decision[]): Bar {
  const called = tokens.filter(({ said }) => LOGS_IN.has(said));
  const wrong = called.filter(({ right, truth }) => !right && !LOGS_IN.has(truth));
  return {
    what: 'tokens wrongly called authenticating',
    value: called.length === 0 ? 0 : wrong.length / called.length,
    of: called.length,
    bar: 0.05,
    most: true,
  };
}

function precision(what: string, decisions: readonly Decision[], bar: number): Bar {
  const said = decisions.filter((one) => LOGS_IN.has(one.said));
  return share(what, said, ({ truth, right }) => right || LOGS_IN.has(truth), bar);
}

function recall(what: string, decisions: readonly Decision[], bar: number): Bar {
  const real = decisions.filter((one) => LOGS_IN.has(one.truth));
  return share(what, real, ({ said, right }) => right || LOGS_IN.has(said), bar);
}

function csrf(decisions: readonly Decision[], bar: number): Bar[] {
  const is = (role: Role | undefined) => role === 'csrf';
  return [
    share(
      'anti-forgery values: precision',
      decisions.filter(({ said }) => is(said)),
      ({ right }) => right,
      bar,
    ),
    share(
      'anti-forgery values: recall',
      decisions.filter(({ truth }) => is(truth)),
      ({ right }) => right,
      bar,
    ),
  ];
}

function moments(results: readonly Result[], bar: number): Bar[] {
  return (['login', 'logout'] as const).flatMap((kind) => {
    const own = results.flatMap((result) => result.moments.filter((one) => one.kind === kind));
    const found = own.flatMap((one) => one.found).length;
    const extra = own.flatMap((one) => one.extra).length;
    const expected = own.flatMap((one) => one.expected).length;
    return [
      ratio(`${kind}s: precision`, found, found + extra, bar),
      ratio(`${kind}s: recall`, found, expected, bar),
    ];
  });
}

function findings(applications: readonly Result[], visits: readonly Result[]): Bar[] {
  const own = applications.flatMap((result) => result.findings.decisions);
  const rotations = applications.flatMap((result) => result.rotations);
  const calls = visits.flatMap(({ decisions }) => decisions.filter((one) => LOGS_IN.has(one.said)));
  const wrongCalls = calls.filter(({ right }) => !right).length;
  const scolds = visits.flatMap((result) =>
    result.findings.decisions.filter((one) => one.said && !one.asked && one.severity !== 'low'),
  );
  return [
    ...findingFigures(own),
    share('rotation at login', rotations, ({ truth, said: word }) => truth === word, 0.95),
    {
      what: 'sentences of the verdict that the truth contradicts',
      value: applications.flatMap(({ contradictions }) => contradictions).length,
      of: applications.length,
      bar: 0,
      most: true,
    },
    { what: 'visits: roles that log in', value: wrongCalls, of: visits.length, bar: 0, most: true },
    {
      what: 'visits: findings above low',
      value: scolds.length,
      of: visits.length,
      bar: 0,
      most: true,
    },
  ];
}

/** Severities at which somebody drops everything else. */
const ALARMING: ReadonlySet<string> = new Set(['high', 'critical']);

/** How often a finding is a false alarm, and how many that belong there are said. */
export function findingFigures(decisions: readonly FindingDecision[]): Bar[] {
  const said = decisions.filter((one) => one.said);
  const alarming = said.filter(({ severity }) => ALARMING.has(severity));
  const asked = decisions.filter((one) => one.asked);
  const isFalse = (one: FindingDecision) => !one.asked;
  return [
    { ...share('false alarms, low and above', said, isFalse, 0.03), most: true },
    { ...share('false alarms, high and critical', alarming, isFalse, 0.01), most: true },
    share('findings of low and above: recall', asked, (one) => one.said, 0.95),
  ].map((bar) => (bar.most === true && bar.of === 0 ? { ...bar, value: 0 } : bar));
}

function share<T>(what: string, list: readonly T[], good: (item: T) => boolean, bar: number): Bar {
  return ratio(what, list.filter(good).length, list.length, bar);
}

function ratio(what: string, good: number, of: number, bar: number): Bar {
  return { what, value: of === 0 ? 1 : good / of, of, bar };
}

/** Whether a figure stands where it must. */
export function stands({ value, bar, most }: Bar): boolean {
  return most ? value <= bar : value >= bar;
}
