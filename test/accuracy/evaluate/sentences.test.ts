import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../accuracy/evaluate/sentences.js';
import type { JudgedStack, Label } from '../../../accuracy/support/stack.js';
import type { Mechanism } from '../../../src/engine/model.js';
import type { Report } from '../../../src/engine/report/report.js';

const label = (name: string, role: Label['role']): Label => ({ carrier: 'cookie', name, role });
const AGAIN = 'uid lets the site know this browser again for 1 year; no login was seen.';
const SESSION = 'A server-side session: the cookie uid holds an id.';

function told(mechanism: Mechanism, sentence: string, credentials: Label[]): string[] {
  const site = { site: 'https://shop.test', mechanism, sentence, comparison: [] };
  const truth = { host: 'shop.test', mechanism, credentials };
  return contradictionsOf(
    { sites: [site] } as unknown as Report,
    { kind: 'visit', truth } as unknown as JudgedStack,
  );
}

describe('a name in the sentence of the verdict', () => {
  it.each<[string, Mechanism, string, Label[], RegExp | null]>([
    ['a tracker that knows the browser', 'none', AGAIN, [label('uid', 'tracking')], null],
    ['a device', 'none', AGAIN, [label('uid', ['other', 'device'])], null],
    [
      'a setting that would know it',
      'none',
      AGAIN,
      [label('uid', 'preference')],
      /knows no browser/,
    ],
    [
      'a consent that would',
      'none',
      AGAIN,
      [label('uid', ['consent', 'other'])],
      /knows no browser/,
    ],
    ['a session', 'session-cookie', SESSION, [label('uid', 'session')], null],
    [
      'a tracker as a session',
      'session-cookie',
      SESSION,
      [label('uid', 'tracking')],
      /logs nobody/,
    ],
    [
      'a name of two labels',
      'session-cookie',
      SESSION,
      [label('uid', 'tracking'), label('uid', 'session')],
      null,
    ],
    ['a name that is not in it', 'none', AGAIN, [label('lang', 'preference')], null],
  ])('%s', (_, mechanism, sentence, labels, says) => {
    const wrong = told(mechanism, sentence, labels);
    expect(wrong.map((line) => says?.test(line))).toEqual(says ? [true] : []);
  });
});
