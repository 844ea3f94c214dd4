import { render } from '../../render.js';
import { text, type Text, type Translate } from '../../text.js';
import type { PictureWords } from './picture-svg.js';

/** Words of the model that the catalogue has one for: `ui_<family>_<value>`. */
export type WordFamily =
  | 'answer'
  | 'aspect'
  | 'carrier'
  | 'format'
  | 'grant'
  | 'mechanism'
  | 'moment'
  | 'protocol'
  | 'proved'
  | 'role'
  | 'severity'
  | 'state'
  | 'step';

/** What stands over the parts of a report. */
const HEADINGS = {
  title: text('format_title', 'How {site} remembers its users'),
  made: text('format_made', 'Made by Credtrail {version} from {requests} requests'),
  notWhole: text('format_not_whole', 'Not everything could be seen'),
  notSeen: text('format_not_seen', 'Not seen'),
  grade: text('format_grade', 'grade {grade}'),
  gradeHead: text('format_grade_head', 'Grade'),
  mechanism: text('format_mechanism', 'Mechanism'),
  notVisited: text('format_not_visited', 'could not be visited'),
  points: text('format_points', 'Points'),
  unseenPoints: text('format_unseen_points', '{points} for what was not seen'),
  checks: text('format_checks', 'Checks: {passed} passed, {failed} failed, {unknown} unknown'),
  strengths: text('format_strengths', 'What is good'),
  credentials: text('format_credentials', 'Credentials'),
  findings: text('format_findings', 'Findings'),
  none: text('format_none', 'none'),
  noneSeen: text('format_none_seen', 'none in what was seen'),
  more: text('format_more', 'and {count} more'),
  acceptedOf: text('format_accepted_of', '{count} of them accepted'),
  knownOf: text('format_known_of', '{count} known before'),
  accepted: text('format_accepted', 'accepted'),
  known: text('format_known', 'known before'),
  acceptedFor: text('format_accepted_for', 'Accepted'),
  severity: text('format_severity', 'Severity'),
  rule: text('format_rule', 'Rule'),
  where: text('format_where', 'Where'),
  why: text('format_why', 'Why'),
  fix: text('format_fix', 'Change'),
  breaks: text('format_breaks', 'May break'),
  references: text('format_references', 'References'),
  cookieLines: text('format_cookie_lines', 'Cookies as they should be set'),
  comparison: text('format_comparison', 'Session, token and cookie'),
  aspect: text('format_aspect', 'Aspect'),
  session: text('format_session', 'Session'),
  token: text('format_token', 'Token'),
  cookie: text('format_cookie', 'Cookie'),
  trail: text('format_trail', 'Who sent which credential where'),
  trailWords: text('format_trail_words', 'The same in words'),
  omitted: text('format_omitted', '{count} earlier steps left out'),
  logins: text('format_logins', 'Logins at other servers'),
  flowAt: text('format_flow_at', 'login at {issuer}'),
  client: text('format_client', 'client {client}'),
  rulesOff: text('format_rules_off', 'Rules switched off'),
  rulesFailed: text(
    'format_rules_failed',
    'Rules that failed: what they find or would change may be missing',
  ),
  role: text('format_role', 'Role'),
  name: text('format_name', 'Name'),
  host: text('format_host', 'Host'),
  state: text('format_state', 'State'),
  carriers: text('format_carriers', 'Carriers'),
  preview: text('format_preview', 'Preview'),
  expires: text('format_expires', 'Expires'),
  expiresSession: text('format_expires_session', 'session'),
  expiresNever: text('format_expires_never', 'never'),
  expiresUnknown: text('format_expires_unknown', 'unknown'),
  proved: text('format_proved', 'Proved'),
  sent: text('format_sent', 'requests sent: {count}'),
  provedLogin: text('format_proved_login', 'Which of these log in?'),
  login: text('format_question_login', 'A new id at the login?'),
  logout: text('format_question_logout', 'Ended by the logout?'),
  ended: text('format_question_ended', 'Why logged out?'),
  laneStorage: text('format_lane_storage', 'Browser storage'),
  lanePage: text('format_lane_page', 'Page'),
  laneOthers: text('format_lane_others', 'other sites'),
} as const satisfies Readonly<Record<string, Text>>;

export type Heading = keyof typeof HEADINGS;

/** The words around a report's own sentences, in the language of its reader. */
export class Words {
  readonly #translate: Translate | undefined;

  constructor(translate?: Translate) {
    this.#translate = translate;
  }

  /** For the `lang` of a document. */
  get language(): string {
    return this.#translate?.('language') || 'en';
  }

  /** A heading, with what belongs into it. */
  say(heading: Heading, values: Readonly<Record<string, string | number>> = {}): string {
    return render({ ...HEADINGS[heading], values }, this.#translate);
  }

  /** The word for a value of the model; the value itself where there is none. */
  of(family: WordFamily, value: string): string {
    return this.#translate?.(`ui_${family}_${value.replaceAll(/\W/g, '_')}`) || value;
  }

  /** When something ends, as `ReportCredential.expires` has it: an instant stays as it is. */
  expiry(expires: string): string {
    switch (expires) {
      case 'session':
        return this.say('expiresSession');
      case 'never':
        return this.say('expiresNever');
      case 'unknown':
        return this.say('expiresUnknown');
      default:
        return expires;
    }
  }

  /** The words of a flow picture. */
  get picture(): PictureWords {
    const moments = ['login', 'logout', 'session-lost'];
    return {
      title: this.say('trail'),
      storage: this.say('laneStorage'),
      page: this.say('lanePage'),
      others: this.say('laneOthers'),
      moments: Object.fromEntries(moments.map((moment) => [moment, this.of('moment', moment)])),
    };
  }
}
