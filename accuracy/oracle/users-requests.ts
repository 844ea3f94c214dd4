import type { HarEntry } from '../evaluate/inventory.js';
import { valuesOf } from '../evaluate/inventory.js';
import { fits, rolesOf } from '../evaluate/match.js';
import { ambientOf, isAnonymous, isLetIn, isTurnedAway, isUsers, placeOf } from './admission.js';
import { authorizationsOf } from './authorizations.js';
import { isNone, lacksSameSite, linesOf, livingLines } from './line.js';
import {
  type Answer,
  asked,
  AUTHENTICATING,
  mildest,
  open,
  type SiteQuestion,
} from './question.js';
import { domainOf, headersOf, hostOf, isDocument, type Seen } from './seen.js';
import { isWithPassword } from './with-password.js';

type Answered = readonly [string, Answer];
const SAFE = /^(?:GET|HEAD|OPTIONS|TRACE)$/;
/** The same for everybody. */
const FILE = /^(?:image|font|audio|video)\/|^text\/css|javascript|wasm|manifest/;

/** What others can do with requests that a browser makes a user's by itself. */
export const USERS_QUESTIONS: readonly SiteQuestion[] = [
  ofRequests('csrf-unprotected', canBeForged),
  ofRequests('authenticated-response-cacheable', isKeptForAll),
  { ruleId: 'cors-credentials-reflected', answers: readByOthers },
];

function ofRequests(ruleId: string, answer: (entry: HarEntry, seen: Seen) => Answer): SiteQuestion {
  return {
    ruleId,
    answers: (seen) =>
      seen.entries.map((entry): Answered => [
        domainOf(hostOf(entry.request.url)),
        answer(entry, seen),
      ]),
  };
}

/** RFC 6265bis §8.8.1, WHATWG Fetch: a form of another site could send the very same. */
function canBeForged(entry: HarEntry, seen: Seen): Answer {
  const { request, response, _step } = entry;
  if (SAFE.test(request.method) || response.status >= 400) return 'forbidden';
  if (_step === 'logout' || isWithPassword(request.postData?.text ?? '')) return 'forbidden';
  if (needsLeave(entry) || hasProof(entry, seen)) return 'forbidden';
  const isForm = isDocument(entry) && !mayHaveProof(entry, seen);
  // What a script posts may only ask, or measure.
  return mildest([isUsers(entry, seen), isSentAcross(entry, seen), isForm ? 'asked' : 'open']);
}

/** A header or a content type that no form has. */
function needsLeave({ request }: HarEntry): boolean {
  const [type = ''] = headersOf(request, 'content-type');
  const isPlain = /^(?:$|application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;
  const bearer = headersOf(request, 'authorization').some(
    (value) => !/^(?:basic|digest) /i.test(value),
  );
  return bearer || !isPlain.test(type) || request.headers.some(({ name }) => /^x-/i.test(name));
}

/** What is labelled as one against forgery, or a token that a script put there. */
function hasProof(entry: HarEntry, { labels }: Seen): boolean {
  return valuesOf([entry], []).some((value) => {
    if (value.direction !== 'sent' || value.carrier === 'cookie') return false;
    const label = labels.find((one) => fits(one, value));
    return (
      label !== undefined &&
      rolesOf(label).some((role) => role === 'csrf' || AUTHENTICATING.includes(role))
    );
  });
}

/** A field of letters and digits, or a body that nobody reads here. */
function mayHaveProof(entry: HarEntry, { labels }: Seen): boolean {
  if (/multipart/i.test(entry.request.postData?.mimeType ?? '')) return true;
  return valuesOf([entry], []).some(
    (value) =>
      value.direction === 'sent' &&
      (value.carrier === 'body' || value.carrier === 'url') &&
      /^(?=.*\d)(?=.*[a-z])[\w.~+/=-]{8,}$/i.test(value.value) &&
      !labels.some((one) => fits(one, value)),
  );
}

/** No word of its cookies keeps them back from other sites. */
function isSentAcross(entry: HarEntry, seen: Seen): Answer {
  const answers = ambientOf(entry, seen).map(({ label, name }): Answer => {
    if (label.carrier !== 'cookie') return 'asked';
    const own = livingLines(
      seen.values.filter((value) => value.name === name && fits(label, value)),
    );
    return own.length === 0
      ? 'open'
      : asked(own.every((line) => lacksSameSite(line) || isNone(line)));
  });
  return mildest(answers);
}

/** RFC 9111 §3: a cache that is not the user's own may keep it, by the answer's own word. */
function isKeptForAll(entry: HarEntry, seen: Seen): Answer {
  const { request, response } = entry;
  if (request.method !== 'GET' || response.status !== 200 || !invitesCaches(entry))
    return 'forbidden';
  if (FILE.test(response.content.mimeType)) return 'forbidden';
  const given = linesOf(valuesOf([entry], [])).some((line) =>
    seen.labels.some(
      (label) =>
        fits(label, { carrier: 'cookie', name: line.name, host: line.host }) &&
        rolesOf(label).every((role) => AUTHENTICATING.includes(role)),
    ),
  );
  const isClosed = seen.entries.some(
    (other) =>
      placeOf(other) === placeOf(entry) &&
      (isAnonymous(other) || other._step === 'logout') &&
      isTurnedAway(other),
  );
  const isPublic = seen.entries.some(
    (other) => placeOf(other) === placeOf(entry) && isAnonymous(other) && isLetIn(other),
  );
  if (given) return isUsers(entry, seen) === 'forbidden' ? 'open' : 'asked';
  return mildest([isUsers(entry, seen), isClosed ? 'asked' : open(!isPublic)]);
}

function invitesCaches({ request, response }: HarEntry): boolean {
  const said = headersOf(response, 'cache-control').join(',').toLowerCase();
  const varies = headersOf(response, 'vary').some((line) => /\*|cookie|authorization/i.test(line));
  if (varies || /no-store|private|no-cache|max-age=0/.test(said)) return false;
  // RFC 9111 §3.5.
  if (headersOf(request, 'authorization').length > 0)
    return /public|s-maxage|must-revalidate/.test(said);
  const [expires = ''] = headersOf(response, 'expires');
  const [date = ''] = headersOf(response, 'date');
  return /public|s-maxage|max-age/.test(said) || Date.parse(expires) > Date.parse(date);
}

/** WHATWG Fetch, CORS protocol: a script of another site reads what the user's cookies brought. */
function readByOthers(seen: Seen): Answered[] {
  const partners = authorizationsOf(seen).map(({ client, server }) => [client, domainOf(server)]);
  const grants = seen.entries.flatMap((entry) => {
    const site = domainOf(hostOf(entry.request.url));
    const [origin] = headersOf(entry.request, 'origin');
    const [allowed] = headersOf(entry.response, 'access-control-allow-origin');
    const [credentials] = headersOf(entry.response, 'access-control-allow-credentials');
    if (credentials !== 'true' || isUsers(entry, seen) === 'forbidden' || !isLetIn(entry))
      return [];
    if (allowed !== 'null' && (allowed === undefined || allowed !== origin)) return [];
    const other = allowed === 'null' ? allowed : domainOf(hostOf(allowed));
    const isKin = partners.some((pair) => pair.includes(site) && pair.includes(other));
    return other === site || isKin ? [] : [{ site, other }];
  });
  return grants.map(({ site, other }): Answered => {
    const readers = new Set(grants.filter((one) => one.site === site).map((one) => one.other));
    return [site, other === 'null' || readers.size > 1 ? 'asked' : 'open'];
  });
}
