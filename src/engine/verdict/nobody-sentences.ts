import type { Credential } from '../model.js';
import { text, type Text } from '../text.js';
import { tellName } from '../values/telling/redact.js';
import { span } from '../values/telling/span.js';
import { namesOf } from './names.js';

// The verdict in one sentence, where nothing that works identifies anybody.

export const NOTHING = text(
  'verdict_none',
  'Nothing seen here identifies a user yet. Log in to see what the site gives you.',
);

/** It may have ended, or never have been right. */
export function turnedAway(credentials: readonly Credential[]): Text {
  return text(
    'verdict_turned_away',
    'The site refused every request that carried {names}: whether it stands for anybody, nothing ' +
      'seen here tells.',
    { names: namesOf(credentials) },
  );
}

/** What was not seen is not known: the recording may have begun after a login. */
export function maybeSomebody(cookies: readonly Credential[]): Text {
  return text(
    'verdict_maybe_somebody',
    'No login was seen, but {names} came along from before: somebody may be logged in with that. ' +
      'Log out and in again, or have it proved, to know.',
    { names: namesOf(cookies) },
  );
}

export const NOTHING_HERE = text(
  'verdict_none_elsewhere',
  'Nothing seen here identifies anybody: only pages of other sites asked this one for something.',
);

/** It tells one browser from another, and nobody's name. */
export function recognised({ name, expires, expiresAt, ...credential }: Credential): Text {
  const who = { name: tellName(name) };
  const began = credential.cookie?.setAt ?? credential.firstSeen;
  if (expires === 'session')
    return text(
      'verdict_recognised_session',
      '{name} lets the site know this browser again until it is closed; no login was seen.',
      who,
    );
  return expires === 'at' && expiresAt !== undefined
    ? text(
        'verdict_recognised_for',
        '{name} lets the site know this browser again for {span}; no login was seen.',
        { ...who, span: span(expiresAt - began) },
      )
    : text(
        'verdict_recognised',
        '{name} lets the site know this browser again; no login was seen.',
        who,
      );
}

export const NOTHING_KEPT = text(
  'verdict_none_kept',
  'A login was seen, but not what the site knows you by since: it was not recorded, or it is not ' +
    'recognised for what it is.',
);

export function refused({ name, cookie }: Credential): Text {
  return text(
    'verdict_refused',
    'The browser refused the cookie {name} ({reason}), so the site does not know you again: the ' +
      'login cannot hold.',
    { name: tellName(name), reason: cookie?.rejected?.reason ?? '' },
  );
}

/**
 * Its pages may know their user by something else: only this site, as pages of others ask it, does
 * not.
 */
export function refusedElsewhere({ name, cookie }: Credential): Text {
  return text(
    'verdict_refused_elsewhere',
    'The browser refused the cookie {name} ({reason}): where pages of other sites ask this one, ' +
      'it knows nobody by it.',
    { name: tellName(name), reason: cookie?.rejected?.reason ?? '' },
  );
}

/** Whoever visits gets one. */
export function ofGuests({ name }: Credential): Text {
  return text(
    'verdict_guests',
    'Whoever visits is given {name}, logged in or not; nothing seen here identifies a person.',
    { name: tellName(name) },
  );
}
