import { hashOf } from '../../../values/hash.js';
import type { Report } from '../../report.js';
import type { ReportExchange } from '../../report-event.js';
import type { ReportFinding } from '../../report-finding.js';
import { standingOf, Subjects } from '../finding-groups.js';
import type { FormatStyle } from '../format.js';
import { plain } from '../plain.js';
import type { Words } from '../words.js';
import { locationOf } from './location.js';
import { LEVELS } from './rules.js';

/** One finding as a result (§3.27). */
export function resultOf(
  finding: ReportFinding,
  report: Report,
  ruleIndex: number | undefined,
  words: Words,
  style: FormatStyle,
): object {
  const { ruleId, severity, about, evidence, suppressed, key } = finding;
  const subjects = new Subjects(report, words);
  const shown = about.exchange ?? evidence.find(({ exchange }) => exchange !== null)?.exchange;
  const fingerprint = hashOf(key);
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: messageOf(finding, subjects.nameOf(about), words) },
    locations: [
      {
        ...locationOf(shown?.url ?? about.site),
        logicalLocations: [logicalLocation(finding, subjects)],
      },
    ],
    ...(evidence.length > 0 && { relatedLocations: evidence.flatMap(related) }),
    // GitHub knows an alert again by the first of them alone.
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`,
      'credtrailFinding/v1': fingerprint,
    },
    ...(style.baseline && {
      baselineState:
        standingOf({ ...finding, suppressed: null }, style) === 'known' ? 'unchanged' : 'new',
    }),
    ...(suppressed !== null && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: suppressed }],
    }),
    ...(shown && { webRequest: { method: shown.method, target: shown.url } }),
    properties: { severity, key, site: about.site },
  };
}

/** In messages square brackets make links (§3.11.6): these are none. */
function messageOf({ title, why, fix }: ReportFinding, subject: string, words: Words): string {
  const said = [
    `${title}: ${subject}.`,
    ...(why === '' ? [] : [why]),
    ...(fix === '' ? [] : [`${words.say('fix')}: ${fix}`]),
  ].join(' ');
  return plain(said).replace(/[\\[\]]/g, '\\$&');
}

/** What it is about, which stands in no file (§3.33). */
function logicalLocation({ about }: ReportFinding, subjects: Subjects): object {
  const credential = subjects.credentialOf(about);
  const name = plain(credential?.name ?? about.flowId ?? about.site);
  return {
    name,
    fullyQualifiedName: plain(
      credential
        ? `${credential.origin} ${credential.carrier} ${credential.name}`
        : subjects.nameOf(about),
    ),
    kind: credential?.carrier ?? 'resource',
  };
}

function related({ text, exchange }: { text: string; exchange: ReportExchange | null }): object[] {
  if (!exchange) return [];
  return [
    { ...locationOf(exchange.url), message: { text: plain(text).replace(/[\\[\]]/g, '\\$&') } },
  ];
}
