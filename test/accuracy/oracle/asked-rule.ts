import { expectedFindings } from '../../../accuracy/oracle/index.js';
import { seenOf } from '../../../accuracy/oracle/seen.js';
import type { Label } from '../../../accuracy/support/stack.js';
import { entries, type Request } from '../../support/accuracy-entry.js';

export const SITE = 'https://shop.test';
export const ID = '4f1cbe2a90d7735d8c66a1b2c3d4e5f6';
const SESSION: Label = { carrier: 'cookie', name: 'sid', role: 'session' };
const TOKEN: Label = { carrier: 'body', name: /csrf/, role: 'csrf' };

/** Whether a finding of this rule is asked for after these requests. */
export const answer = (ruleId: string, requests: Request[], labels: Label[] = [SESSION, TOKEN]) =>
  expectedFindings(
    seenOf(labels, {
      entries: entries(...requests.map((one) => ({ type: 'document', ...one }))),
      states: {},
    }),
  ).find((one) => one.ruleId === ruleId)?.answer ?? 'forbidden';
