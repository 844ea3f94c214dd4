import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { withProofs } from '../../../src/engine/pipeline/with-proofs.js';
import type { Proof, ProofOutcome } from '../../../src/engine/proof/proof.js';
import { REPORT_FORMATS } from '../../../src/engine/report/formats/formats.js';
import { render } from '../../../src/engine/render.js';
import { text } from '../../../src/engine/text.js';
import { cookie, credential } from '../../support/credential.js';
import { exchange } from '../../support/exchange.js';
import { schemaErrors } from '../../support/report-schema.js';
import { options } from '../../support/told-analysis.js';

const REQUEST = { id: 'x1', method: 'GET', url: 'https://shop.test/api/me', status: 200 };

function proof(
  outcomes: Record<string, ProofOutcome['verdict']>,
  more: Partial<Proof> = {},
): Proof {
  return {
    kind: 'proof',
    at: 5,
    question: 'authenticates',
    site: 'https://shop.test',
    request: REQUEST,
    sent: 6,
    probes: [
      {
        step: 'nothing',
        withheld: Object.keys(outcomes),
        answer: { status: 401, length: 2, fingerprint: '0123456789ab', kind: 'refused' },
      },
    ],
    outcomes: Object.entries(outcomes).map(([identity, verdict]) => ({
      credentialId: 'gone',
      identity,
      verdict,
      others: [],
      why: text('proof_not_needed', 'The request is answered as before without it.'),
    })),
    sentence: text('proof_noise', 'So it is.'),
    ...more,
  };
}

describe('what was proved', () => {
  it.each([
    ['needed', 'preference', 'session'],
    ['needed-together', 'other', 'session'],
    ['either', 'tracking', 'session'],
    ['needed', 'remember-me', 'remember-me'],
    ['needed', 'access-token', 'access-token'],
    ['needed-together', 'load-balancer', 'load-balancer'],
    ['cannot-tell', 'other', 'other'],
    ['not-needed', 'other', 'other'],
    ['not-needed', 'access-token', 'access-token'],
  ] as const)('%s: of %s it makes %s', (verdict, role, expected) => {
    const [one] = withProofs([cookie({ role, identity: 'one' })], [proof({ one: verdict })]);
    expect(one?.role).toBe(expected);
  });

  it('makes a token of what is no cookie', () => {
    const [one] = withProofs(
      [credential({ kind: 'token', role: 'other', identity: 'one' })],
      [proof({ one: 'needed' })],
    );
    expect(one?.role).toBe('access-token');
  });

  it.each([
    ['no other', undefined, 'session'],
    ['another cookie', cookie({ role: 'other', identity: 'two' }), 'other'],
    // Of pages that it may still log in to, the request of a token says nothing.
    ['a token', credential({ kind: 'token', role: 'access-token', identity: 'two' }), 'session'],
  ] as const)('makes of a session that is not needed where %s is: %s', (_, other, role) => {
    const session = cookie({ role: 'session', identity: 'one' });
    const [one] = withProofs(
      [session, ...(other ? [other] : [])],
      [proof({ one: 'not-needed', ...(other && { two: 'needed' as const }) })],
    );
    expect(one?.role).toBe(role);
    expect(render(one!.evidence[0]!)).toContain('is answered as before');
  });

  it('says so before all other evidence, and is as sure as can be', () => {
    const [one] = withProofs([cookie({ identity: 'one' })], [proof({ one: 'needed' })]);
    expect(one?.confidence).toBeGreaterThanOrEqual(0.99);
    expect(render(one!.evidence[0]!)).toBe('proved: without it GET /api/me is answered otherwise');
  });

  it('of a logout counts before what was seen, the latest that could tell', () => {
    const survived = { question: 'survives-logout' } as const;
    const [one] = withProofs(
      [cookie({ identity: 'one', behaviour: { afterLogout: { accepted: REQUEST } } })],
      [
        proof({ one: 'survived' }, survived),
        proof({ one: 'ended' }, survived),
        proof({ one: 'cannot-tell' }, survived),
      ],
    );
    expect(one?.behaviour.afterLogout).toEqual({ refused: REQUEST, proved: true });
  });

  it('leaves everything as it is where nothing was', () => {
    const all = [cookie()];
    expect(withProofs(all, [])).toBe(all);
  });
});

describe('an analysis with a proof', () => {
  function analysis(): Analysis {
    const made = new Analysis();
    made.addExchange(
      exchange({
        url: 'https://shop.test/',
        gets: { 'set-cookie': ['choice=Xk29vQpLm3Rt8Zw1Yb5Nc7Hd; Path=/', 'lang=en; Path=/'] },
      }),
    );
    const [choice, lang] = made.credentials();
    made.addTried(proof({ [choice!.identity]: 'needed', [lang!.identity]: 'not-needed' }));
    return made;
  }

  it('reports it, as the schema says, under the ids that credentials have', () => {
    const report = analysis().report(options);
    expect(schemaErrors(report)).toEqual([]);
    const [told] = report.proofs;
    expect(told?.outcomes.map(({ credentialId }) => credentialId)).toEqual(['c1', 'c2']);
    expect(told?.answers[0]).toMatchObject({
      withheld: ['c1', 'c2'],
      status: 401,
      kind: 'refused',
    });
    expect(report.credentials[0]).toMatchObject({ role: 'session', confidence: 0.99 });
    expect(report.sites[0]?.mechanism).toBe('session-cookie');
  });

  it('is the same after a stop', () => {
    const made = analysis();
    const saved = JSON.parse(JSON.stringify(made.save())) as ReturnType<Analysis['save']>;
    expect(Analysis.restore(saved).report(options)).toEqual(made.report(options));
  });

  it.each([
    ['text', 'Which of these log in? So it is. (GET https://shop.test/api/me, '],
    ['markdown', '\n  - needed: choice. The request is answered as before'],
    ['html', '<li>needed: choice. The request is answered as before'],
  ] as const)('tells it as %s', (format, told) => {
    const { write } = REPORT_FORMATS[format];
    expect(write(analysis().report(options), {})).toContain(told);
  });

  it('keeps of one question to one address the latest', () => {
    const made = analysis();
    made.addTried(proof({}, { sent: 9 }));
    expect(made.report(options).proofs.map(({ sent }) => sent)).toEqual([9]);
  });

  it('says how many it forgot', () => {
    const made = new Analysis();
    for (let n = 0; n < 40; n++)
      made.addTried(proof({}, { request: { ...REQUEST, url: `https://shop.test/${n}` } }));
    const { proofs, diagnoses } = made.report(options);
    expect(proofs).toHaveLength(32);
    expect(JSON.stringify(diagnoses)).toContain('8 requests it was forgotten what they proved');
  });
});
