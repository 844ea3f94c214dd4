import type { Label } from '../support/stack.js';
import { fits, rolesOf } from '../evaluate/match.js';
import { PLACE_QUESTIONS } from './cookie-places.js';
import { LINE_QUESTIONS } from './cookies.js';
import { FLOW_QUESTIONS } from './flows.js';
import { JWT_QUESTIONS } from './jwts.js';
import { type Answer, bySite, type LabelQuestion, worst } from './question.js';
import type { Seen } from './seen.js';
import { SESSION_QUESTIONS } from './sessions.js';
import { SITE_QUESTIONS } from './sites.js';
import { TOKEN_ANSWERS, TOKEN_QUESTIONS } from './tokens.js';
import { USERS_QUESTIONS } from './users-requests.js';
import { KEY_QUESTIONS } from './keys.js';

const ABOUT_LABELS: readonly LabelQuestion[] = [
  ...LINE_QUESTIONS,
  ...PLACE_QUESTIONS,
  ...SESSION_QUESTIONS,
  ...JWT_QUESTIONS,
  ...TOKEN_QUESTIONS,
  ...KEY_QUESTIONS,
];
const ABOUT_SITES = [...FLOW_QUESTIONS, ...SITE_QUESTIONS, ...USERS_QUESTIONS, TOKEN_ANSWERS];

/** Rules that only inform: their findings are counted nowhere. */
const INFORMS: ReadonlySet<string> = new Set([
  'session-default-name',
  'oauth-missing-iss',
  'oidc-logout-missing-hint',
  'state-changed-by-get',
]);

/** What the truth says of one rule and one label, or one site. */
export interface Expected {
  ruleId: string;
  about: Label | string;
  answer: Answer;
}

/**
 * The catalogue in the words of the standards, read off the recording without the engine that is
 * being measured: what an expert with the labels in hand would write down, from severity low
 * upwards. What is not in it is forbidden, where {@link isJudged} says that the rule is known here.
 */
export function expectedFindings(seen: Seen): Expected[] {
  return [
    ...seen.labels.flatMap((label) => ofLabel(label, seen)),
    ...ABOUT_SITES.flatMap(({ ruleId, answers }) =>
      [...bySite(answers(seen))].map(([about, answer]) => ({ ruleId, about, answer })),
    ),
  ].filter(({ answer }) => answer !== 'forbidden');
}

/** Whether the oracle can say of a rule when it is asked for, or at least when it is forbidden. */
export function isJudged(ruleId: string): boolean {
  return JUDGED.has(ruleId);
}

const JUDGED: ReadonlySet<string> = new Set([
  ...[...ABOUT_LABELS, ...ABOUT_SITES].map(({ ruleId }) => ruleId),
  ...INFORMS,
]);

function ofLabel(label: Label, seen: Seen): Expected[] {
  const own = seen.values.filter(
    (value) => fits(label, value) && seen.labels.find((one) => fits(one, value)) === label,
  );
  const roles = rolesOf(label);
  const answers = new Map<string, Answer[]>();
  for (const { ruleId, roles: wanted = roles, ofKeys, answer } of ABOUT_LABELS) {
    const fitting = roles.filter((role) => wanted.includes(role));
    if (fitting.length === 0) continue;
    const said = answer(own, seen, label);
    // A key may be made for the page, and then is no secret; a role that is open leaves all open.
    const isSure = fitting.length === roles.length && (ofKeys || !roles.includes('api-key'));
    answers.set(ruleId, [
      ...(answers.get(ruleId) ?? []),
      said === 'asked' && !isSure ? 'open' : said,
    ]);
  }
  return [...answers].map(([ruleId, all]) => ({ ruleId, about: label, answer: worst(all) }));
}
