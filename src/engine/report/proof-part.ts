import type { Proof, ProofProbe } from '../proof/proof.js';
import { render } from '../render.js';
import { maskName } from '../values/telling/redact.js';
import type { ReportProof } from './report-proof.js';
import { isoOf, toExchange, type Writing } from './writing.js';

/** A proof as a report tells it, under the ids that credentials have now. */
export function toProof(
  { question, site, request, at, sent, probes, outcomes, unfollowed = [], sentence }: Proof,
  idOf: (identity: string) => string | undefined,
  writing: Writing,
): ReportProof {
  const { translate } = writing.style;
  return {
    question,
    site,
    at: isoOf(at),
    request: toExchange(request, writing),
    sent,
    sentence: render(sentence, translate),
    outcomes: outcomes.map(({ credentialId, identity, verdict, others, why }) => ({
      credentialId: idOf(identity) ?? credentialId,
      verdict,
      others: [...new Set(others.map((one) => idOf(one.identity) ?? one.credentialId))],
      why: render(why, translate),
    })),
    unfollowed: unfollowed.map((one) => ({ ...one, name: maskName(one.name) })),
    answers: probes.map((probe) => toAnswer(probe, idOf)),
  };
}

function toAnswer(
  { step, withheld, answer }: ProofProbe,
  idOf: (identity: string) => string | undefined,
): ReportProof['answers'][number] {
  const { status, kind, location, contentType, length, fingerprint, differs } = answer;
  return {
    step,
    withheld: [...new Set(withheld.flatMap((identity) => idOf(identity) ?? []))],
    status,
    kind,
    location: location ?? null,
    contentType: contentType ?? null,
    length,
    fingerprint,
    differs: differs ? { ...differs } : null,
  };
}
