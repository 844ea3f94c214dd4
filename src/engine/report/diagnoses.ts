import type { Credential, LimitReached } from '../model.js';
import { LIMITS, sumOfLimits } from '../settings.js';
import { type Diagnosis, type Text, text } from '../text.js';
import { withoutCookies } from './without-cookies.js';

export interface DiagnosisParts {
  /** What the source could not tell. */
  told: readonly Diagnosis[];
  /** Bounds that were reached, the same one several times perhaps. */
  limits: readonly LimitReached[];
  /** Exchanges that were let go. */
  dropped: number;
  /** What was seen of the sites. */
  credentials?: readonly Credential[];
}

/** All that a report must say of what it does not hold, each thing once. */
export function reportDiagnoses(parts: DiagnosisParts): Diagnosis[] {
  const { told, limits, dropped, credentials = [] } = parts;
  const exchanges =
    dropped > 0 ? [{ what: 'exchanges', limit: LIMITS.sessionTab, lost: dropped }] : [];
  return [
    ...told.map((one) => withoutCookies(one, credentials)),
    ...sumOfLimits([...exchanges, ...limits]).map(limitReached),
  ];
}

function limitReached({ what, limit, lost }: LimitReached): Diagnosis {
  const sentence = (Object.hasOwn(SENTENCES, what) && SENTENCES[what]) || OTHER;
  return {
    code: 'limit-reached',
    text: { ...sentence, values: { what, limit, lost } },
    detail: { what, limit, lost },
  };
}

const OTHER = text(
  'diagnosis_limit_other',
  'the limit of {limit} ({what}) was reached, and {lost} were left out',
);

/** What was left out, in words; `lost` may be the least that it was. */
const SENTENCES: Readonly<Record<string, Text>> = {
  exchanges: text(
    'diagnosis_limit_exchanges',
    '{lost} requests were let go to stay within the room that a tab has; what they told is kept',
  ),
  credentials: text(
    'diagnosis_limit_credentials',
    '{lost} credentials were left out: the {limit} that tell most are kept',
  ),
  sightings: text(
    'diagnosis_limit_sightings',
    '{lost} places of credentials were left out: at most {limit} of each are kept',
  ),
  leaks: text(
    'diagnosis_limit_leaks',
    '{lost} ways in which credentials got out were left out: at most {limit} of each are kept',
  ),
  tokensPerText: text(
    'diagnosis_limit_tokens_per_text',
    '{lost} texts held {limit} tokens or more: what came after them was not read',
  ),
  moments: text(
    'diagnosis_limit_moments',
    'the first {lost} logins, logouts and lost sessions were let go: the latest {limit} are kept',
  ),
  momentSites: text(
    'diagnosis_limit_moment_sites',
    'of {lost} sites it was forgotten that somebody logged in: the latest {limit} are remembered',
  ),
  trials: text(
    'diagnosis_limit_trials',
    'of {lost} signed values it was forgotten that secrets were tried: the latest {limit} ' +
      'are remembered',
  ),
  proofs: text(
    'diagnosis_limit_proofs',
    'of {lost} requests it was forgotten what they proved: the latest {limit} are remembered',
  ),
  logEntries: text(
    'diagnosis_limit_log_entries',
    'the picture begins late: the first {lost} requests are not in it',
  ),
  flows: text(
    'diagnosis_limit_flows',
    'the first {lost} logins at other servers were let go: the latest {limit} are kept',
  ),
  flowSteps: text(
    'diagnosis_limit_flow_steps',
    '{lost} steps in the middle of logins at other servers were left out: at most {limit} are kept',
  ),
  jsonNested: text(
    'diagnosis_limit_json_nested',
    '{lost} texts that are JSON within JSON were not read: more than {limit} of one ' +
      'inside the other',
  ),
  htmlTag: text(
    'diagnosis_limit_html_tag',
    '{lost} tags of web pages were not read because they are longer than {limit} characters',
  ),
  body: text(
    'diagnosis_limit_body',
    '{lost} bodies were read only up to their first {limit} characters, or not at all',
  ),
  formFields: text(
    'diagnosis_limit_form_fields',
    '{lost} fields of forms were not read: at most {limit} of each form are',
  ),
  bodyFields: text(
    'diagnosis_limit_body_fields',
    '{lost} values in bodies were not looked at: at most {limit} of each body are',
  ),
  fieldValue: text(
    'diagnosis_limit_field_value',
    '{lost} values in bodies were not looked at because they are longer than {limit} characters',
  ),
  jsonStrings: text(
    'diagnosis_limit_json_strings',
    'JSON with more than {limit} texts was not read to its end: {lost} or more were left out',
  ),
  jsonNodes: text(
    'diagnosis_limit_json_nodes',
    'JSON with more than {limit} values was not read to its end: {lost} or more were left out',
  ),
  jsonDepth: text(
    'diagnosis_limit_json_depth',
    '{lost} parts of JSON were not read because they lie more than {limit} levels deep',
  ),
  htmlTags: text(
    'diagnosis_limit_html_tags',
    '{lost} web pages were not searched for anti-forgery tokens beyond their first {limit} tags',
  ),
  socketMessages: text(
    'diagnosis_limit_socket_messages',
    '{lost} messages of WebSockets were not read: at most {limit} of each are',
  ),
  socketUnseen: text(
    'diagnosis_limit_socket_unseen',
    'messages of WebSockets are unknown ({lost} of them): browsers show them to no extension, ' +
      'and this source does not hold them',
  ),
  unattributed: text(
    'diagnosis_limit_unattributed',
    '{lost} requests were left out: the browser did not tell in which tab they were made',
  ),
  bodyGone: text(
    'diagnosis_limit_body_gone',
    'the bodies of {lost} answers could not be read: the browser forgets them when the page ' +
      'changes, or told them too late',
  ),
  url: text('diagnosis_limit_url', '{lost} addresses were cut after {limit} characters'),
  headerValue: text(
    'diagnosis_limit_header_value',
    '{lost} headers were cut after {limit} characters, or because all headers ' +
      'together were too long',
  ),
  storageItems: text(
    'diagnosis_limit_storage_items',
    '{lost} items of web storage were not read: at most {limit} of each area are',
  ),
  storageValue: text(
    'diagnosis_limit_storage_value',
    '{lost} stored values were read only up to their first {limit} characters',
  ),
  databases: text(
    'diagnosis_limit_databases',
    '{lost} IndexedDB databases, stores or records were not read',
  ),
  areas: text(
    'diagnosis_limit_areas',
    'the web storage of {lost} frames was forgotten: at most {limit} areas are kept',
  ),
  domains: text(
    'diagnosis_limit_domains',
    '{lost} domains are not asked for their cookies any more: at most {limit} are',
  ),
  jarCookies: text(
    'diagnosis_limit_jar_cookies',
    '{lost} cookies of the browser were not looked at: at most {limit} are',
  ),
  pending: text(
    'diagnosis_limit_pending',
    '{lost} requests without an answer were forgotten: at most {limit} can wait',
  ),
  joinKeys: text(
    'diagnosis_limit_join_keys',
    '{lost} requests that DevTools told of are too old to be matched: their bodies were not read',
  ),
  marks: text(
    'diagnosis_limit_marks',
    '{lost} marked moments were forgotten: at most {limit} are kept',
  ),
  links: text(
    'diagnosis_limit_links',
    'of the first {lost} requests it is not known any more which credentials they carried',
  ),
};
