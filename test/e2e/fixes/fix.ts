import { lineToSend } from '../../../src/engine/report/formats/set-cookie-line.js';
import type { Report } from '../../../src/engine/report/report.js';
import { foundBy } from './visit.js';

/** What a report says is to be changed, as somebody reads it who is going to. */
export interface Fix {
  /** The line to send for the cookie that was found, without the header's name. */
  readonly line: string | undefined;
  /** What has to be so before that line may be sent, and what the change may break. */
  readonly warnings: string;
  /** How long the token should live, in seconds. */
  readonly seconds: number | undefined;
  /** Headers that the text has to paste, by their name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export function fixOf(report: Report, ruleId: string): Fix {
  const [finding] = foundBy(report, ruleId);
  if (!finding) throw new Error(`Nothing is found by ${ruleId}.`);
  const credential = report.credentials.find(({ id }) => id === finding.credentialId);
  const { remedy, lifetimeAdvice } = credential ?? {};
  const pasted = [...finding.fix.matchAll(/^ {4}([A-Z][a-z]+(?:-[A-Z]\w+)+): (.+)$/gm)];
  const headers = pasted.map(
    ([, name = '', value = '']) =>
      [name.toLowerCase(), value.replaceAll('<name>', credential?.name ?? '')] as const,
  );
  return {
    line: remedy ? lineToSend(remedy).replace('Set-Cookie: ', '') : undefined,
    warnings: [...(remedy?.notes ?? []), finding.breaks].join('\n'),
    seconds: lifetimeAdvice?.better.absolute,
    // Of two lines to choose from the first one is meant for most.
    headers: Object.fromEntries(headers.toReversed()),
  };
}
