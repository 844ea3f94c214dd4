import { describe, expect, it } from 'vitest';
import type { AfterLogout, Exchange } from '../../../src/engine/model.js';
import {
  api,
  login,
  logout,
  page,
  read,
  sends,
  startAgain,
  toLogin,
  words,
} from '../../support/shown-again.js';
import { options } from '../../support/told-analysis.js';

describe('what was shown to a user, and is shown to the old value after the logout', () => {
  it.each<[string, () => Exchange[], (keyof AfterLogout)[]]>([
    [
      'the same page',
      () => [login(), page('/home', { sends }), logout(), page('/home', { sends })],
      ['answered', 'shownAgain'],
    ],
    [
      'the same data',
      () => [login(), api('/orders', { sends }), logout(), api('/orders', { sends })],
      ['answered', 'shownAgain'],
    ],
    [
      'the same page, after one that is for everybody',
      () => [
        page('/'),
        login(),
        page('/home', { sends }),
        logout(),
        page('/', { sends }),
        page('/home', { sends }),
      ],
      ['answered', 'shownAgain'],
    ],
    [
      'a page that was shown before the login',
      () => [page('/home'), login(), page('/home', { sends }), logout(), page('/home', { sends })],
      ['answered'],
    ],
    [
      'a page that is shown without it after the logout',
      () => [login(), page('/home', { sends }), logout(), page('/home'), page('/home', { sends })],
      ['answered'],
    ],
    [
      'another page',
      () => [login(), page('/home', { sends }), logout(), page('/about', { sends })],
      ['answered'],
    ],
    [
      'a page that the browser had kept',
      () => {
        const steps = [login(), page('/home', { sends }), logout()];
        const again = page('/home', { sends });
        return [...steps, { ...again, response: { ...again.response!, fromCache: true } }];
      },
      [],
    ],
  ])('%s', (_what, steps, said) => {
    startAgain();
    expect(words(steps())).toEqual(said);
  });

  it('is said, makes no A+, and is no finding', () => {
    startAgain();
    const steps = [login(), page('/home', { sends }), logout(), page('/home', { sends })];
    const report = read(steps).report(options);
    const site = report.sites[0]!;
    expect(site.grade).not.toBe('A+');
    expect(site.unknown).toContain('whether others get what was shown to sid after the logout');
    const answer = site.answers.find(({ question }) => question === 'logout');
    expect(answer).toMatchObject({ outcome: 'unknown' });
    expect(answer!.text).toContain('GET /home was answered to the old sid, too');
    expect(report.findings.map(({ ruleId }) => ruleId)).not.toContain('session-survives-logout');
  });

  it('says nothing by an earlier logout of the last', () => {
    startAgain();
    const first = [
      login(),
      page('/home', { sends }),
      logout(),
      page('/home', { sends, ...toLogin }),
    ];
    const again = [login(), page('/home', { sends }), logout()];
    const answerTo = (steps: Exchange[]) =>
      read(steps)
        .report(options)
        .sites[0]!.answers.find(({ question }) => question === 'logout')!.outcome;
    expect(answerTo(first)).toBe('good');
    expect(answerTo([...first, ...again])).toBe('unknown');
  });
});
