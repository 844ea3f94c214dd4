import { unkeptIn } from '../../../engine/proof/probe.js';
import { maskName, redactUrl } from '../../../engine/values/telling/redact.js';
import { render } from '../../../engine/render.js';
import { type NoProposal, PROOF_QUESTIONS, type Proposal } from '../../../engine/proof/proposal.js';
import type { ProofBar, ProofOffer, ProofsView } from '../../../messaging/proofs-view.js';
import { type Parts, translate } from '../parts.js';
import { canProve } from '../proofs/send-probe.js';
import type { Handlers } from './handler.js';

/**
 * What can be proved, what is being proved, and a person's word that it may begin or has to end.
 */
export const proofs: Handlers<'getProofs' | 'startProof' | 'stopProof'> = {
  getProofs: ({ tabId }, parts) => viewOf(tabId, parts),

  startProof({ tabId, question }, parts) {
    if (barOf(tabId, parts) === undefined)
      parts.proofs.start(tabId, question).catch((error: unknown) => {
        console.error(`A proof ended: ${error instanceof Error ? error.name : typeof error}`);
      });
    return viewOf(tabId, parts);
  },

  stopProof({ tabId }, parts) {
    parts.proofs.stop(tabId);
    return viewOf(tabId, parts);
  },
};

function barOf(tabId: number, { options, scope }: Parts): ProofBar | undefined {
  if (!canProve()) return 'unsupported';
  if (!options.now.proofs) return 'off';
  return scope.records(tabId) ? undefined : 'not-recorded';
}

function viewOf(tabId: number, parts: Parts): ProofsView {
  const barred = barOf(tabId, parts);
  const running = parts.proofs.progress(tabId);
  const broken = parts.proofs.broken(tabId);
  // While one is under way there is nothing to choose.
  const isOffered = barred === undefined && running === undefined;
  return {
    ended: parts.proofs.ended(tabId),
    offers: isOffered ? parts.proofs.proposals(tabId, PROOF_QUESTIONS).map(offerOf) : [],
    ...(barred && { barred }),
    ...(running && { running }),
    ...(broken && { broken }),
  };
}

function offerOf(proposal: Proposal | NoProposal): ProofOffer {
  const { question, why } = proposal;
  const offer = { question, why: render(why, translate) };
  if (!('request' in proposal)) return offer;
  const { usual, most, others } = proposal;
  const told = { ...toldOf(proposal), unkept: unkeptIn(proposal) };
  return { ...offer, request: { ...told, others: others.map(toldOf), usual, most } };
}

function toldOf({ request: { id, method, url }, subjects }: Proposal) {
  return {
    id,
    method,
    url: redactUrl(url),
    subjects: subjects.map(({ name, credentialIds, places }) => ({
      name: maskName(name),
      credentialIds,
      places: places.map((place) => ({ ...place, name: maskName(place.name) })),
    })),
  };
}
