import type { Credential } from '../model.js';
import { text } from '../text.js';
import { cookieCues } from './cookie-cues.js';
import { type Cue, weigh } from './cue.js';
import { hintOf } from '../values/name-hint.js';
import { tokenCues } from './token-cues.js';
import { tellName } from '../values/redact.js';

/** What others did that speaks for or against a credential. */
export interface RoleContext {
  /** The cookie that this one signs, already judged. */
  signed?: Credential | undefined;
  /** A login at its site gave credentials. */
  loginGave: boolean;
}

/** Judges anew what a credential is, from all that has been seen of it. Changes the credential. */
export function judgeRole(credential: Credential, { signed, loginGave }: RoleContext): void {
  credential.behaviour = { ...credential.behaviour, ...flowOf(credential) };
  if (signed) {
    const evidence = [
      text('evidence_signs', 'it signs the cookie {name}', { name: tellName(signed.name) }),
    ];
    Object.assign(credential, { role: signed.role, confidence: signed.confidence, evidence });
    return;
  }
  const cues = cuesOf(credential);
  const judged = weigh(cues);
  const bystander = loginGave && judged.role === 'session' && isBystander(credential);
  Object.assign(credential, bystander ? weigh([...cues, BYSTANDER]) : judged);
}

const BYSTANDER: Cue = {
  role: 'other',
  weight: 0.75,
  text: text('evidence_bystander', 'the login gave something else and left this one alone'),
};

/** The login gave other things and did not touch this one: signed and hidden as it may be, it is no session. */
function isBystander({ identity, behaviour }: Credential): boolean {
  return identity.startsWith('cookie:') && !behaviour.issuedAtLogin && !behaviour.clearedAtLogout;
}

function cuesOf(credential: Credential): Cue[] {
  if (credential.format === 'basic') {
    return [
      {
        role: 'basic',
        weight: 0.99,
        text: text(
          'evidence_basic',
          'sent as HTTP Basic authentication: name and password in every request',
        ),
      },
    ];
  }
  if (!credential.identity.startsWith('cookie:')) return tokenCues(credential);
  const cues = cookieCues(credential);
  if (credential.sightings.some((s) => s.direction === 'sent' && s.locator === 'authorization'))
    cues.push(...tokenCues(credential));
  return cues;
}

/** What the sightings say a credential did. */
function flowOf(
  credential: Credential,
): Pick<Credential['behaviour'], 'echoed' | 'sentFirstParty' | 'sentThirdParty'> {
  const flow: ReturnType<typeof flowOf> = {};
  for (const { carrier, locator, direction, site, pageSite } of credential.sightings) {
    if (direction !== 'sent') continue;
    if (pageSite === undefined || pageSite === site) flow.sentFirstParty = true;
    else flow.sentThirdParty = true;
    if (credential.carrier === 'cookie' && isEcho(carrier, locator)) flow.echoed = locator;
  }
  return flow;
}

/** A cookie's value in a header or form field made against forgery: the double-submit pattern. */
function isEcho(carrier: string, locator: string): boolean {
  const name = locator.slice(locator.lastIndexOf('/') + 1);
  return (
    (carrier === 'header' || carrier === 'body') &&
    (hintOf(name)?.role === 'csrf' || /^_?token$/i.test(name))
  );
}
