import { describe, expect, it } from 'vitest';
import {
  cookieSubject,
  FakeBrowser,
  proposal,
  prove,
  type Server,
  verdictsOf,
} from '../../support/proof.js';
import { WELL, REFUSED } from '../../support/proof-server.js';

describe('whether what was logged out with still logs in', () => {
  const subjects = [cookieSubject('sid', 'likely'), cookieSubject('theme')];
  const wanted = (more = {}) =>
    proposal(subjects, {
      question: 'survives-logout',
      headers: [{ name: 'cookie', value: 'sid=old; theme=dark' }],
      ...more,
    });
  const page = (user: string) => ({
    status: 200,
    contentType: 'text/html',
    text: `<h1>Welcome</h1>${user}`,
  });
  it.each<[string, Server, Record<string, string>, string]>([
    [
      'it does',
      ({ cookies }) => (cookies.get('sid') === 'old' ? WELL : REFUSED),
      { sid: 'survived' },
      'proof_sentence_survived',
    ],
    [
      'it does, of a server that fails where nothing says who asks',
      ({ cookies }) => (cookies.get('sid') === 'old' ? WELL : { status: 500, text: 'no token' }),
      { sid: 'survived' },
      'proof_sentence_survived',
    ],
    [
      'the server fails for everybody',
      () => ({ status: 500 }),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_failed',
    ],
    ['it does not', () => REFUSED, { sid: 'ended' }, 'proof_sentence_ended'],
    [
      'it does not, of a server that says so to whoever sends something',
      ({ cookies }) => ({
        status: 200,
        contentType: 'application/json',
        text: cookies.has('sid') ? '{"do":"out","why":"session expired"}' : '{"do":"out"}',
      }),
      { sid: 'ended' },
      'proof_sentence_ended',
    ],
    [
      'it does not, of a server that asks for the password of a session that is not there',
      ({ cookies }) =>
        cookies.has('sid')
          ? { status: 200, contentType: 'text/html', text: '<input type="password">' }
          : { status: 302, location: '/start' },
      { sid: 'ended' },
      'proof_sentence_ended',
    ],
    [
      'a server tells an old value from one that never was',
      ({ cookies }) => ({
        status: 200,
        contentType: 'text/html',
        text:
          cookies.get('sid') === 'old'
            ? '<p>Until soon</p>'
            : `<p>${cookies.has('sid') ? 'What?' : 'Hello'}</p>`,
      }),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_unclear',
    ],
    [
      'it does, of a page that tells its own script who asks',
      ({ cookies }) => ({
        status: 200,
        contentType: 'text/html',
        text: `<meta name="user-token" content="${cookies.get('sid') === 'old' ? 'SFMyNTY' : ''}">`,
      }),
      { sid: 'survived' },
      'proof_sentence_survived',
    ],
    [
      'it is sent to log in',
      () => ({ status: 302, location: '/login?next=%2Faccount' }),
      { sid: 'ended' },
      'proof_sentence_ended',
    ],
    [
      'a page that everybody may see shows it',
      ({ cookies }) =>
        page(
          cookies.get('sid') === 'old'
            ? '<a href="/logout">Leave</a>'
            : '<a href="/login">Come in</a>',
        ),
      { sid: 'survived' },
      'proof_sentence_survived',
    ],
    [
      'a page that everybody may see is the same',
      () => page(''),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_needs_no_login',
    ],
    [
      'every page has the form of a login',
      () => page('<form><input type="password"></form>'),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_needs_no_login',
    ],
    [
      'the server limits',
      () => ({ status: 429 }),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_limited',
    ],
  ])('%s', (_what, answers, verdicts, key) => {
    const browser = new FakeBrowser({ theme: 'light' });
    const proof = prove(wanted(), browser, answers);
    expect([verdictsOf(proof), proof.sentence.key]).toEqual([verdicts, key]);
    expect(Object.fromEntries(browser.jar)).toEqual({ theme: 'light' });
  });

  it('takes the same answer as to nobody for an end where the page is known to need a login', () => {
    const proof = prove(wanted({ needsLogin: true }), new FakeBrowser({}), () => page(''));
    expect(verdictsOf(proof)).toEqual({ sid: 'ended' });
  });

  it('says nothing of the logout where a token has run out', () => {
    const expired = [{ ...subjects[0]!, expiresAt: 500 }];
    const proof = prove(wanted({ subjects: expired }), new FakeBrowser({}), () => REFUSED);
    expect(proof.outcomes[0]?.why.key).toBe('proof_expired');
  });
});
