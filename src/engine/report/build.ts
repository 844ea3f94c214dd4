import type { About, Credential, ExchangeRef, Finding, Millis, RuleFailure } from '../model.js';
import { type Diagnosis, render, type Translate } from '../text.js';
import { hashOf } from '../values/hash.js';
import type { AuthFlow } from '../flows/flow.js';
import type { Moment } from '../moments/moment.js';
import { TRAIL_ORDER, type TrailStep } from '../trail/trail.js';
import type { CellEvidence } from '../verdict/comparison/cell.js';
import type { ComparisonRow } from '../verdict/comparison/comparison.js';
import type { FlowPicture } from '../verdict/picture.js';
import type { Verdict } from '../verdict/verdict.js';
import { preview, redactUrl } from '../values/redact.js';
import type {
  Iso,
  Report,
  ReportAbout,
  ReportAttributes,
  ReportComparison,
  ReportCredential,
  ReportEvent,
  ReportExchange,
  ReportFinding,
  ReportFlow,
  ReportPicture,
  ReportSource,
} from './report.js';

export interface ReportParts {
  source: ReportSource;
  version: string;
  credentials: readonly Credential[];
  verdicts: readonly Verdict[];
  moments: readonly Moment[];
  trail: readonly TrailStep[];
  flows: readonly AuthFlow[];
  findings: readonly Finding[];
  ruleFailures: readonly RuleFailure[];
  diagnoses: readonly Diagnosis[];
}

const UNKNOWN_ATTRIBUTES: ReportAttributes = {
  httpOnly: null,
  secure: null,
  sameSite: null,
  domain: null,
  path: null,
  hostOnly: null,
  partitioned: null,
  persistent: null,
};

/** How a report is written: in which language, and whether raw values are in it. */
export interface ReportStyle {
  translate?: Translate;
  reveal: boolean;
}

/** Puts a report together. Everything that may hold a secret is masked here unless `reveal`. */
export function buildReport(parts: ReportParts, style: ReportStyle): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'credtrail', version: parts.version },
    source: { ...parts.source, url: style.reveal ? parts.source.url : redactUrl(parts.source.url) },
    diagnoses: parts.diagnoses.map(({ code, text, detail }) => ({
      code,
      text: render(text, style.translate),
      detail: { ...detail },
    })),
    sites: parts.verdicts.map((verdict) => ({
      site: verdict.site,
      mechanism: verdict.mechanism,
      confidence: verdict.confidence,
      evidence: verdict.evidence.map((reason) => render(reason, style.translate)),
      sentence: render(verdict.sentence, style.translate),
      comparison: verdict.comparison.map((row) => toComparison(row, style)),
      picture: toPicture(verdict.picture, style),
      grade: verdict.grade,
      score: verdict.score,
    })),
    credentials: parts.credentials.map((credential) => toCredential(credential, style)),
    events: eventsOf(parts, style),
    flows: parts.flows.map((flow) => toFlow(flow, style)),
    findings: parts.findings.map((finding) => toFinding(finding, style)),
    ruleFailures: parts.ruleFailures.map(({ ruleId, about, message }) => ({
      ruleId,
      about: toAbout(about, style),
      message,
    })),
  };
}

function toPicture({ lanes, rows, omitted }: FlowPicture, style: ReportStyle): ReportPicture {
  return {
    lanes,
    omitted,
    rows: rows.map((row) => {
      const placed = { at: isoOf(row.at), exchange: toExchange(row.exchange, style) };
      return row.type === 'note'
        ? { ...row, ...placed }
        : { ...row, ...placed, label: render(row.label, style.translate) };
    }),
  };
}

