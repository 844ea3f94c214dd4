import type { Report } from '../../engine/report/report.js';
import type { ReportEvent } from '../../engine/report/report-event.js';
import type { ReportProof } from '../../engine/report/report-proof.js';
import type { ProofQuestion } from '../../messaging/proofs-view.js';

export type ReportOutcome = ReportProof['outcomes'][number];

/** The last proof of a question at a site. */
export function lastProof(
  report: Report | null,
  site: string,
  question: ProofQuestion,
): ReportProof | undefined {
  return report?.proofs.findLast((one) => one.site === site && one.question === question);
}

/** A proof, and what it said of one credential. */
export interface ProvedAbout {
  proof: ReportProof;
  outcome: ReportOutcome;
}

/** All that was proved of a credential, in order. */
export function provedAbout(report: Report | null, credentialId: string): ProvedAbout[] {
  return (report?.proofs ?? []).flatMap((proof) => {
    const outcome = proof.outcomes.find((one) => one.credentialId === credentialId);
    return outcome ? [{ proof, outcome }] : [];
  });
}

/** What was proved last of a credential. */
export function provedOf(report: Report | null, credentialId: string): ProvedAbout | undefined {
  return provedAbout(report, credentialId).at(-1);
}

/** What happened, with what was proved, in order of time. */
export function withProofs(
  events: readonly ReportEvent[],
  proved: readonly ProvedAbout[],
): (ReportEvent | ProvedAbout)[] {
  const at = (one: ReportEvent | ProvedAbout) => Date.parse('proof' in one ? one.proof.at : one.at);
  return [...events, ...proved].toSorted((a, b) => at(a) - at(b));
}
