import type { ReportProof } from '../../src/engine/report/report-proof.js';
import { maskName } from '../../src/engine/values/telling/redact.js';
import type { Proved } from './scene.js';

/**
 * `untold`: the extension said that it cannot tell; `unasked`: nothing is known to hold it against.
 */
export type Mark = 'right' | 'untold' | 'wrong' | 'unasked';

export interface Score {
  login: Mark;
  logout: Mark;
  /** What was named, and what decides, for whoever looks into a difference. */
  named: string[];
  decides: string[];
  why: string;
}

const HASHED = /\w{4}…(?=\(\d+\))/g;
const NAMED: readonly string[] = ['needed', 'needed-together', 'either'];

/**
 * What is withheld as one thing, by where it stands: `cookie sid`, `header authorization`, `url
 * key`.
 */
type Parts = readonly string[];

/** Holds what was proved against what is so. */
export function scoreOf(proved: Proved): Score {
  const { withheld, survives } = proved;
  const login = proofOf('authenticates', proved);
  const logout = proofOf('survives-logout', proved);
  const decides = withheld?.works
    ? [...new Set([...withheld.needed, ...withheld.groups.flat()].map(plain))].sort()
    : [];
  const isNamed = (verdict: string) => NAMED.includes(verdict);
  const named = [
    ...partsOf(login, proved, isNamed),
    ...(login?.unfollowed ?? [])
      .filter(({ verdict }) => isNamed(verdict))
      .map(({ carrier, name }) => [plain(`${carrier} ${name}`)]),
  ];
  const untold = partsOf(login, proved, (verdict) => verdict === 'cannot-tell');
  return {
    login: withheld?.works ? loginMark(login, named, untold, decides) : 'unasked',
    logout: survives === undefined ? 'unasked' : logoutMark(logout, survives),
    named: named.map((parts) => parts.join(' = ')).sort(),
    decides,
    why: login?.sentence ?? proved.offers[0]?.why ?? '',
  };
}

function proofOf(question: ReportProof['question'], { proofs }: Proved): ReportProof | undefined {
  return proofs.findLast((one) => one.question === question);
}

/** Where what got such a verdict stands in the request, as it was offered. */
function partsOf(
  proof: ReportProof | undefined,
  { offers }: Proved,
  isMeant: (verdict: string) => boolean,
): Parts[] {
  const offered = offers
    .flatMap(({ request }) => (request ? [request, ...request.others] : []))
    .find(({ id }) => id === proof?.request.id);
  const meant = new Set(
    proof?.outcomes.filter(({ verdict }) => isMeant(verdict)).map((one) => one.credentialId),
  );
  return (offered?.subjects ?? [])
    .filter(({ credentialIds }) => credentialIds.some((id) => meant.has(id)))
    .map(({ places }) => places.map(({ carrier, name }) => plain(`${carrier} ${name}`)));
}

/** Masked as in the offer; some names have a hash in them, of an address with its port. */
function plain(part: string): string {
  const space = part.indexOf(' ');
  return `${part.slice(0, space)} ${maskName(part.slice(space + 1)).replace(HASHED, '#')}`;
}

/** Each that was named decides by one of its places, and each that decides was named. */
function loginMark(
  proof: ReportProof | undefined,
  named: readonly Parts[],
  untold: readonly Parts[],
  decides: readonly string[],
): Mark {
  if (!proof || (named.length === 0 && untold.length > 0)) return 'untold';
  const missing = decides.filter((one) => !named.flat().includes(one));
  const areSo = named.every((parts) => parts.some((part) => decides.includes(part)));
  if (areSo && missing.length === 0) return 'right';
  return areSo && missing.every((one) => untold.flat().includes(one)) ? 'untold' : 'wrong';
}

function logoutMark(proof: ReportProof | undefined, survives: boolean): Mark {
  const verdicts = new Set(proof?.outcomes.map(({ verdict }) => verdict));
  if (verdicts.has('survived')) return survives ? 'right' : 'wrong';
  if (verdicts.has('ended')) return survives ? 'wrong' : 'right';
  return 'untold';
}