function toCredential(credential: Credential, style: ReportStyle): ReportCredential {
  const { expiresAt, jwt } = credential;
  return {
    id: credential.id,
    site: credential.site,
    host: credential.host,
    origin: credential.origin,
    carrier: credential.carrier,
    name: credential.name,
    carriers: credential.carriers,
    role: credential.role,
    format: credential.format,
    confidence: credential.confidence,
    evidence: credential.evidence.map((evidence) => render(evidence, style.translate)),
    attributes: credential.attributes ? { ...UNKNOWN_ATTRIBUTES, ...credential.attributes } : null,
    jwt: jwt ? { header: jwt.header, claims: jwt.claims } : null,
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
  style: ReportStyle,
): ReportComparison {
  const told = (from: CellEvidence | null) =>
    from && {
      credentialId: from.credentialId,
      exchange: from.exchange && toExchange(from.exchange, style),
    };
  return {
    aspect,
    session: render(session, style.translate),
    token: render(token, style.translate),
    cookie: render(cookie, style.translate),
    evidence: {
      session: told(evidence.session),
      token: told(evidence.token),
      cookie: told(evidence.cookie),
    },
  };
}

/** Moments and trails in one order of time. */
function eventsOf({ moments, trail }: ReportParts, style: ReportStyle): ReportEvent[] {
  const rank = (type: string) => (TRAIL_ORDER as readonly string[]).indexOf(type);
  const all = [...moments, ...trail].sort((a, b) => a.at - b.at || rank(a.type) - rank(b.type));
  return all.map((event) => ({
    type: event.type,
    at: isoOf(event.at),
    site: event.site,
    credentialId: event.credentialId ?? null,
    exchange: event.exchange ? toExchange(event.exchange, style) : null,
    detail: 'count' in event ? stepDetail(event) : { ...event.detail },
  }));
}

/** What a flow names by addresses may hold secrets as any address may (RFC 8707 §2: a resource with a query). */
function toFlow({ steps, ...flow }: AuthFlow, style: ReportStyle): ReportFlow {
  const named = (words: string | undefined) =>
    style.reveal
      ? words
      : words
          ?.split(' ')
          .map((word) => (word.includes('://') ? redactUrl(word) : word))
          .join(' ');
  const [audience, grantedAudience, redirectUri] = [
    flow.audience,
    flow.grantedAudience,
    flow.redirectUri,
  ].map(named);
  return {
    ...flow,
    ...(audience === undefined ? {} : { audience }),
    ...(grantedAudience === undefined ? {} : { grantedAudience }),
    ...(redirectUri === undefined ? {} : { redirectUri }),
    steps: steps.map(({ kind, at, exchange, detail }) => ({
      kind,
      at: isoOf(at),
      exchange: toExchange(exchange, style),
      detail,
    })),
  };
}

function stepDetail({
  carrier,
  locator,
  origin,
  exposure,
  script,
  replacedBy,
  count,
  lastAt,
}: TrailStep): ReportEvent['detail'] {
  return {
    ...(carrier ? { carrier } : {}),
    ...(locator ? { locator } : {}),
    ...(origin ? { origin } : {}),
    ...(exposure ? { exposure } : {}),
    ...(script ? { script } : {}),
    ...(replacedBy ? { replacedBy } : {}),
    ...(count > 1 ? { count, lastAt: isoOf(lastAt) } : {}),
  };
}

function toFinding(finding: Finding, style: ReportStyle): ReportFinding {
  return {
    ruleId: finding.ruleId,
    key: finding.key,
    severity: finding.severity,
    about: toAbout(finding.about, style),
    credentialId: finding.about.credentialId ?? null,
    title: render(finding.title, style.translate),
    why: render(finding.why, style.translate),
    fix: render(finding.fix, style.translate),
    evidence: finding.evidence.map(({ text, exchange }) => ({
      text: render(text, style.translate),
      exchange: exchange ? toExchange(exchange, style) : null,
    })),
    references: finding.references,
  };
}

function toAbout({ site, credentialId, exchange, flowId }: About, style: ReportStyle): ReportAbout {
  return {
    site,
    credentialId: credentialId ?? null,
    exchange: exchange ? toExchange(exchange, style) : null,
    flowId: flowId ?? null,
  };
}

function toExchange({ id, method, url }: ExchangeRef, style: ReportStyle): ReportExchange {
  return { id, method, url: style.reveal ? url : redactUrl(url) };
}

/** ISO 8601; an instant no calendar has (a cookie for the year 300,000) becomes the last one that has. */
export function isoOf(at: Millis): Iso {
  const bounded = Math.min(Math.max(at, -62_135_596_800_000), 253_402_300_799_000);
  return new Date(Number.isFinite(bounded) ? bounded : 0).toISOString();
}
