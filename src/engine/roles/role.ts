import type { Credential, Millis, Role } from '../model.js';
import { roleFacts } from '../role-table.js';
import { text, type Text } from '../text.js';
import { besideHidden, type HiddenPlace } from './beside-hidden.js';
import { bystanderCue, isBystander } from './bystander.js';
import { BEFORE_APPLICATION, isBeforeApplication } from './before-application.js';
import { isBareClaim, SAYS_USER } from './bare-claim.js';
import { cookieCues } from './cookie-cues.js';
import { type Cue, weigh } from './cue.js';
import { isBasicKey } from '../values/tokens/basic-key.js';
import { stepOf } from './login-key.js';
import { asKept, isKeptForHeader } from './kept-for-header.js';
import { isOnlyCalled, ONLY_GIVEN } from './only-given.js';
import { isOpen } from './open-role.js';
import { isStateOfNobody, LEFT_ALONE } from './left-alone.js';
import { isMessage, SHOWN_ONCE } from './shown-once-cue.js';
import { isShortId } from './short-id.js';
import { toldIdCue } from './told-id-cue.js';
import { tokenCues } from './token-cues.js';
import { isProofScheme } from '../values/names/authorization-names.js';
import { tellName, tellWord } from '../values/telling/redact.js';
import { flowOf } from './sent-flow.js';

/** What the tables of the roles say of a credential. */
export type Judgement = Pick<Credential, 'role' | 'confidence' | 'evidence' | 'behaviour'>;

/** What others did that speaks for or against a credential. */
export interface RoleContext {
  /** The cookie that this one signs, already judged. */
  signed?: Credential | undefined;
  /** A login at its site gave a session or a token. */
  loginGave: boolean;
  /** It gave a token that scripts send in the Authorization header. */
  gaveBearer?: boolean;
  /** Somebody logged in at its site, and nothing else there stands for the user. */
  standsAlone?: boolean;
  /** Nothing there stands for the user, and no other cookie may. */
  isLone?: boolean;
  /**
   * The same of a session by its name or because it is hidden: it went with a login, and nothing
   * else stands for the user.
   */
  isNamedLone?: boolean;
  /** Where logins at its site gave what scripts cannot read. */
  hidden?: readonly HiddenPlace[];
  /**
   * When somebody first logged in at its site, where nothing there is seen to stand for the user.
   */
  loginAt?: Millis | undefined;
  /** Beside that, no cookie went with a login that may be its session for all that is known. */
  isBare?: boolean;
  /** It has the value of what keeps the user logged in at its site. */
  isCopy?: boolean;
  /** Nothing else may, and it is what a login gave, called by what knows no user. */
  isOnlyGiven?: boolean;
}

/** What a credential is, from all that has been seen of it. */
export function judgeRole(whole: Credential, context: RoleContext): Judgement {
  const credential = asNamed(whole);
  const hasHidden = context.hidden?.some(({ host }) => host === whole.host) ?? false;
  const behaviour = { ...whole.behaviour, ...flowOf(whole, hasHidden) };
  if (context.signed) return { ...asSigned(context.signed), behaviour };
  const cues = cuesOf({ ...credential, behaviour });
  const judged = weigh(cues);
  const step = stepOf(whole, judged.role) ?? toldIdCue(whole, judged.role);
  const used = step ?? besideOf(credential, judged.role, context);
  if (used) return { ...weigh([used]), behaviour };
  const rejudged =
    asOnlyOne(credential, judged, cues, context) ?? asNoSession(credential, judged, cues, context);
  return { ...(rejudged ?? judged), behaviour };
}

/**
 * A token is what the places say in which it was found: where its value alone was, says nothing.
 */
function asNamed(credential: Credential): Credential {
  const { kind, sightings } = credential;
  if (kind === 'cookie' || !sightings.some(({ byValue }) => byValue)) return credential;
  return { ...credential, sightings: sightings.filter(({ byValue }) => !byValue) };
}

type Weighed = Omit<Judgement, 'behaviour'>;

