import type { AfterLogout, Credential, Role } from '../model.js';
import type { Proof, ProofOutcome } from '../proof/proof.js';
import { logsIn } from '../role-table.js';
import { type Text, text } from '../text.js';
import { tellRequest } from '../values/telling/redact.js';

/** Nothing that is seen makes as sure as what was tried. */
const PROVED = 0.99;
/** Decides who is asked, or stands for a person in its own way: it keeps its role. */
const KEPT: ReadonlySet<Role> = new Set(['basic', 'api-key', 'load-balancer', 'csrf', 'device']);

/** What one proof came to for one credential. */
interface Told {
  readonly proof: Proof;
  readonly outcome: ProofOutcome;
}

/**
 * Credentials with what was proved of them: it counts before all that was seen. Of two proofs of
 * one question the later one counts that could tell.
 */
export function withProofs(
  credentials: readonly Credential[],
  proofs: readonly Proof[],
): readonly Credential[] {
  if (proofs.length === 0) return credentials;
  const told = new Map<string, Told[]>();
  for (const proof of proofs)
    for (const outcome of proof.outcomes) {
      if (outcome.verdict === 'cannot-tell') continue;
      told.set(outcome.identity, [...(told.get(outcome.identity) ?? []), { proof, outcome }]);
    }
  const cookies = new Set(
    credentials.filter(({ kind }) => kind === 'cookie').map(({ identity }) => identity),
  );
  return credentials.map((credential) => {
    const own = told.get(credential.identity);
    return own ? afterLogout(asProved(credential, own, cookies), own) : credential;
  });
}

/**
 * What it is: needed anywhere, it logs in; not needed where another cookie is, it does not. Where a
 * token is needed instead, the cookie may still log in to the site's pages.
 */
function asProved(
  credential: Credential,
  told: readonly Told[],
  cookies: ReadonlySet<string>,
): Credential {
  const needed = told.findLast(({ outcome }) => isNeeded(outcome));
  if (needed) {
    const said = evidenceOf(needed);
    const keeps = logsIn(credential) || KEPT.has(credential.role);
    if (keeps)
      return {
        ...credential,
        confidence: Math.max(PROVED, credential.confidence),
        evidence: [said, ...credential.evidence],
      };
    const role = credential.kind === 'cookie' ? 'session' : 'access-token';
    return { ...credential, role, confidence: PROVED, evidence: [said] };
  }
  const spared = told.findLast(({ outcome }) => outcome.verdict === 'not-needed');
  if (!spared || credential.role !== 'session') return credential;
  const said = evidenceOf(spared);
  const inItsPlace = (one: ProofOutcome) => isNeeded(one) && cookies.has(one.identity);
  if (!spared.proof.outcomes.some(inItsPlace))
    return { ...credential, evidence: [said, ...credential.evidence] };
  return { ...credential, role: 'other', confidence: PROVED, evidence: [said] };
}

/** Whether it still logs in after the logout. */
function afterLogout(credential: Credential, told: readonly Told[]): Credential {
  const last = told.findLast(({ outcome }) => /^(?:survived|ended)$/.test(outcome.verdict));
  if (!last) return credential;
  const { request } = last.proof;
  const proved: AfterLogout =
    last.outcome.verdict === 'survived'
      ? { accepted: request, proved: true }
      : { refused: request, proved: true };
  return { ...credential, behaviour: { ...credential.behaviour, afterLogout: proved } };
}

function isNeeded({ verdict }: ProofOutcome): boolean {
  return verdict === 'needed' || verdict === 'needed-together' || verdict === 'either';
}

function evidenceOf({ proof, outcome: { verdict } }: Told): Text {
  const request = { request: tellRequest(proof.request) };
  if (verdict === 'needed')
    return text(
      'evidence_proof_needed',
      'proved: without it {request} is answered otherwise',
      request,
    );
  if (verdict === 'needed-together')
    return text(
      'evidence_proof_together',
      'proved: it and others are needed together, or {request} is answered otherwise',
      request,
    );
  if (verdict === 'either')
    return text(
      'evidence_proof_either',
      'proved: it, or another one in its place, is needed, or {request} is answered otherwise',
      request,
    );
  return text(
    'evidence_proof_not_needed',
    'proved: without it {request} is answered as before',
    request,
  );
}
