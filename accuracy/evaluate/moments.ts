import type { Report } from '../../src/engine/report/report.js';
import type { Stack } from '../support/stack.js';
import type { HarEntry } from './inventory.js';

/** Whether one kind of moment was found in the step of the visit that has it, and only there. */
export interface MomentDecision {
  kind: 'login' | 'logout' | 'session-lost';
  expected: boolean;
  found: boolean;
  /** Steps of the visit in which the engine saw one that was none. */
  extra: string[];
}

/** Nobody logs out of these: the browser, or the page, sends the same for ever. */
const WITHOUT_LOGOUT = new Set(['basic', 'api-key']);

/** Logins and logouts against the steps of the visit. No healthy server loses a session. */
export function momentsOf({ events }: Report, { truth }: Stack, entries: readonly HarEntry[]): MomentDecision[] {
  const steps = new Set(entries.map(({ _step }) => _step));
  // The reader numbers exchanges by their place in the file.
  const stepOf = (exchangeId: string | undefined) => entries[Number(exchangeId?.slice(1)) - 1]?._step ?? 'unknown';
  const seen = (kind: string) => events.filter(({ type }) => type === kind).map(({ exchange }) => stepOf(exchange?.id));
  const judge = (kind: 'login' | 'logout', expected: boolean): MomentDecision => ({
    kind,
    expected,
    found: seen(kind).includes(kind),
    extra: seen(kind).filter((step) => step !== kind),
  });
  const mechanisms = [truth.mechanism].flat();
  const logsOut = steps.has('login') && steps.has('logout') && !mechanisms.every((one) => WITHOUT_LOGOUT.has(one));
  return [
    judge('login', steps.has('login')),
    judge('logout', logsOut),
    { kind: 'session-lost', expected: false, found: false, extra: seen('session-lost') },
  ];
}
