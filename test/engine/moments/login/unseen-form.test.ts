import { describe, expect, it } from 'vitest';
import { gives, hidden, id, type Step, to, visit } from '../../../support/club-steps.js';

describe('a form of which nothing was seen', () => {
  const post = (...lines: string[]): Step => ['POST', '/', { ...to('/home'), ...gives(...lines) }];
  const start: Step = ['GET', '/', gives(hidden('sx'))];
  const home: Step = ['GET', '/home', {}];

  it('is a login where its answer gives another session', () =>
    expect(visit(start, post(hidden('sx')), home)).toEqual(['login /']));

  it('is a login where its answer gives the first one', () =>
    expect(visit(['GET', '/', {}], post(hidden('sessionid')), home)).toEqual(['login /']));

  it.each<[string, Step[]]>([
    ['leaves the session as it was', [start, post(), home]],
    [
      'gives the first one, for a language',
      [
        ['GET', '/', {}],
        ['POST', '/i18n/set', { ...to('/home'), ...gives(hidden('sessionid')) }],
        home,
      ],
    ],
    ['gives something under no name for one', [['GET', '/', {}], post(hidden('sx')), home]],
    ['gives what scripts can read', [start, post(`sx=${id()}; Path=/`), home]],
    [
      'leads to a page that turns away',
      [start, post(hidden('sx')), ['GET', '/home', { status: 403 }]],
    ],
    [
      'is one of many that do',
      [
        start,
        ['GET', '/a', gives(hidden('sx'))],
        ['GET', '/b', gives(hidden('sx'))],
        ['GET', '/c', gives(hidden('sx'))],
        post(hidden('sx')),
        home,
      ],
    ],
    [
      'leads back to the form',
      [start, ['POST', '/', { ...to('/login'), ...gives(hidden('sx')) }], home],
    ],
  ])('is none where its answer %s', (_, steps) => expect(visit(...steps)).toEqual([]));

  it('is told where the next one is let in', () => {
    const refused: Step = ['GET', '/home', { status: 403 }];
    const told = visit(start, post(hidden('sx')), refused, post(hidden('sx')), home);
    expect(told).toEqual(['login /']);
  });
});
