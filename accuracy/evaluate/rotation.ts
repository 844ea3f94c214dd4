import type { Credential } from '../../src/engine/model.js';
import type { Report } from '../../src/engine/report/report.js';
import type { ReportEvent } from '../../src/engine/report/report-event.js';
import type { Label } from '../support/stack.js';
import { indexOf } from './exchange-index.js';
import type { HarEntry } from './inventory.js';
import { type Rotation, type SessionAtLogin, sessionsAtLogins } from './session-at-login.js';

/** What became of one session cookie at one login, and what the report says of it. */
export interface RotationDecision {
  step: string;
  place: string;
  truth: Rotation;
  /** Undefined where the report knows neither the cookie nor a login in that step. */
  said: Rotation | undefined;
}

/** A report, and the credentials that it was made of: it masks names that may be secret. */
interface Told {
  report: Report;
  credentials: readonly Credential[];
}

/**
 * Holds the trail of each session cookie in the report against what the browser held around each
 * login.
 */
export function rotationsOf(
  { report, credentials }: Told,
  labels: readonly Label[],
  entries: readonly HarEntry[],
): RotationDecision[] {
  return sessionsAtLogins(entries, labels).map((session) => ({
    step: session.step,
    place: `cookie ${session.name} (${session.host})`,
    truth: session.rotation,
    said: wordOf(report, credentials, session, entries),
  }));
}

function wordOf(
  { events }: Report,
  credentials: readonly Credential[],
  { step, name, host, chain }: SessionAtLogin,
  entries: readonly HarEntry[],
): Rotation | undefined {
  const isHere = ({ host: own, attributes }: Credential) =>
    own === host || attributes?.domain === host;
  const cookie = credentials.find(
    (one) => one.name === name && one.carriers.includes('cookie') && isHere(one),
  );
  const loginSeen = events.some(
    ({ type, exchange }) => type === 'login' && entries[indexOf(exchange)]?._step === step,
  );
  if (!cookie || !loginSeen) return undefined;
  const trail = events.filter(({ credentialId }) => credentialId === cookie.id);
  // First of all: what a login issues may be sealed anew, and so rotate, on the next page already.
  if (!wasThere(trail, Date.parse(entries[chain[0]!]!.startedDateTime))) return 'no session before';
  return trail.some(({ type, exchange }) => type === 'rotated' && chain.includes(indexOf(exchange)))
    ? 'rotated'
    : 'not rotated';
}

/** The last thing that happened to it before that moment was not its end. */
function wasThere(trail: readonly ReportEvent[], at: number): boolean {
  const last = trail.filter((event) => Date.parse(event.at) < at).at(-1);
  return last !== undefined && last.type !== 'cleared' && last.type !== 'expired';
}
