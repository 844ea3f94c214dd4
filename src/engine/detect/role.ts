import type { Credential } from '../model.js';
import { text } from '../text.js';
import { cookieCues } from './cookie-cues.js';
import { type Cue, weigh } from './cue.js';
import { tokenCues } from './token-cues.js';

/** Judges anew what a credential is, from all that has been seen of it. Changes the credential. */
export function judgeRole(credential: Credential): void {
  credential.behaviour = { ...credential.behaviour, ...flowOf(credential) };
  Object.assign(credential, weigh(cuesOf(credential)));
}

function cuesOf(credential: Credential): Cue[] {
  if (credential.format === 'basic') {
    return [{ role: 'basic', weight: 0.99, text: text('evidence_basic', 'sent as HTTP Basic authentication: name and password in every request') }];
  }
  if (!credential.identity.startsWith('cookie:')) return tokenCues(credential);
  const cues = cookieCues(credential);
  if (credential.sightings.some((s) => s.direction === 'sent' && s.locator === 'authorization')) cues.push(...tokenCues(credential));
  return cues;
}

/** What the sightings say a credential did. */
function flowOf(credential: Credential): Pick<Credential['behaviour'], 'echoed' | 'sentFirstParty' | 'sentThirdParty'> {
  const flow: ReturnType<typeof flowOf> = {};
  for (const { carrier, locator, direction, site, pageSite } of credential.sightings) {
    if (direction !== 'sent') continue;
    if (pageSite === undefined || pageSite === site) flow.sentFirstParty = true;
    else flow.sentThirdParty = true;
    if (credential.carrier === 'cookie' && isEcho(carrier, locator)) flow.echoed = locator;
  }
  return flow;
}

/** A cookie's value in a header or a form field of the request: the double-submit pattern. */
function isEcho(carrier: string, locator: string): boolean {
  return (carrier === 'header' && !locator.endsWith('authorization')) || carrier === 'body';
}
