import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { StorageState } from '../record/storage-state.js';
import { type Moment, stateFile } from '../record/out.js';
import type { Stack } from '../support/stack.js';
import type { HarEntry } from './inventory.js';

/** The storage as it was recorded at one moment. */
export interface StateAt {
  state: StorageState;
  at: number;
}

/** The storage after the use, after the logout and after the second login, each at the end of what came before. */
export async function statesOf(
  { name, noSecondLogin }: Stack,
  entries: readonly HarEntry[],
): Promise<StateAt[]> {
  const read = async (moment: Moment, at: number): Promise<StateAt[]> => {
    // A visit without a logout has no moment before it.
    if (!existsSync(stateFile(name, moment))) return [];
    const text = await readFile(stateFile(name, moment), 'utf8');
    return [{ state: JSON.parse(text) as StorageState, at }];
  };
  const end = Math.max(...entries.map(startOf)) + 1;
  const before = (step: string) => {
    const first = entries.find(({ _step }) => _step === step);
    return first ? startOf(first) - 1 : end;
  };
  const states = await Promise.all([
    read('after-use', before('logout')),
    read('after-logout', noSecondLogin === undefined ? before('login-2') : end),
    ...(noSecondLogin === undefined ? [read('after-login-2', end)] : []),
  ]);
  return states.flat();
}

const startOf = ({ startedDateTime }: HarEntry) => Date.parse(startedDateTime);
