import type { About, Credential, ExchangeRef, Finding, Millis, RuleFailure } from '../model.js';
import { type Diagnosis, render, type Translate } from '../text.js';
import { hashOf } from '../values/hash.js';
import type { AuthFlow } from '../flows/flow.js';
import type { Known } from '../known.js';
import { TRAIL_ORDER, type TrailStep } from '../trail/trail.js';
import type { CellEvidence } from '../verdict/comparison/cell.js';
import type { ComparisonRow } from '../verdict/comparison/comparison.js';
import type { FlowPicture } from '../verdict/picture.js';
import type { Verdict } from '../verdict/verdict.js';
import { boundClaims, maskClaims } from '../values/claims.js';
import { maskName, maskText, preview, redactUrl } from '../values/redact.js';
import { attributesOf } from './attributes.js';
import { sweep } from './sweep.js';
import type {
  Iso,
  Report,
  ReportAbout,
  ReportComparison,
  ReportCredential,
  ReportDiagnosis,
  ReportEvent,
  ReportExchange,
  ReportFinding,
  ReportFlow,
  ReportPicture,
  ReportSource,
} from './report.js';

/** Secrets of addresses and claims that are looked for in the rest of a report. */
const MAX_FOUND = 1_000;

export interface ReportParts {
  source: ReportSource;
  version: string;
  known: Known;
  verdicts: readonly Verdict[];
  trail: readonly TrailStep[];
  findings: readonly Finding[];
  ruleFailures: readonly RuleFailure[];
  diagnoses: readonly Diagnosis[];
}

/** How a report is written: in which language, and whether raw values are in it. */
export interface ReportStyle {
  translate?: Translate;
  reveal: boolean;
}

