import type { Known } from '../known.js';
import { grouped } from '../grouped.js';
import type { About, Finding, RuleFailure } from '../model.js';
import type { Remedy, RequestRemedy } from '../remedies/remedy.js';
import type { Steps } from '../steps.js';
import { render } from '../render.js';
import type { Diagnosis, Text } from '../text.js';
import type { TrailStep } from '../trail/trail-step.js';
import type { Verdict } from '../verdict/verdict.js';
import { toCredential } from './credential-part.js';
import { eventsOf, toFlow } from './event-parts.js';
import { toProof } from './proof-part.js';
import type { Report, ReportDiagnosis, ReportSource } from './report.js';
import type { ReportAbout, ReportFinding } from './report-finding.js';
import type { ReportCredential } from './report-credential.js';
import { toSite } from './site-part.js';
import { LastReport } from './last-report.js';
import { asItIs, masked, type ReportStyle, toExchange, type Writing } from './writing.js';

export interface ReportParts {
  source: ReportSource;
  version: string;
  known: Known;
  verdicts: readonly Verdict[];
  trail: readonly TrailStep[];
  findings: readonly Finding[];
  remedies: readonly Remedy[];
  rules: readonly { id: string; title: Text }[];
  rulesOff: readonly { id: string; title: Text }[];
  requestRemedies: readonly RequestRemedy[];
  ruleFailures: readonly RuleFailure[];
  diagnoses: readonly Diagnosis[];
}

/**
 * Puts a report together, step by step. Everything that may hold a secret is masked here unless
 * `reveal`. `last`: the report before of the same recording, so that what stood in it is not made
 * and searched again.
 */
export function* buildSteps(
  parts: ReportParts,
  style: ReportStyle,
  last = new LastReport(),
): Steps<Report> {
  if (style.reveal) return writeReport(parts, asItIs(style));
  const found: string[] = [];
  const report = writeReport(parts, masked(style, found, last.parts));
  yield;
  return last.sweep(report, found, parts.known.credentials);
}

function writeReport(parts: ReportParts, writing: Writing): Report {
  const { style } = writing;
  const requests = new Map(parts.requestRemedies.map((one) => [one.flowId, one]));
  const titled = ({ id, title }: ReportParts['rules'][number]) => ({
    id,
    title: render(title, style.translate),
  });
  return {
    schemaVersion: 2,
    tool: { name: 'credtrail', version: parts.version },
    source: { ...parts.source, url: writing.url(parts.source.url) },
    diagnoses: parts.diagnoses.map((one) => toDiagnosis(one, style)),
    sites: parts.verdicts.map((verdict) => toSite(verdict, writing)),
    credentials: credentialsOf(parts, writing),
    events: eventsOf(parts.known.moments, parts.trail, writing),
    flows: parts.known.flows.map((flow) => toFlow(flow, requests.get(flow.id), writing)),
    findings: parts.findings.map((one) => writing.once(one, () => toFinding(one, writing))),
    proofs: parts.known.proofs.map((proof) => toProof(proof, idsBy(parts.known), writing)),
    rules: parts.rules.map(titled),
    rulesOff: parts.rulesOff.map(titled),
    ruleFailures: parts.ruleFailures.map(({ ruleId, about, message }) => ({
      ruleId,
      about: toAbout(about, writing),
      message,
    })),
  };
}

/** Ids by identity: a credential keeps that one for good. */
function idsBy({ credentials }: Known): (identity: string) => string | undefined {
  const ids = new Map(credentials.map(({ identity, id }) => [identity, id]));
  return (identity) => ids.get(identity);
}

/** A credential is written of itself, and of what else is known of it. */
function credentialsOf({ known, remedies }: ReportParts, writing: Writing): ReportCredential[] {
  const byId = grouped(remedies, ({ credentialId }) => [credentialId]);
  return known.credentials.map((one) => {
    const own: readonly Remedy[] = byId.get(one.id) ?? [];
    const besides = [known.state(one), known.signed(one), ...known.trials(one), ...own];
    return writing.once(one, () => toCredential(one, known, own, writing), besides);
  });
}

function toDiagnosis({ code, text, detail }: Diagnosis, style: ReportStyle): ReportDiagnosis {
  return { code, text: render(text, style.translate), detail: { ...detail } };
}

function toFinding(finding: Finding, writing: Writing): ReportFinding {
  const { translate } = writing.style;
  return {
    ruleId: finding.ruleId,
    key: finding.key,
    severity: finding.severity,
    about: toAbout(finding.about, writing),
    credentialId: finding.about.credentialId ?? null,
    title: render(finding.title, translate),
    why: render(finding.why, translate),
    fix: render(finding.fix, translate),
    breaks: render(finding.breaks, translate),
    evidence: finding.evidence.map(({ text, exchange }) => ({
      text: render(text, translate),
      exchange: exchange ? toExchange(exchange, writing) : null,
    })),
    references: finding.references,
    suppressed: finding.suppressed ?? null,
  };
}

function toAbout({ site, credentialId, exchange, flowId }: About, writing: Writing): ReportAbout {
  return {
    site,
    credentialId: credentialId ?? null,
    exchange: exchange ? toExchange(exchange, writing) : null,
    flowId: flowId ?? null,
  };
}
