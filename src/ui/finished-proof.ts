import type { Report, ReportProof } from '../engine/report/report.js';
import type { ProofQuestion } from '../messaging/protocol.js';

export type ReportOutcome = ReportProof['outcomes'][number];

/** The last proof of a question at a site. */
export function lastProof(
  report: Report | null,
  site: string,
  question: ProofQuestion,
): ReportProof | undefined {
  return report?.proofs.findLast((one) => one.site === site && one.question === question);
}

/** What was proved last of a credential. */
export function provedOf(
  report: Report | null,
  credentialId: string,
): { proof: ReportProof; outcome: ReportOutcome } | undefined {
  for (const proof of report?.proofs.toReversed() ?? []) {
    const outcome = proof.outcomes.find((one) => one.credentialId === credentialId);
    if (outcome) return { proof, outcome };
  }
  return undefined;
}
