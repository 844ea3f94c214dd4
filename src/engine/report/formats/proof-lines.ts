import type { Report } from '../report.js';
import type { ReportProof } from '../report-proof.js';
import type { Heading, Words } from './words.js';

const QUESTIONS: Readonly<Record<ReportProof['question'], Heading>> = {
  authenticates: 'provedLogin',
  'survives-logout': 'logout',
};

/**
 * A proof in words: the question, what it came to and the request; and each credential with why.
 */
export interface ToldProof {
  readonly said: string;
  readonly outcomes: readonly string[];
}

/** What was proved. */
export function toldProofs({ proofs, credentials }: Report, words: Words): ToldProof[] {
  const names = new Map(credentials.map(({ id, name }) => [id, name]));
  return proofs.map(({ question, request, sent, sentence, outcomes }) => ({
    said:
      `${words.say(QUESTIONS[question])} ${sentence} ` +
      `(${request.method} ${request.url}, ${words.say('sent', { count: sent })})`,
    outcomes: outcomes.map(({ credentialId, verdict, why }) => {
      const name = names.get(credentialId) ?? credentialId;
      return `${words.of('proved', verdict)}: ${name}. ${why}`;
    }),
  }));
}

/** The same as lines, those of credentials set in. */
export function proofLines(report: Report, words: Words): string[] {
  return toldProofs(report, words).flatMap(({ said, outcomes }) => [
    said,
    ...outcomes.map((one) => `  ${one}`),
  ]);
}
