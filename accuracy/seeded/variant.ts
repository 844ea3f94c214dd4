import { join } from 'node:path';
import type { Severity } from '../../src/engine/model.js';
import { OUT } from '../record/out.js';
import type { Label, Stack } from '../support/stack.js';

/** One fault that was put into a server, and the finding that it has to lead to. */
export interface Seed {
  ruleId: string;
  /**
   * Name of the cookie, header, parameter, field or storage key; left out where a site or a flow is
   * meant.
   */
  name?: string | RegExp;
  /** The mildest severity at which it counts as found; `low` where none is given. */
  least?: Severity;
}

/** A real server with its settings changed for the worse. */
export interface Variant {
  /** Stack or application that it is made of. */
  of: string;
  name: string;
  /** Settings in the server's source: each text stands there, and is replaced everywhere. */
  edits: readonly (readonly [string, string])[];
  /** What is seen there and nowhere in the original; these come before its labels. */
  labels?: readonly Label[];
  seeds: readonly Seed[];
  /** Another visit, where the faults change what a user sees. */
  visit?: Stack['visit'];
  /** Why nobody logs in a second time, where that visit does not. */
  noSecondLogin?: string;
  /** Pages of other sites may use the browser's cookies. */
  thirdPartyCookies?: true;
}

/** The name under which its recording is kept. */
export function recordingOf({ of, name }: Pick<Variant, 'of' | 'name'>): string {
  return `${of}.seeded-${name}`;
}

/** Where it is kept of which server a recording was made. */
export function madeFile(recording: string): string {
  return join(OUT, `${recording}.made.json`);
}
