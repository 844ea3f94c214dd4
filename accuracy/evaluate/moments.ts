import type { Report } from '../../src/engine/report/report.js';
import { LOGIN_STEPS, type Stack } from '../support/stack.js';
import { indexOf } from './exchange-index.js';
import type { HarEntry } from './inventory.js';

/** Whether one kind of moment was found in the steps of the visit that have it, and only there. */
export interface MomentDecision {
  kind: 'login' | 'logout' | 'session-lost';
  /** Steps of the visit that have one. */
  expected: string[];
  /** Those of them in which the engine saw one. */
  found: string[];
  /** Steps of the visit in which the engine saw one that was none. */
  extra: string[];
}

/**
 * Nobody logs out of these, unless the page forgets what it keeps: the browser sends the same for
 * ever.
 */
const WITHOUT_LOGOUT = new Set(['basic', 'api-key']);

/** Logins and logouts against the steps of the visit. No healthy server loses a session. */
export function momentsOf(
  { events }: Report,
  { truth }: Stack,
  entries: readonly HarEntry[],
): MomentDecision[] {
  const steps = new Set(entries.map(({ _step }) => _step));
  const seen = (kind: string) =>
    events
      .filter(({ type }) => type === kind)
      .map(({ exchange }) => entries[indexOf(exchange)]?._step ?? 'unknown');
  const judge = (kind: MomentDecision['kind'], expected: string[]): MomentDecision => ({
    kind,
    expected,
    found: expected.filter((step) => seen(kind).includes(step)),
    extra: seen(kind).filter((step) => !expected.includes(step)),
  });
  const mechanisms = [truth.mechanism].flat();
  const logsOut =
    steps.has('login') &&
    steps.has('logout') &&
    (truth.forgets === true || !mechanisms.every((one) => WITHOUT_LOGOUT.has(one)));
  return [
    judge(
      'login',
      LOGIN_STEPS.filter((step) => steps.has(step)),
    ),
    judge('logout', logsOut ? ['logout'] : []),
    judge('session-lost', []),
  ];
}