/** How what may hold a secret is written. */
interface Writing {
  style: ReportStyle;
  url(address: string): string;
  name(name: string): string;
  words(words: string): string;
  claims(claims: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** Puts a report together. Everything that may hold a secret is masked here unless `reveal`. */
export function buildReport(parts: ReportParts, style: ReportStyle): Report {
  if (style.reveal) return writeReport(parts, asItIs(style));
  const found: string[] = [];
  const report = writeReport(parts, masked(style, found));
  const values = parts.known.credentials.flatMap(({ value, pastValues }) => [value, ...pastValues]);
  return sweep(report, [...values, ...found]).value;
}

function asItIs(style: ReportStyle): Writing {
  const same = (words: string) => words;
  return { style, url: same, name: same, words: same, claims: boundClaims };
}

/** Tells `found` what was masked by its looks alone, in an address or a claim. */
function masked(style: ReportStyle, found: string[]): Writing {
  const note = (secret: string) => {
    if (found.length < MAX_FOUND) found.push(secret);
  };
  return {
    style,
    url: (address) => redactUrl(address, note),
    name: maskName,
    words: (words) => maskText(words, note),
    claims: (claims) => maskClaims(claims, note),
  };
}

function writeReport(parts: ReportParts, writing: Writing): Report {
  const { style } = writing;
  return {
    schemaVersion: 2,
    tool: { name: 'credtrail', version: parts.version },
    source: { ...parts.source, url: writing.url(parts.source.url) },
    diagnoses: parts.diagnoses.map((one) => toDiagnosis(one, style)),
    sites: parts.verdicts.map((verdict) => ({
      site: verdict.site,
      mechanism: verdict.mechanism,
      confidence: verdict.confidence,
      evidence: verdict.evidence.map((reason) => render(reason, style.translate)),
      sentence: render(verdict.sentence, style.translate),
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
    })),
    credentials: parts.known.credentials.map((one) => toCredential(one, parts.known, writing)),
    events: eventsOf(parts, writing),
    flows: parts.known.flows.map((flow) => toFlow(flow, writing)),
    findings: parts.findings.map((finding) => toFinding(finding, writing)),
    proofs: [],
    ruleFailures: parts.ruleFailures.map(({ ruleId, about, message }) => ({
      ruleId,
      about: toAbout(about, writing),
      message,
    })),
  };
}

function toDiagnosis({ code, text, detail }: Diagnosis, style: ReportStyle): ReportDiagnosis {
  return { code, text: render(text, style.translate), detail: { ...detail } };
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

function toCredential(credential: Credential, known: Known, writing: Writing): ReportCredential {
  const { style } = writing;
  const { expiresAt, jwt } = credential;
  const { state, reason } = known.state(credential);
  const attributes = attributesOf(credential);
  return {
    id: credential.id,
    site: credential.site,
    host: credential.host,
    origin: credential.origin,
    carrier: credential.carrier,
    name: writing.name(credential.name),
    carriers: credential.carriers,
    role: credential.role,
    format: credential.format,
    confidence: credential.confidence,
    evidence: credential.evidence.map((evidence) => render(evidence, style.translate)),
    state,
    stateReason: reason ? render(reason, style.translate) : null,
    generations: credential.valueCount,
    attributes: attributes && {
      ...attributes,
      path: attributes.path && writing.url(attributes.path),
    },
    jwt: jwt ? { header: writing.claims(jwt.header), claims: writing.claims(jwt.claims) } : null,
    issuedAt: credential.issuedAt === undefined ? null : isoOf(credential.issuedAt),
    expiresAt: expiresAt === undefined ? null : isoOf(expiresAt),
    expires:
      credential.expires === 'at' && expiresAt !== undefined
        ? isoOf(expiresAt)
        : credential.expires,
    lifetimeSeconds: lifetimeOf(credential),
    preview: preview(credential.value),
    fingerprint: hashOf(credential.value).slice(0, 12),
    sightings: credential.sightings.reduce((sum, sighting) => sum + sighting.count, 0),
    firstSeen: isoOf(credential.firstSeen),
    lastSeen: isoOf(credential.lastSeen),
    ...(style.reveal ? { value: credential.value } : {}),
  };
}

function lifetimeOf({ expires, expiresAt, issuedAt, firstSeen }: Credential): number | null {
  if (expires !== 'at' || expiresAt === undefined) return null;
  return Math.max(0, Math.round((expiresAt - (issuedAt ?? firstSeen)) / 1000));
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

/** Moments and trails in one order of time. */
function eventsOf({ known: { moments }, trail }: ReportParts, writing: Writing): ReportEvent[] {
  const rank = (type: string) => (TRAIL_ORDER as readonly string[]).indexOf(type);
  const all = [...moments, ...trail].sort((a, b) => a.at - b.at || rank(a.type) - rank(b.type));
  return all.map((event) => ({
    type: event.type,
    at: isoOf(event.at),
    site: event.site,
    credentialId: event.credentialId ?? null,
    exchange: event.exchange ? toExchange(event.exchange, writing) : null,
    detail: 'count' in event ? stepDetail(event, writing) : toDetail(event.detail ?? {}, writing),
  }));
}

/** What a flow names may hold secrets as any address may (RFC 8707 §2: a resource with a query). */
function toFlow({ steps, clientId, ...flow }: AuthFlow, writing: Writing): ReportFlow {
  return {
    ...(toDetail(flow, writing) as typeof flow),
    ...(clientId === undefined ? {} : { clientId }),
    steps: steps.map(({ kind, at, exchange, detail }) => ({
      kind,
      at: isoOf(at),
      exchange: toExchange(exchange, writing),
      detail: toDetail(detail, writing),
    })),
  };
}

/** The same facts, with what is written in words masked. */
function toDetail<T extends object>(detail: T, writing: Writing): T {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? writing.words(value) : value,
    ]),
  ) as T;
}

function stepDetail(
  { carrier, locator, origin, exposure, script, reason, count, lastAt }: TrailStep,
  writing: Writing,
): ReportEvent['detail'] {
  return {
    ...(carrier ? { carrier } : {}),
    ...(locator ? { locator: writing.name(locator) } : {}),
    ...(origin ? { origin } : {}),
    ...(exposure ? { exposure } : {}),
    ...(script ? { script } : {}),
    ...(reason ? { reason } : {}),
    ...(count > 1 ? { count, lastAt: isoOf(lastAt) } : {}),
  };
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

function toExchange({ id, method, url }: ExchangeRef, writing: Writing): ReportExchange {
  return { id, method: writing.name(method), url: writing.url(url) };
}

/** ISO 8601; an instant no calendar has (a cookie for the year 300,000) becomes the last one that has. */
export function isoOf(at: Millis): Iso {
  const bounded = Math.min(Math.max(at, -62_135_596_800_000), 253_402_300_799_000);
  return new Date(Number.isFinite(bounded) ? bounded : 0).toISOString();
}
