import { describe, expect, it } from 'vitest';
import { nextMarkName } from '../../../src/ui/store/next-mark-name.js';
import { useCatalogue } from '../../support/use-catalogue.js';

const moment = (type: string, at: number) => ({ type, at: new Date(at).toISOString() });
const mark = (id: number, at: number) => ({ id, at });

useCatalogue('en');

describe('nextMarkName', () => {
  const login = moment('login', 100);
  const logout = moment('logout', 200);

  it.each([
    ['nothing happened', [], [], 'Before login'],
    ['nothing happened since the first mark', [mark(1, 50)], [], 'Moment 2'],
    ['somebody logged in', [mark(1, 50)], [login], 'After login'],
    ['somebody logged in unmarked', [], [login], 'After login'],
    ['the login is marked', [mark(1, 50), mark(2, 150)], [login], 'Moment 3'],
    ['somebody logged out', [mark(1, 50), mark(2, 150)], [login, logout], 'After logout'],
    ['the logout is marked', [mark(3, 250)], [login, logout], 'Moment 4'],
    [
      'somebody logged in again',
      [mark(3, 250)],
      [login, logout, moment('login', 300)],
      'After login',
    ],
    ['the session was lost', [mark(2, 150)], [login, moment('session-lost', 180)], 'Moment 3'],
  ])('where %s', (_, marks, moments, name) => {
    expect(nextMarkName(marks, moments)).toBe(name);
  });
});
