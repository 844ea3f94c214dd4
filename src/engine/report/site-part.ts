import { render } from '../render.js';
import type { Answer } from '../verdict/answers/answer.js';
import type { CellEvidence } from '../verdict/comparison/cell.js';
import type { ComparisonRow } from '../verdict/comparison/comparison.js';
import type { FlowPicture } from '../verdict/flow-picture.js';
import type { Verdict } from '../verdict/verdict.js';
import type { Report } from './report.js';
import type { ReportAnswer, ReportCheck, ReportComparison, ReportPicture } from './report-site.js';
import { isoOf, toExchange, type Writing } from './writing.js';

/** The verdict on one site. */
export function toSite(verdict: Verdict, writing: Writing): Report['sites'][number] {
  const { style } = writing;
  return {
    site: verdict.site,
    mechanism: verdict.mechanism,
    confidence: verdict.confidence,
    evidence: verdict.evidence.map((reason) => render(reason, style.translate)),
    sentence: render(verdict.sentence, style.translate),
    answers: verdict.answers.map((answer) => toAnswer(answer, writing)),
    comparison: verdict.comparison.map((row) => toComparison(row, writing)),
    picture: toPicture(verdict.picture, writing),
    grade: verdict.grade,
    score: verdict.score,
    unknown: verdict.unknown.map((missing) => render(missing, style.translate)),
    strengths: verdict.strengths.map(({ ruleId, text }) => ({
      ruleId,
      text: render(text, style.translate),
    })),
    checks: verdict.checks,
    checked: toChecked(verdict.checked),
    gradeSteps: verdict.steps.map((step) => ({ ...step })),
  };
}

function toAnswer({ exchange, at, text, ...answer }: Answer, writing: Writing): ReportAnswer {
  return {
    ...answer,
    text: render(text, writing.style.translate),
    at: isoOf(at),
    exchange: exchange ? toExchange(exchange, writing) : null,
  };
}

const OUTCOMES: readonly ReportCheck['outcome'][] = ['failed', 'unknown', 'passed'];

function toChecked(checked: Verdict['checked']): ReportCheck[] {
  return [...checked]
    .flatMap(([ruleId, counts]) => {
      const outcome = OUTCOMES.find((word) => counts[word] > 0);
      return outcome === undefined ? [] : [{ ruleId, outcome, ...counts }];
    })
    .sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
}

function toComparison(
  { aspect, session, token, cookie, evidence }: ComparisonRow,
  writing: Writing,
): ReportComparison {
  const { translate } = writing.style;
  const told = (from: CellEvidence | null) =>
    from && {
      credentialId: from.credentialId,
      exchange: from.exchange && toExchange(from.exchange, writing),
    };
  return {
    aspect,
    session: render(session, translate),
    token: render(token, translate),
    cookie: render(cookie, translate),
    evidence: {
      session: told(evidence.session),
      token: told(evidence.token),
      cookie: told(evidence.cookie),
    },
  };
}

function toPicture({ lanes, rows, omitted }: FlowPicture, writing: Writing): ReportPicture {
  return {
    lanes,
    omitted,
    rows: rows.map((row) => {
      const placed = { at: isoOf(row.at), exchange: toExchange(row.exchange, writing) };
      return row.type === 'note'
        ? { ...row, ...placed }
        : { ...row, ...placed, label: render(row.label, writing.style.translate) };
    }),
  };
}
