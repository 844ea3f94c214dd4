import type { Carrier, Credential, Millis, Sighting } from '../model.js';
import { DAY } from '../time-units.js';

// Which of several credentials stands for the user first, told by what was seen them do.

/** Those that a login gave or a logout took come first, then those that were sent most. */
export function byStanding(credentials: readonly Credential[]): Credential[] {
  const own = credentials.filter(({ signs }) => signs === undefined);
  return own.toSorted((a, b) => marksOf(b) - marksOf(a) || usesOf(b) - usesOf(a));
}

export function wasSent({ sightings }: Credential): boolean {
  return sightings.some(({ direction }) => direction === 'sent');
}

/** Sent in a place of this kind. */
export function wasSentIn({ sightings }: Credential, by: Carrier): boolean {
  return sightings.some(({ direction, carrier }) => direction === 'sent' && carrier === by);
}

export function wasKept({ sightings }: Credential): boolean {
  return sightings.some(({ direction }) => direction === 'stored');
}

/**
 * Only handed over to tell a site once who has come: what stands for the user from then on is
 * another.
 */
export function isHandedOver(credential: Credential): boolean {
  const { role, sightings } = credential;
  return (
    role === 'id-token' &&
    wasSent(credential) &&
    !wasKept(credential) &&
    sightings.every((s) => s.direction !== 'sent' || s.carrier === 'body' || s.carrier === 'url')
  );
}

/**
 * What was logged out with got what was shown to its user before: whether others get the same, and
 * with it whether the logout ended anything, nobody knows.
 */
export function mayStillWork({ behaviour }: Credential): boolean {
  const { accepted, refused, shownAgain } = behaviour.afterLogout ?? {};
  return shownAgain !== undefined && !accepted && !refused;
}

/** How often it was sent. */
export function usesOf({ sightings }: Credential): number {
  return sightings.reduce(
    (sum, { count, direction }) => sum + (direction === 'sent' ? count : 0),
    0,
  );
}

/** How script sent a token: in a header, else in the place that was seen first. */
export function sentIn({ sightings }: Credential): Sighting | undefined {
  const sent = sightings.filter((s) => s.direction === 'sent' && s.carrier !== 'cookie');
  return sent.find(({ carrier }) => carrier === 'header') ?? sent[0];
}

/** Where a token is in web storage; where it is in none any more, where it was. */
export function storedOf({ sightings }: Credential): Sighting | undefined {
  const stored = sightings.filter((s) => s.direction === 'stored' && s.carrier !== 'cookie');
  return stored.find(({ goneAt }) => goneAt === undefined) ?? stored[0];
}

/**
 * A sealed or signed session that ends before the one whose copy it is, which a server keeps to ask
 * its store less.
 */
export function isCopy(self: Credential, session: Credential | undefined): boolean {
  return (
    session !== undefined &&
    self.kind === 'cookie' &&
    self.role === 'session' &&
    !isLasting(self) &&
    lastsFor(self) < lastsFor(session)
  );
}

/**
 * A token that says by itself whose it is, for so long that no browser session need be behind it.
 */
function isLasting(self: Credential): boolean {
  return self.jwt !== undefined && self.expires === 'at' && lastsFor(self) > DAY;
}

/** A cookie that ends with the browser session has no end of its own. */
function lastsFor({ expires, expiresAt, cookie, firstSeen }: Credential): Millis {
  return expires === 'at' && expiresAt !== undefined
    ? expiresAt - (cookie?.setAt ?? firstSeen)
    : Infinity;
}

/**
 * True for what holds the visit of whoever comes: it was there before the login that gave the
 * session, and no logout took it.
 */
export function holdsVisit(self: Credential, session: Credential | undefined): boolean {
  const { issuedAtLogin, sentAtLogin } = session?.behaviour ?? {};
  if (!issuedAtLogin || sentAtLogin) return false;
  return self.behaviour.sentAtLogin !== undefined && !self.behaviour.clearedAtLogout;
}

/**
 * What a login gave, gave where nothing of it had been before, and what a logout took: each counts.
 * What was not enough by itself after the logout stands behind what the logout took.
 */
function marksOf({ behaviour }: Credential): number {
  const { issuedAtLogin, sentAtLogin, clearedAtLogout, afterLogout } = behaviour;
  if (afterLogout?.refusedAlone && !clearedAtLogout) return 0;
  return [issuedAtLogin, issuedAtLogin && !sentAtLogin, clearedAtLogout].filter(Boolean).length;
}
