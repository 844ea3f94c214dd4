import type { Recorded } from '../record/read.js';
import type { StorageState } from '../record/storage-state.js';
import type { Moment } from '../record/out.js';
import type { Stack } from '../support/stack.js';

/** The storage as it was recorded at one moment. */
export interface StateAt {
  state: StorageState;
  at: number;
}

/**
 * The storage after the use, after the logout and after the second login, each at the end of what
 * came before.
 */
export function statesOf({ noSecondLogin }: Stack, { entries, states }: Recorded): StateAt[] {
  // A visit without a logout has no moment before it.
  const at = (moment: Moment, time: number): StateAt[] => {
    const state = states[moment];
    return state ? [{ state, at: time }] : [];
  };
  const end = Math.max(...entries.map(startOf)) + 1;
  const before = (step: string) => {
    const first = entries.find(({ _step }) => _step === step);
    return first ? startOf(first) - 1 : end;
  };
  return [
    ...at('after-use', before('logout')),
    ...at('after-logout', noSecondLogin === undefined ? before('login-2') : end),
    ...(noSecondLogin === undefined ? at('after-login-2', end) : []),
  ];
}

const startOf = ({ startedDateTime }: { startedDateTime: string }) => Date.parse(startedDateTime);
