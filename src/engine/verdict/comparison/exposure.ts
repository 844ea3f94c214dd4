import { livedAttributes } from '../../credentials/lived-attributes.js';
import type { Carrier, Credential } from '../../model.js';
import { type Text, text } from '../../text.js';
import { tellHost, tellList } from '../../values/telling/redact.js';
import { STORAGE_AREAS } from '../../where-seen.js';
import { wasSent, wasSentIn } from '../standing.js';
import { type Aspect, UNKNOWN_FLAGS } from './cell.js';

// Aspects of exposure: who can read it, and what hostile script takes away.

export const readableBy: Aspect = {
  name: 'readableBy',
  seen: 'received',
  session: (session) => readersOf(session),
  token: (token) => readersOf(token),
  cookie: (cookie, { cookies }) =>
    cookies.length === 1 ? readersOf(cookie) : readersOfAll(cookies),
};

function readersOf(credential: Credential): Text {
  if (credential.kind === 'cookie') return cookieReaders(credential);
  const stores = origins(credential, STORAGE_AREAS);
  const origin = tellList(stores.map(tellHost), 3);
  if (stores.length > 0 && wasSentIn(credential, 'url'))
    return text(
      'cmp_read_storage_url',
      'Every script of {origin}, third parties’ too, and everybody who sees the address.',
      { origin },
    );
  if (stores.length > 0)
    return text('cmp_read_storage', 'Every script of {origin}, third parties’ too.', { origin });
  if (wasSentIn(credential, 'url')) return text('cmp_read_url', 'Everybody who sees the address.');
  return wasSent(credential)
    ? text('cmp_read_memory', 'The script that holds it, and whatever can hook into fetch.')
    : text(
        'cmp_read_response',
        'The script that reads the response; where it kept it was not seen.',
      );
}

function cookieReaders(credential: Credential): Text {
  const { httpOnly, domain = credential.host, hostOnly } = livedAttributes(credential);
  if (httpOnly === undefined) return UNKNOWN_FLAGS;
  const where = tellHost(hostOnly === false ? `*.${domain}` : domain);
  return httpOnly
    ? text('cmp_read_http_only', 'No script (HttpOnly); servers of {where}.', { where })
    : text('cmp_read_script', 'Every script of the page, and servers of {where}.', { where });
}

function readersOfAll(cookies: readonly Credential[]): Text {
  const known = cookies.filter(
    ({ attributes }) => attributes?.httpOnly !== undefined && attributes.hostOnly !== undefined,
  );
  const told = {
    script: known.filter((c) => !c.attributes?.httpOnly).length,
    wide: known.filter((c) => !c.attributes?.hostOnly).length,
    unseen: cookies.length - known.length,
  };
  if (known.length === 0) return UNKNOWN_FLAGS;
  return told.unseen > 0
    ? text(
        'cmp_read_cookies_partly',
        'By script: {script}; sent to subdomains as well: {wide}; flags not seen: {unseen}.',
        told,
      )
    : text(
        'cmp_read_cookies',
        'By script: {script} of {count}; sent to subdomains as well: {wide}.',
        {
          ...told,
          count: known.length,
        },
      );
}

/** Origins whose storage of these kinds had it. */
function origins({ sightings }: Credential, areas: readonly Carrier[]): string[] {
  const stored = sightings.filter(
    ({ direction, carrier }) => direction === 'stored' && areas.includes(carrier),
  );
  return [...new Set(stored.map(({ origin }) => origin))];
}

export const stolenByXss: Aspect = {
  name: 'stolenByXss',
  seen: 'received',
  session: (session) => theftOf(session),
  token: (token) => theftOf(token),
  cookie: (cookie) => theftOf(cookie),
};

function theftOf(credential: Credential): Text {
  if (credential.kind === 'cookie') return cookieTheft(credential);
  if (origins(credential, ['localStorage', 'indexedDB']).length > 0)
    return text(
      'cmp_xss_local',
      'Taken away and used elsewhere until it ends, also long after the page is closed.',
    );
  if (origins(credential, ['sessionStorage']).length > 0)
    return text(
      'cmp_xss_tab',
      'Taken away and used elsewhere until it ends; only the page’s own copy goes with the tab.',
    );
  if (wasSentIn(credential, 'url'))
    return text('cmp_xss_url', 'Taken away by one line of script: it stands in the address.');
  return text(
    'cmp_xss_memory',
    'Harder to take where memory alone holds it, yet script in the page can still use it.',
  );
}

function cookieTheft({ attributes }: Credential): Text {
  if (attributes?.httpOnly === undefined) return UNKNOWN_FLAGS;
  return attributes.httpOnly
    ? text(
        'cmp_xss_http_only',
        'Not by reading it; hostile script can only use it while the page is open.',
      )
    : text('cmp_xss_readable', 'Taken away by one line of script: HttpOnly is missing.');
}
