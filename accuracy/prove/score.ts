import type { ReportProof } from '../../src/engine/report/report.js';
import type { Proved } from './prove.js';

/** `untold`: the extension said that it cannot tell; `unasked`: nothing is known to hold it against. */
export type Mark = 'right' | 'untold' | 'wrong' | 'unasked';

export interface Score {
  login: Mark;
  logout: Mark;
  /** What was named, and what decides, for whoever looks into a difference. */
  named: string[];
  decides: string[];
  why: string;
}

const NAMED: readonly string[] = ['needed', 'needed-together', 'either'];

/** Holds what was proved against what is so. */
export function scoreOf(proved: Proved): Score {
  const { withheld, survives } = proved;
  const login = proofOf('authenticates', proved);
  const logout = proofOf('survives-logout', proved);
  const decides = withheld?.works
    ? [...new Set([...withheld.needed, ...withheld.groups.flat()])].sort()
    : [];
  const named = namesIn(login, proved);
  return {
    login: withheld?.works === true || isLost(login) ? loginMark(login, named, decides) : 'unasked',
    logout: survives === undefined ? 'unasked' : logoutMark(logout, survives),
    named,
    decides,
    why: login?.sentence ?? proved.offers[0]?.why ?? '',
  };
}

/** It needs a login, which was gone at the end: nobody could ask from outside any more. */
function isLost(proof: ReportProof | undefined): boolean {
  const isTold = proof?.outcomes.some(({ verdict }) => verdict !== 'cannot-tell') ?? false;
  const last = proof?.answers.at(-1);
  return !isTold && last?.step === 'again' && last.kind !== 'as-before';
}

function proofOf(question: ReportProof['question'], { proofs }: Proved): ReportProof | undefined {
  return proofs.findLast((one) => one.question === question);
}

/** As withholding calls them; what is no cookie by where it was sent. */
function namesIn(proof: ReportProof | undefined, { credentials }: Proved): string[] {
  const ids = (proof?.outcomes ?? [])
    .filter(({ verdict }) => NAMED.includes(verdict))
    .map(({ credentialId }) => credentialId);
  return credentials
    .filter(({ id }) => ids.includes(id))
    .map(({ carrier, carriers, name }) =>
      carrier === 'cookie' ? `cookie ${name}` : carriers.includes('header') ? 'header' : 'url',
    )
    .sort();
}

function loginMark(
  proof: ReportProof | undefined,
  named: readonly string[],
  decides: readonly string[],
): Mark {
  if (!proof || (named.length === 0 && proof.outcomes.some((one) => one.verdict === 'cannot-tell')))
    return 'untold';
  const kinds = (all: readonly string[]) =>
    [...new Set(all.map((one) => (one.startsWith('cookie ') ? one : one.split(' ')[0]!)))].sort();
  return kinds(named).join() === kinds(decides).join() ? 'right' : 'wrong';
}

function logoutMark(proof: ReportProof | undefined, survives: boolean): Mark {
  const verdicts = new Set(proof?.outcomes.map(({ verdict }) => verdict));
  if (verdicts.has('survived')) return survives ? 'right' : 'wrong';
  if (verdicts.has('ended')) return survives ? 'wrong' : 'right';
  return 'untold';
}
