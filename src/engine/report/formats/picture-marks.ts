import type { Report } from '../report.js';
import type { ReportPicture } from '../report-site.js';
import type { ReportProof } from '../report-proof.js';

type Outcome = ReportProof['outcomes'][number];
type Verdict = Outcome['verdict'];

/** By the index of a row: what was proved of credentials that it shows, in words. */
export type PictureMarks = ReadonlyMap<number, string>;

/** Where a picture shows a credential best: kept by itself, then given, then sent. */
const BEST = ['keep', 'give', 'send'] as const;

/** What was said last of a credential, of each question. */
export interface ProvedLast {
  readonly id: string;
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

/** What proofs said last of the credentials of a report. */
export function provedLast({
  proofs,
  credentials,
}: Pick<Report, 'proofs' | 'credentials'>): ProvedLast[] {
  const last = lastOf(proofs);
  return credentials.flatMap(({ id, name }) => {
    const verdicts = last.get(id);
    return verdicts ? [{ id, name, verdicts }] : [];
  });
}

/** What was proved, each at one row of the picture of its site. */
export function pictureMarks(
  { rows }: Pick<ReportPicture, 'rows'>,
  proved: readonly ProvedLast[],
  wordOf: (verdict: Verdict) => string,
): PictureMarks {
  const marks = new Map<number, string>();
  for (const { id, name, verdicts } of proved) {
    const at = rowOf(id, rows);
    if (at < 0) continue;
    const said = `${name}: ${verdicts.map(wordOf).join(', ')}`;
    const before = marks.get(at);
    marks.set(at, before === undefined ? said : `${before}; ${said}`);
  }
  return marks;
}

/** Of each question what was said last. */
function lastOf(proofs: readonly ReportProof[]): ReadonlyMap<string, readonly Verdict[]> {
  const last = new Map<string, Map<ReportProof['question'], Verdict>>();
  for (const { question, outcomes } of proofs)
    for (const { credentialId, verdict } of outcomes)
      last.set(credentialId, new Map(last.get(credentialId)).set(question, verdict));
  return new Map([...last].map(([id, verdicts]) => [id, [...verdicts.values()]]));
}

function rowOf(id: string, rows: ReportPicture['rows']): number {
  for (const kind of BEST) {
    const at = rows.findIndex(
      (row) => row.type === 'arrow' && row.kind === kind && row.credentialIds.includes(id),
    );
    if (at >= 0) return at;
  }
  return -1;
}
