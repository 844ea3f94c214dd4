import { expectedFindings } from '../../../accuracy/oracle/index.js';
import type { PlacedValue } from '../../../accuracy/evaluate/inventory.js';
import type { Answer } from '../../../accuracy/oracle/question.js';
import type { Label } from '../../../accuracy/support/stack.js';

export const AT = Date.parse('2026-01-01T00:00:00Z');
/** A value that was received in a cookie. */
export const value = (more: Partial<PlacedValue>): PlacedValue => ({
  carrier: 'cookie',
  name: 'sid',
  host: 'shop.test',
  direction: 'received',
  encrypted: true,
  value: '',
  at: AT,
  ...more,
});

/** A line that sets it. */
export const line = (text: string) => value({ value: text });

/** What it is said to be. */
export const label = (more: Partial<Label> = {}): Label => ({
  carrier: 'cookie',
  name: 'sid',
  role: 'session',
  ...more,
});

/** Which rules are answered so. */
export const answers = (labels: Label[], values: PlacedValue[], wanted: Answer) =>
  expectedFindings({ labels, values, entries: [], states: {} })
    .filter(({ answer }) => answer === wanted)
    .map(({ ruleId }) => ruleId)
    .toSorted();

/** A line that lacks nothing. */
export const HARD = 'x; Path=/; Secure; HttpOnly; SameSite=Lax';