function besideOf(
  credential: Credential,
  role: Role,
  { hidden = [] }: RoleContext,
): Cue | undefined {
  return roleFacts(role).logsIn ? besideHidden(credential, hidden) : undefined;
}

/** As the session, where nothing else can stand for the user. */
function asOnlyOne(
  credential: Credential,
  judged: Weighed,
  cues: readonly Cue[],
  { standsAlone, isLone, isNamedLone, loginAt, isBare, isOnlyGiven }: RoleContext,
): Weighed | undefined {
  if (standsAlone && judged.role === 'remember-me' && credential.behaviour.issuedAtLogin)
    return { ...judged, role: 'session', evidence: [ALONE, ...judged.evidence] };
  if (isLone && isOpen(judged)) return { role: 'session', confidence: 0.7, evidence: [LONE] };
  if (isNamedLone && judged.role === 'session') return weigh([...cues, WENT_WITH_LOGIN]);
  if (isOnlyGiven && isOnlyCalled(judged)) return weigh([...cues, ONLY_GIVEN]);
  if (loginAt !== undefined && isShortId(credential, loginAt))
    return { role: 'session', confidence: 0.6, evidence: [ALONE, ...judged.evidence] };
  if (isBare && isBareClaim(credential))
    return { role: 'session', confidence: 0.6, evidence: [ALONE, SAYS_USER] };
  return undefined;
}

/** As what it is beside the session, where it looks like one or logs in. */
function asNoSession(
  credential: Credential,
  { role }: Weighed,
  cues: readonly Cue[],
  { loginGave, gaveBearer = false, isCopy = false }: RoleContext,
): Weighed | undefined {
  if (role === 'session' && isStateOfNobody(credential)) return weigh([LEFT_ALONE]);
  if (roleFacts(role).logsIn && isMessage(credential)) return weigh([SHOWN_ONCE]);
  if (loginGave && role === 'session' && isBeforeApplication(credential))
    return weigh([BEFORE_APPLICATION]);
  if (!loginGave || isCopy || !isBystander(credential, role)) return undefined;
  return weigh([...cues, bystanderCue(credential, gaveBearer)]);
}

/** A signature is what it signs. */
function asSigned({ role, confidence, name }: Credential): Weighed {
  const values = { name: tellName(name) };
  return {
    role,
    confidence,
    evidence: [text('evidence_signs', 'it signs the cookie {name}', values)],
  };
}

/** However long it stays: a login gave it, and without it nobody would be known. */
export const ALONE = text(
  'evidence_stands_alone',
  'the login gave nothing that says more surely who the user is',
);

/** Whatever its name is: somebody logged in with it, and there is nothing else. */
export const LONE = text(
  'evidence_lone_cookie',
  'it was sent with the login, which gave no other for the visit, and nothing else can ' +
    'stand for the user',
);

/** Less than the name, which stays the first that is told. */
const WENT_WITH_LOGIN: Cue = { role: 'session', weight: 0.4, text: LONE };

const BASIC = text(
  'evidence_basic',
  'sent as HTTP Basic authentication, which is name and password',
);

/** HTTP authentication that proves to know a password, or a ticket, without sending it. */
function isHttpAuth({ scheme }: Credential): boolean {
  return scheme !== undefined && isProofScheme(scheme);
}

function proven({ scheme = '' }: Credential): Text {
  return text('evidence_http_auth', 'a proof of HTTP {scheme} authentication was sent', {
    scheme: tellWord(scheme),
  });
}

function cuesOf(credential: Credential): Cue[] {
  if (credential.format === 'basic' && !isBasicKey(credential.value))
    return [{ role: 'basic', weight: 0.99, text: BASIC }];
  if (isHttpAuth(credential)) return [{ role: 'basic', weight: 0.99, text: proven(credential) }];
  if (credential.kind !== 'cookie') return tokenCues(credential);
  if (isKeptForHeader(credential)) return tokenCues(asKept(credential));
  const cues = cookieCues(credential);
  if (credential.sightings.some((s) => s.direction === 'sent' && s.locator === 'authorization'))
    cues.push(...tokenCues(credential));
  return cues;
}
