import type { Credential } from '../model.js';
import { logsIn } from '../role-table.js';
import { text } from '../text.js';
import { nameInPage } from '../values/names/field-name.js';
import { formatFacts } from '../values/formats.js';
import { AUTHORIZATION } from '../values/names/authorization-names.js';
import { tellWord } from '../values/telling/redact.js';
import { assertionCues, messageCues } from './assertion-cues.js';
import { besideCues } from './beside-cues.js';
import { cartCues } from './cart-cue.js';
import { claimCues, saysRefresh } from './claim-cues.js';
import type { Cue } from './cue.js';
import { dictatedCues } from './dictated-cue.js';
import { asKeyOfLogin, ownUse, ownNameCues } from './own-name-cues.js';
import { schemeCues } from './scheme-cues.js';
import { hintAt } from './place-hint.js';
import { renewerCues } from './renewal.js';
import { isRenewalAddress } from './renewal-path.js';
import { sdkOf } from './sdk.js';
import { heldCues } from './shape-cues.js';
import { sightingCues } from './sighting-cues.js';
import { OPENS_SOCKET, opensSockets } from './socket-cues.js';
import { tellsOnlyCues } from './tells-only.js';
import { trafficCues } from './traffic-cues.js';

const IN_ADDRESS: Cue = {
  role: 'session',
  weight: 0.7,
  text: text(
    'evidence_address_key',
    'the answer to the login sent the browser to an address with it, and no cookie says who asks',
  ),
};

const ONLY_TOLD = {
  weight: 0.7,
  text: text(
    'evidence_only_told',
    'the answer to the login told it, requests bring it back since then, and nothing else says ' +
      'who asks',
  ),
};

/** Evidence for what a token outside a cookie is. */
export function tokenCues(credential: Credential): Cue[] {
  if (credential.scheme === 'password') return schemeCues(credential);
  const first = [
    tellsOnlyCues,
    renewerCues,
    messageCues,
    besideCues,
    trafficCues,
    cartCues,
  ].flatMap((of) => of(credential));
  if (first.length > 0) return first;
  const cues = [
    ...(credential.jwt ? claimCues(credential.jwt, isCalledRefresh(credential)) : []),
    ...(credential.kind === 'token' ? heldCues(credential) : []),
    ...assertionCues(credential),
    ...schemeCues(credential),
    ...dictatedCues(credential),
  ];
  for (const sighting of credential.sightings)
    cues.push(...sightingCues(sighting, isUsed(credential), isOfPage(credential)));
  if (opensSockets(credential)) cues.push(OPENS_SOCKET);
  if (credential.behaviour.issuedAtLogin) cues.push(...givenAloneCues(credential));
  const isRefresh = credential.jwt ? saysRefresh(credential.jwt) : isSentToRenew(credential);
  const own = isRefresh ? withoutAccess(cues) : withoutGuard(credential, cues);
  const said = [...own, ...sdkCues(credential, own), ...ownUse(credential, own)];
  if (said.length === 0) return ownNameCues(credential);
  return asKeyOfLogin(credential, said) ?? withoutRepeats(said);
}

/** What nothing else stands beside that may say who asks. */
function givenAloneCues({ behaviour, sightings }: Credential): Cue[] {
  const { givenInAddress, onlyTold } = behaviour;
  const isSent = sightings.some(({ direction }) => direction === 'sent');
  const named = sightings
    .flatMap((one) => hintAt(one)?.role ?? [])
    .find((role) => logsIn({ role }));
  return [
    ...(givenInAddress && isSent ? [IN_ADDRESS] : []),
    ...(onlyTold ? [{ ...ONLY_TOLD, role: named ?? 'access-token' }] : []),
  ];
}

/** Pages give their scripts a token to send as HTTP authentication: whatever they call it. */
function withoutGuard({ sightings }: Credential, cues: readonly Cue[]): readonly Cue[] {
  const isBearer = sightings.some(
    ({ carrier, locator, direction }) =>
      carrier === 'header' && direction === 'sent' && AUTHORIZATION.test(locator),
  );
  return isBearer ? cues.filter(({ role }) => role !== 'csrf') : cues;
}

function withoutAccess(cues: readonly Cue[]): Cue[] {
  return cues.filter(({ role }) => role !== 'access-token');
}

/** A known library's store speaks for what the rest says already. */
function sdkCues({ sightings }: Credential, cues: readonly Cue[]): Cue[] {
  const stored = sightings.find(({ direction }) => direction === 'stored');
  const sdk = stored && sdkOf(stored.locator);
  const role = cues.find((cue) => cue.role !== 'tracking')?.role;
  return sdk && role
    ? [
        {
          role,
          weight: 0.3,
          text: text('evidence_sdk', 'kept where {sdk} keeps its tokens', { sdk: tellWord(sdk) }),
        },
      ]
    : [];
}

/**
 * Somebody got it by logging in, or it is kept or sent: else its name is all that speaks for it.
 */
function isUsed({ behaviour, format, sightings }: Credential): boolean {
  return (
    behaviour.issuedAtLogin !== undefined ||
    formatFacts(format).unmistakable ||
    sightings.some(({ direction }) => direction !== 'received')
  );
}

/** The answer that gave it says so by its name. */
function isCalledRefresh({ sightings }: Credential): boolean {
  return sightings.some(
    (one) => one.direction === 'received' && hintAt(one)?.role === 'refresh-token',
  );
}

/** It is sent as access tokens are, but first to where the next one is given. */
function isSentToRenew(credential: Credential): boolean {
  const sent = credential.sightings.filter(({ direction }) => direction === 'sent');
  const asked = sent.flatMap(({ firstExchange }) => firstExchange ?? []);
  const isAll = asked.length > 0 && asked.every(({ url }) => isRenewalAddress(url));
  return isAll && isCalledRefresh(credential);
}

/** A page of the site told it, and what brings it back proves that it was read there. */
function isOfPage({ kind, sightings }: Credential): boolean {
  return kind === 'field' && sightings.some(({ locator }) => nameInPage(locator) !== undefined);
}

function withoutRepeats(cues: Cue[]): Cue[] {
  const seen = new Set<string>();
  return cues.filter(({ role, text: { key, values } }) => {
    const id = `${role} ${key} ${values.locator ?? ''}`;
    return seen.has(id) ? false : seen.add(id);
  });
}
