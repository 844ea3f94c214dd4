import { describe, expect, it } from 'vitest';
import type { Proved } from '../../../accuracy/prove/scene.js';
import { type Mark, scoreOf } from '../../../accuracy/prove/score.js';
import type { ReportProof } from '../../../src/engine/report/report-proof.js';
import type { OfferedSubject } from '../../../src/messaging/proofs-view.js';

type Verdict = ReportProof['outcomes'][number]['verdict'];

const SUBJECTS: OfferedSubject[] = [
  { name: 'sid', credentialIds: ['c1'], places: [{ carrier: 'cookie', name: 'sid' }] },
  {
    name: 'token',
    credentialIds: ['c2'],
    places: [
      { carrier: 'header', name: 'authorization' },
      { carrier: 'url', name: 'access_token' },
    ],
  },
  { name: 'key', credentialIds: ['c3'], places: [{ carrier: 'header', name: 'x-key' }] },
];

function proof(question: ReportProof['question'], ...verdicts: Verdict[]): ReportProof {
  const outcomes = verdicts.map((verdict, at) => ({
    credentialId: `c${at + 1}`,
    verdict,
    others: [],
    unkept: [],
    why: '',
  }));
  const request = { id: 'r1', method: 'GET', url: '/' };
  const told = { question, site: '', at: '', sent: 1, sentence: '', unfollowed: [], answers: [] };
  return { ...told, request, outcomes } as ReportProof;
}

function proved(proofs: ReportProof[], needed?: string[], survives?: boolean): Proved {
  const one = { id: 'r1', method: 'GET', url: '/', subjects: SUBJECTS };
  const request = { ...one, unkept: [], others: [], usual: 6, most: 9 };
  return {
    offers: [{ question: 'authenticates', why: '', request }],
    proofs,
    credentials: [],
    changed: [],
    stays: true,
    ...(needed && { withheld: { url: '/', works: true, needed, notNeeded: [], groups: [] } }),
    ...(survives !== undefined && { survives }),
  };
}

describe('what was proved, held against what withholding from outside finds', () => {
  it.each<[string, Verdict[], string[] | undefined, Mark]>([
    ['exactly these', ['needed', 'not-needed', 'not-needed'], ['cookie sid'], 'right'],
    ['by one of its places', ['not-needed', 'needed'], ['header authorization'], 'right'],
    ['by the other one', ['not-needed', 'needed'], ['url access_token'], 'right'],
    ['another header', ['not-needed', 'needed'], ['header x-key'], 'wrong'],
    ['one too many', ['needed-together', 'needed-together'], ['cookie sid'], 'wrong'],
    ['one too few', ['needed', 'not-needed'], ['cookie sid', 'url access_token'], 'wrong'],
    ['one of which it cannot tell', ['needed', 'cannot-tell'], ['cookie sid', 'url access_token'], 'untold'],
    ['nothing, and says so', ['cannot-tell', 'cannot-tell'], ['cookie sid'], 'untold'],
    ['another one, and cannot tell of it', ['cannot-tell', 'needed'], ['cookie sid'], 'wrong'],
    ['nothing to hold it against', ['needed'], undefined, 'unasked'],
  ])('%s', (_what, verdicts, needed, mark) => {
    expect(scoreOf(proved([proof('authenticates', ...verdicts)], needed)).login).toBe(mark);
  }); // prettier-ignore

  it('is not told where no request could be repeated', () => {
    expect(scoreOf(proved([], ['cookie sid'])).login).toBe('untold');
  });

  it('takes names with a hash in them for one', () => {
    const [sid] = SUBJECTS;
    const named = (hash: string) => `DW${hash.repeat(16)}`;
    const all = proved([proof('authenticates', 'needed')], [`cookie ${named('a1')}`]);
    const place = { carrier: 'cookie', name: named('b2') } as const;
    all.offers[0]!.request!.subjects = [{ ...sid!, places: [place] }];
    expect(scoreOf(all).login).toBe('right');
  });

  it.each<[Verdict, boolean | undefined, Mark]>([
    ['survived', true, 'right'],
    ['survived', false, 'wrong'],
    ['ended', false, 'right'],
    ['ended', true, 'wrong'],
    ['cannot-tell', true, 'untold'],
    ['ended', undefined, 'unasked'],
  ])('of a logout: %s, where it is so: %s', (verdict, survives, mark) => {
    const one = proof('survives-logout', verdict);
    expect(scoreOf(proved([one], undefined, survives)).logout).toBe(mark);
  });
});
