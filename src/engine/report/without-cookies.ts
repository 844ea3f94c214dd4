import type { Credential } from '../model.js';
import { logsIn } from '../role-table.js';
import { type Diagnosis, text } from '../text.js';
import { namesOf } from '../verdict/names.js';

const NO_CREDENTIALS = 'no-credentials-in-source';

/** A file without cookies may be of a site that has none, and knows its users by something else. */
export function withoutCookies(one: Diagnosis, credentials: readonly Credential[]): Diagnosis {
  if (one.code !== NO_CREDENTIALS) return one;
  const others = credentials.filter(({ kind, role, sightings }) => {
    const tells = logsIn({ role }) || role === 'api-key' || role === 'basic';
    return kind !== 'cookie' && tells && sightings.some((s) => s.direction === 'sent');
  });
  if (others.length === 0) return one;
  return {
    ...one,
    text: text(
      'diagnosis_no_cookies_in_source',
      'the file has no Cookie, Set-Cookie or Authorization header: the site may do without, as ' +
        '{names} tells it who asks, or the export left them out, as browsers do unless they are ' +
        'told not to',
      { names: namesOf(others) },
    ),
  };
}
