import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/engine/model.js';
import type { Proposal } from '../../src/engine/proof/proposal.js';
import type { Report } from '../../src/engine/report/report.js';
import { Recording } from '../../src/recording/recording.js';
import { exchange, type ExchangeSpec, START } from '../support/exchange.js';
import { FakeBrowser, prove, type Server } from '../support/proof.js';

const SITE = 'https://shop.test';
const ID = 'Xk29vQpLm3Rt8Zw1Yb5Nc7Hd';
const CARRIES = { cookie: `sid=${ID}; theme=dark` };
const ME = { status: 200, contentType: 'application/json', text: '{"name":"alice"}' };

let at = START;
const go = (path: string, more: Partial<ExchangeSpec> = {}): Exchange =>
  exchange({ url: SITE + path, at: (at += 5_000), takes: 20, status: 200, ...more });

/** Somebody logs in, looks at something, and logs out. */
function visit(): Recording {
  return Recording.fromExchanges([
    go('/login', {
      method: 'POST',
      status: 303,
      redirectUrl: `${SITE}/api/me`,
      requestBody: { kind: 'form', mimeType: 'x', bytes: 9, fields: [], passwordField: 'password' },
      gets: { 'set-cookie': [`sid=${ID}; Path=/; HttpOnly`, 'theme=dark; Path=/'] },
    }),
    go('/api/me', { sends: CARRIES, gets: { 'content-type': 'application/json' } }),
    go('/logout', {
      method: 'POST',
      status: 303,
      redirectUrl: `${SITE}/`,
      sends: CARRIES,
      gets: { 'set-cookie': 'sid=; Path=/; Max-Age=0' },
    }),
    go('/', { sends: { cookie: 'theme=dark' }, gets: { 'content-type': 'text/html' } }),
  ]);
}

/** Proves against a server, and returns what the report says then. */
function reported(recording: Recording, server: Server): Report {
  const proposal = recording.toTry.propose('survives-logout', SITE) as Proposal;
  recording.add(prove(proposal, new FakeBrowser({ theme: 'dark' }), server));
  return recording.report({ source: { kind: 'tab' }, version: '0' });
}

const outcomeOf = ({ sites }: Report, ruleId: string) =>
  sites[0]?.checked.find((one) => one.ruleId === ruleId)?.outcome;

describe('whether the logout ended the session', () => {
  it('is proved where the old one still gets the answer of its user', () => {
    const report = reported(visit(), ({ cookies }) =>
      cookies.get('sid') === ID ? ME : { status: 401 },
    );
    const finding = report.findings.find(({ ruleId }) => ruleId === 'session-survives-logout');
    expect(finding?.evidence[0]?.text).toBe(
      'Proved: put back after the logout, sid of shop.test got the answer of its user from GET ' +
        '/api/me; without it the answer is another one.',
    );
    const answer = report.sites[0]?.answers.find(({ question }) => question === 'logout');
    expect([answer?.outcome, answer?.text]).toEqual([
      'bad',
      'No, that is proved: put back after the logout POST /logout, the old sid still worked ' +
        'with GET /api/me.',
    ]);
    expect(report.proofs[0]?.sentence).toBe('The logout did not end sid.');
  });

  it('is proved where the old one is refused', () => {
    const report = reported(visit(), () => ({ status: 401 }));
    expect(outcomeOf(report, 'session-survives-logout')).toBe('passed');
    const answer = report.sites[0]?.answers.find(({ question }) => question === 'logout');
    expect([answer?.outcome, answer?.text.slice(0, 21)]).toEqual(['good', 'Yes, that is proved: ']);
  });

  it('stays unknown where it cannot be told', () => {
    const report = reported(visit(), () => ({ status: 429 }));
    expect(outcomeOf(report, 'session-survives-logout')).toBe('unknown');
    expect(report.proofs[0]?.outcomes[0]?.verdict).toBe('cannot-tell');
  });

  it('is in no report as it was sent: only masked', () => {
    const report = reported(visit(), () => ({ status: 401 }));
    expect(JSON.stringify(report)).not.toContain(ID);
  });
});
