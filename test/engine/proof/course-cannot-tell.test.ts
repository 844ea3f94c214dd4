import { describe, expect, it } from 'vitest';
import { Course } from '../../../src/engine/proof/course.js';
import {
  cookieSubject,
  FakeBrowser,
  proposal,
  prove,
  type Server,
  verdictsOf,
} from '../../support/proof.js';
import { browserWith, server, WELL, REFUSED } from '../../support/proof-server.js';

describe('answers that change by themselves', () => {
  const WORDS = [
    'wheel',
    'shaft',
    'mill',
    'punch',
    'card',
    'loom',
    'brass',
    'engine',
    'note',
    'gear',
  ];
  const OWN = ['your orders', 'your letters', 'your account'];
  /** A page of which most is another one each time. */
  const page = (turn: number, own: readonly string[]) => {
    const lines = [...WORDS.map((word) => `${word} ${'abcdefgh'[turn % 8]}`), ...own];
    return {
      status: 200,
      contentType: 'text/html',
      text: lines.map((line) => `<p>${line}</p>`).join(''),
    };
  };
  const subjects = [cookieSubject('sid', 'likely'), cookieSubject('theme')];
  const proving = (own: readonly string[]) =>
    prove(proposal(subjects), browserWith('sid', 'theme'), ({ cookies, probe }) =>
      page(probe.number, cookies.has('sid') ? own : []),
    );

  it('are told apart by what stays the same in them', () => {
    const proof = proving(OWN);
    expect(verdictsOf(proof)).toEqual({ sid: 'needed', theme: 'not-needed' });
  });

  it('are not, by what may stay the same by chance', () => {
    const proof = proving(OWN.slice(0, 2));
    expect([proof.sentence.key, proof.sent]).toEqual(['proof_noise', 5]);
  });
});

describe('a proof that cannot tell', () => {
  const subjects = [cookieSubject('sid', 'likely'), cookieSubject('theme')];
  const known = server((has) => has('sid'));
  let count = 0;
  it.each<[string, Server, string]>([
    ['needs no login', () => WELL, 'proof_needs_no_login'],
    ['nobody is logged in any more', () => REFUSED, 'proof_not_logged_in'],
    ['is limited at once', () => ({ status: 429, retryAfter: '30', text: '' }), 'proof_limited'],
    [
      'is limited in the middle',
      (asked) => (asked.probe.number >= 4 ? { status: 429 } : known(asked)),
      'proof_limited',
    ],
    [
      'asks whether somebody is human',
      (asked) =>
        asked.probe.number >= 3
          ? { status: 403, contentType: 'text/html', text: '<div id="cf-chl-widget"></div>' }
          : known(asked),
      'proof_limited',
    ],
    [
      'fails',
      (asked) => (asked.probe.number >= 3 ? { status: 500 } : known(asked)),
      'proof_failed',
    ],
    [
      'answers by itself now so, now so',
      () => ((count += 1) % 2 === 0 ? WELL : { status: 302, location: '/elsewhere' }),
      'proof_noise',
    ],
    [
      'ends the login meanwhile',
      (asked) => (asked.probe.number >= 4 ? REFUSED : known(asked)),
      'proof_changed',
    ],
  ])('where the server %s', (_what, answers, key) => {
    count = 1;
    const proof = prove(proposal(subjects), browserWith('sid', 'theme'), answers);
    expect(proof.outcomes.map(({ verdict, why }) => [verdict, why.key])).toEqual([
      ['cannot-tell', key],
      ['cannot-tell', key],
    ]);
    expect(proof.sentence.key).toBe(key);
  });

  it('says of a password that the page itself sends that nobody has kept it', () => {
    const subject = {
      ...cookieSubject('basic', 'likely'),
      places: [{ carrier: 'header', name: 'authorization' }],
    } as const;
    const proof = prove(proposal([subject]), new FakeBrowser({}), () => REFUSED);
    expect(proof.sentence.key).toBe('proof_no_password');
  });

  it('says why there was no answer, or that it was stopped', () => {
    const course = new Course(proposal(subjects));
    course.fail('cors');
    expect(course.next()).toBeUndefined();
    expect(course.proof(1).sentence.key).toBe('proof_cors');
    const stopped = new Course(proposal(subjects));
    stopped.stop();
    expect(stopped.proof(1).outcomes[0]?.why.key).toBe('proof_stopped');
  });

  it('says of a cookie that the browser has no more that it was not sent', () => {
    const proof = prove(proposal(subjects), browserWith('sid'), known);
    expect(verdictsOf(proof)).toEqual({ sid: 'needed', theme: 'cannot-tell' });
    expect(proof.outcomes[1]?.why.key).toBe('proof_not_sent');
  });
});
