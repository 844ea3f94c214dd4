import type { Credential, Role, Sighting } from '../model.js';
import { text } from '../text.js';
import { hintOf } from '../values/names/name-hint.js';
import { tellName } from '../values/telling/redact.js';
import { plainValue } from './cookie-facts.js';
import type { Cue } from './cue.js';
import { listsSettings } from './settings-list.js';

/** Where a cookie was seen go, and what came of it. */
export function travelCues(credential: Credential): Cue[] {
  const { behaviour, sightings } = credential;
  const { echoed, masked, sentThirdParty, sentFirstParty, sentToAuthorize } = behaviour;
  const isBeacon = behaviour.gotNothing === true && !behaviour.gotData && !behaviour.gotPage;
  // A list of choices tells no visits apart, wherever it goes.
  const mayCount = !listsSettings(plainValue(credential));
  const countsVisits = mayCount && (isBeacon || isGivenInVain(sightings));
  const cues: Cue[] = [];
  if (echoed) {
    cues.push({
      role: 'csrf',
      weight: weightOfEcho(credential, echoed),
      text: text('evidence_echoed', 'its value was sent back in {place}', {
        place: tellName(echoed),
      }),
    });
  }
  if (masked !== undefined) {
    cues.push({
      role: 'csrf',
      weight: 0.95,
      text: text('evidence_masked', 'its secret stands in {place} as well, under a new mask', {
        place: tellName(masked),
      }),
    });
  }
  if (sentThirdParty && !sentFirstParty && !sentToAuthorize) {
    cues.push({
      role: 'tracking',
      weight: weightOfTravel(credential, countsVisits),
      text: text('evidence_third_party', 'sent only to a site that is not the page’s own'),
    });
  }
  return cues;
}

/**
 * Under its own name it is compared with itself, whatever that says; under one of a value against
 * forgery it is no more than that, unless it is hidden: pages write their session there as well.
 */
function weightOfEcho({ name, attributes, behaviour }: Credential, place: string): number {
  const isGuard = hintOf(place)?.role === 'csrf' || behaviour.repeated?.place === place;
  if (isGuard && attributes?.httpOnly === false) return 0.97;
  return place === name ? 0.85 : 0.7;
}

const KNOWS_NO_USER: ReadonlySet<Role> = new Set(['device', 'load-balancer', 'consent']);

/**
 * What is answered with nothing, or never sent back, is nobody's session, whatever it is called.
 * What products document as something else that knows no user is that on other sites as well.
 */
function weightOfTravel({ name, behaviour }: Credential, countsVisits: boolean): number {
  const hint = hintOf(name);
  if (hint?.from !== undefined && KNOWS_NO_USER.has(hint.role)) return 0.35;
  return countsVisits && !behaviour.issuedAtLogin ? 0.8 : 0.5;
}

/** Set again and again, and never sent: a browser that keeps no cookies of third parties. */
function isGivenInVain(sightings: Credential['sightings']): boolean {
  const isReceipt = ({ direction }: Sighting) => direction === 'received';
  return sightings.every(isReceipt) && sightings.reduce((sum, { count }) => sum + count, 0) > 1;
}
