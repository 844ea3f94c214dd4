import { describe, expect, it } from 'vitest';
import { pictureMarks, provedLast } from '../../../../src/engine/report/formats/picture-marks.js';
import type { Report } from '../../../../src/engine/report/report.js';
import type { ReportPictureRow } from '../../../../src/engine/report/report-site.js';
import type { ReportProof } from '../../../../src/engine/report/report-proof.js';

type Kind = (ReportPictureRow & { type: 'arrow' })['kind'];

const exchange = { id: 'r1', method: 'GET', url: 'https://shop.test/' };
const at = '2026-03-01T12:00:00.000Z';
const row = (kind: Kind, ...credentialIds: string[]): ReportPictureRow => ({
  type: 'arrow',
  kind,
  from: 'page',
  to: 'site',
  at,
  label: '',
  count: 1,
  exposed: false,
  credentialIds,
  exchange,
});
const login: ReportPictureRow = { type: 'note', moment: 'login', at, exchange };
const proof = (
  question: ReportProof['question'],
  verdicts: Record<string, ReportProof['outcomes'][number]['verdict']>,
) =>
  ({
    question,
    outcomes: Object.entries(verdicts).map(([credentialId, verdict]) => ({
      credentialId,
      verdict,
      others: [],
      why: '',
    })),
  }) as unknown as ReportProof;
const credentials = ['sid', 'token', 'theme'].map((name) => ({ id: name, name }));
const marksOf = (rows: ReportPictureRow[], ...proofs: ReportProof[]) =>
  Object.fromEntries(
    pictureMarks(
      { rows },
      provedLast({ proofs, credentials } as Pick<Report, 'proofs' | 'credentials'>),
      (v) => v.toUpperCase(),
    ),
  );

describe('what was proved, in the flow picture', () => {
  it('stands once, where the credential is kept, else given, else sent', () => {
    const rows = [row('send', 'token'), row('give', 'sid', 'theme'), login, row('keep', 'sid')];
    const said = proof('authenticates', {
      sid: 'needed',
      token: 'cannot-tell',
      theme: 'not-needed',
      gone: 'needed',
    });
    expect(marksOf([...rows, row('send', 'sid', 'token')], said)).toEqual({
      0: 'token: CANNOT-TELL',
      1: 'theme: NOT-NEEDED',
      3: 'sid: NEEDED',
    });
  });

  it('is what was said last of each question, of all that one row shows', () => {
    const marks = marksOf(
      [row('give', 'sid', 'theme')],
      proof('authenticates', { sid: 'cannot-tell', theme: 'not-needed' }),
      proof('authenticates', { sid: 'needed' }),
      proof('survives-logout', { sid: 'survived' }),
    );
    expect(marks).toEqual({ 0: 'sid: NEEDED, SURVIVED; theme: NOT-NEEDED' });
  });

  it('is nothing where nothing was proved', () => {
    expect(marksOf([row('keep', 'sid'), login])).toEqual({});
  });
});
