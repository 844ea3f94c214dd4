import type { Report, ReportProof } from '../report.js';

const QUESTIONS: Readonly<Record<ReportProof['question'], string>> = {
  authenticates: 'Which log in',
  'survives-logout': 'Ended by the logout',
};

/** What was proved, as lines: the request and what it came to, then each credential with why. */
export function proofLines({ proofs, credentials }: Report): string[] {
  const names = new Map(credentials.map(({ id, name }) => [id, name]));
  return proofs.flatMap(({ question, request, sent, sentence, outcomes }) => [
    `${QUESTIONS[question]}? ${sentence} (${request.method} ${request.url}, ${sent} requests)`,
    ...outcomes.map(
      ({ credentialId, verdict, why }) =>
        `  ${verdict}: ${names.get(credentialId) ?? credentialId}. ${why}`,
    ),
  ]);
}
