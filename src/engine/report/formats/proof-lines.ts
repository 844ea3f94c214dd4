import type { Report, ReportProof } from '../report.js';
import type { Heading, Words } from './words.js';

const QUESTIONS: Readonly<Record<ReportProof['question'], Heading>> = {
  authenticates: 'provedLogin',
  'survives-logout': 'logout',
};

/** What was proved, as lines: the request and what it came to, then each credential with why. */
export function proofLines({ proofs, credentials }: Report, words: Words): string[] {
  const names = new Map(credentials.map(({ id, name }) => [id, name]));
  return proofs.flatMap(({ question, request, sent, sentence, outcomes }) => [
    `${words.say(QUESTIONS[question])} ${sentence} (${request.method} ${request.url}, ${words.say('sent', { count: sent })})`,
    ...outcomes.map(({ credentialId, verdict, why }) => {
      const name = names.get(credentialId) ?? credentialId;
      return `  ${words.of('proved', verdict)}: ${name}. ${why}`;
    }),
  ]);
}
