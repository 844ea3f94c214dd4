import { RULE_TOPICS } from '../../src/ui/lists/known-rules.js';
import type {
  Carrier,
  CookieRejection,
  CredentialState,
  Mechanism,
  ResourceType,
} from '../../src/engine/model.js';
import { SETTINGS_NAMES, THRESHOLD_NAMES } from '../../src/engine/judging.js';
import { CAPTURES, OPTION_NAMES, THEMES } from '../../src/messaging/options.js';
import type { AuthFlow, FlowStep, Grant } from '../../src/engine/flows/flow.js';
import type { ReportAnswer } from '../../src/engine/report/report-site.js';
import type { ReportProof } from '../../src/engine/report/report-proof.js';
import type { Moment } from '../../src/engine/moments/moment.js';
import { type Exposure, TRAIL_ORDER } from '../../src/engine/trail/trail-step.js';
import { ASPECTS } from '../../src/engine/verdict/comparison/comparison.js';
import { FORMAT_NAMES } from '../../src/engine/report/formats/formats.js';
import { FOREIGN_KINDS } from '../../src/files/foreign-file.js';
import { ROLES } from '../../src/engine/role-table.js';
import { FORMATS } from '../../src/engine/values/formats.js';
import { SEVERITIES } from '../../src/engine/severity.js';

// Complete because the compiler checks it.
const CARRIERS: Record<Carrier, true> = {
  cookie: true,
  header: true,
  url: true,
  body: true,
  localStorage: true,
  sessionStorage: true,
  indexedDB: true,
  websocket: true,
};

const MECHANISMS: Record<Mechanism, true> = {
  'session-cookie': true,
  'session-url': true,
  'bearer-token': true,
  'token-cookie': true,
  hybrid: true,
  basic: true,
  'api-key': true,
  none: true,
};

const RESOURCES: Record<ResourceType, true> = {
  document: true,
  frame: true,
  fetch: true,
  websocket: true,
  other: true,
};

const STATES: Record<CredentialState, true> = {
  live: true,
  replaced: true,
  cleared: true,
  removed: true,
  expired: true,
  refused: true,
  unknown: true,
};

const EXPOSURES: Record<Exposure, true> = {
  'cross-site': true,
  'third-party-script': true,
  url: true,
  referer: true,
  'plain-http': true,
  websocket: true,
};

const ANSWERS: Record<ReportAnswer['outcome'], true> = { good: true, bad: true, unknown: true };

type ReportProofAnswer = ReportProof['answers'][number];

const PROVED: Record<ReportProof['outcomes'][number]['verdict'], true> = {
  needed: true,
  'not-needed': true,
  'needed-together': true,
  either: true,
  survived: true,
  ended: true,
  'cannot-tell': true,
};

const PROBES: Record<ReportProofAnswer['step'], true> = {
  unchanged: true,
  nothing: true,
  without: true,
  only: true,
  'put-back': true,
  invented: true,
  again: true,
};

const ANSWER_KINDS: Record<ReportProofAnswer['kind'], true> = {
  'as-before': true,
  refused: true,
  login: true,
  limited: true,
  failed: true,
  different: true,
};

const MOMENTS: Record<Moment['type'], true> = { login: true, logout: true, 'session-lost': true };

const PROTOCOLS: Record<AuthFlow['protocol'], true> = {
  oauth: true,
  oidc: true,
  saml: true,
  'ws-federation': true,
};

const GRANTS: Record<Grant, true> = {
  'authorization-code': true,
  implicit: true,
  hybrid: true,
  password: true,
  'client-credentials': true,
  'device-code': true,
  'token-exchange': true,
  saml: true,
  'ws-federation': true,
  unknown: true,
};

const STEPS: Record<FlowStep['kind'], true> = {
  'authorization-request': true,
  'authorization-response': true,
  'pushed-authorization-request': true,
  'device-authorization-request': true,
  'token-request': true,
  'refresh-request': true,
  'userinfo-request': true,
  'end-session-request': true,
  'saml-request': true,
  'saml-response': true,
  'ws-federation-request': true,
  'ws-federation-response': true,
};

const REFUSALS: Record<CookieRejection, true> = {
  syntax: true,
  prefix: true,
  'samesite-none-insecure': true,
  'secure-over-http': true,
  'domain-mismatch': true,
  'public-suffix': true,
  'too-large': true,
  'partitioned-insecure': true,
  'overwrite-secure': true,
  'cross-site': true,
  'third-party': true,
};

const labels = (family: string, values: readonly string[]): string[] =>
  values.map((value) => `ui_${family}_${value.replaceAll('-', '_')}`);

/** Every message whose key is put together from a word of the model. */
export const LABELS = [
  ...labels('severity', SEVERITIES),
  ...labels('role', ROLES),
  ...labels('carrier', Object.keys(CARRIERS)),
  ...labels('format', FORMATS),
  ...labels('mechanism', Object.keys(MECHANISMS)),
  ...labels('resource', Object.keys(RESOURCES)),
  ...labels('moment', Object.keys(MOMENTS)),
  // A lost session stands in the trail of its cookie, too.
  ...labels('event', [...TRAIL_ORDER, 'session-lost']),
  ...labels('protocol', Object.keys(PROTOCOLS)),
  ...labels('grant', Object.keys(GRANTS)),
  ...labels('step', Object.keys(STEPS)),
  ...labels('refusal', Object.keys(REFUSALS)),
  ...labels('state', Object.keys(STATES)),
  ...labels('exposure', Object.keys(EXPOSURES)),
  ...labels('answer', Object.keys(ANSWERS)),
  ...labels('limit', THRESHOLD_NAMES),
  ...labels('limitSource', THRESHOLD_NAMES),
  ...labels('capture', CAPTURES),
  ...labels('captureHint', CAPTURES),
  ...labels('ruleTopic', RULE_TOPICS),
  ...labels('theme', THEMES),
  ...labels('exportFormat', FORMAT_NAMES),
  ...labels('policy', [...OPTION_NAMES, ...SETTINGS_NAMES, 'firstRunPage']),
  ...labels('file', FOREIGN_KINDS),
  ...labels('outcome', ['failed', 'unknown', 'passed']),
  ...labels('proved', Object.keys(PROVED)),
  ...labels('probe', Object.keys(PROBES)),
  ...labels('answerKind', Object.keys(ANSWER_KINDS)),
  ...labels(
    'aspect',
    ASPECTS.map(({ name }) => name),
  ),
];
