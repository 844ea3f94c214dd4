import type { PlacedValue } from '../evaluate/inventory.js';
import { gives, isNone, isValue, type Line, linesOf, livingLines, REFUSALS } from './line.js';
import { asked, AUTHENTICATING, type LabelQuestion, open } from './question.js';
import {
  domainOf,
  headersOf,
  hostOf,
  isDocument,
  isEncrypted,
  type Seen,
  startOf,
} from './seen.js';

/** What shows only beside the other requests of the recording. */
export const PLACE_QUESTIONS: readonly LabelQuestion[] = [
  {
    ruleId: 'cookie-samesite-none-on-session',
    roles: AUTHENTICATING,
    answer(values, seen) {
      if (!livingLines(values).some(isNone)) return 'forbidden';
      return domainsOf(seen).size > 1 ? 'open' : 'asked';
    },
  },
  {
    ruleId: 'cookie-prefix-available',
    roles: AUTHENTICATING,
    answer: (values, seen) => asked(livingLines(values).some((line) => couldPromise(line, seen))),
  },
  {
    ruleId: 'cookie-domain-too-broad',
    roles: AUTHENTICATING,
    answer(values, seen) {
      const broad = livingLines(values).filter(({ attributes }) => attributes.get('domain'));
      if (broad.length === 0) return 'forbidden';
      return values.some(
        ({ direction, host, carrier }) =>
          carrier === 'cookie' && direction === 'sent' && givesFilesAlone(host, seen),
      )
        ? 'asked'
        : 'open';
    },
  },
  {
    ruleId: 'cookie-expired-on-arrival',
    roles: AUTHENTICATING,
    answer: (values) => asked(linesOf(values).some((line) => isDeadOnArrival(line, values))),
  },
  {
    ruleId: 'cookie-duplicate-name',
    roles: AUTHENTICATING,
    answer(values) {
      if (values.some((one) => isTwice(one, values))) return 'asked';
      const lines = livingLines(values);
      return open(lines.some((a) => lines.some((b) => a !== b && a.name === b.name)));
    },
  },
  {
    ruleId: 'cookie-set-over-http',
    roles: AUTHENTICATING,
    answer: (values, { entries }) =>
      asked(
        livingLines(values).some(
          ({ encrypted, host }) =>
            !encrypted &&
            entries.some(({ request: { url } }) => hostOf(url) === host && isEncrypted(url)),
        ),
      ),
  },
  {
    ruleId: 'cookie-set-by-script',
    roles: AUTHENTICATING,
    // Who set it shows only where its value had come some other way.
    answer(values) {
      if (linesOf(values).length > 0) return 'forbidden';
      const given = values.filter(({ carrier }) => carrier !== 'cookie').map(({ value }) => value);
      const own = values.filter(({ carrier }) => carrier === 'cookie');
      if (own.length === 0) return 'forbidden';
      return own.some(({ value }) => given.includes(value)) ? 'asked' : 'open';
    },
  },
  {
    ruleId: 'cookie-rejected-by-browser',
    answer(values, seen) {
      const lines = linesOf(values).filter(gives);
      if (lines.some(REFUSALS.insecure)) return 'asked';
      return open(lines.some((line) => !wasKept(line, seen)));
    },
  },
  {
    ruleId: 'cookie-third-party-unpartitioned',
    roles: [...AUTHENTICATING, 'csrf'],
    answer: (values, seen) => open(livingLines(values).some(isNone) && domainsOf(seen).size > 1),
  },
];

/** Registrable domains that were asked anything. */
function domainsOf({ entries }: Seen): Set<string> {
  return new Set(entries.map(({ request: { url } }) => domainOf(hostOf(url))));
}

/** `__Host-` costs it nothing, and keeps out a neighbour that was seen. */
function couldPromise(line: Line, { entries }: Seen): boolean {
  const { attributes, name, host } = line;
  const hosts = new Set(entries.map(({ request: { url } }) => hostOf(url)));
  return (
    attributes.has('secure') &&
    !attributes.get('domain') &&
    attributes.get('path') === '/' &&
    !/^__host-/i.test(name) &&
    [...hosts].some((other) => other !== host && domainOf(other) === domainOf(host))
  );
}

function givesFilesAlone(host: string, { entries }: Seen): boolean {
  const own = entries.filter(({ request: { url } }) => hostOf(url) === host);
  const isFile = /^(?:image|font|audio|video)\/|^text\/css|javascript/;
  return own.length > 0 && own.every(({ response }) => isFile.test(response.content.mimeType));
}

/** A value whose end has passed, where there is none of that name to delete. */
function isDeadOnArrival(line: Line, values: readonly PlacedValue[]): boolean {
  const { value, name, host, at, text } = line;
  if (gives(line) || !isValue(value)) return false;
  return !values.some(
    (one) =>
      one.carrier === 'cookie' &&
      one.name === name &&
      one.host === host &&
      one.at <= at &&
      one.value !== text,
  );
}

/** Two cookies of one name went with one request. */
function isTwice(one: PlacedValue, values: readonly PlacedValue[]): boolean {
  return values.some(
    (other) =>
      other !== one &&
      one.carrier === 'cookie' &&
      one.direction === 'sent' &&
      other.carrier === 'cookie' &&
      other.direction === 'sent' &&
      other.name === one.name &&
      other.host === one.host &&
      other.at === one.at &&
      other.value !== one.value,
  );
}

/** Something later shows that the browser has it, or nothing later could. */
function wasKept({ name, host, at, attributes }: Line, { entries, states }: Seen): boolean {
  const isMeant = (path: string) => path.startsWith(attributes.get('path') ?? '');
  const later = entries.filter(
    (entry) =>
      startOf(entry) > at &&
      hostOf(entry.request.url) === host &&
      isMeant(new URL(entry.request.url).pathname),
  );
  const isSent = later.some(({ request, _held }) =>
    [...headersOf(request, 'cookie'), ...(_held ?? []).map((held) => `${held.name}=`)].some(
      (text) => text.includes(`${name}=`),
    ),
  );
  const isStored = Object.values(states).some(({ cookies }) =>
    cookies.some((cookie) => cookie['name'] === name),
  );
  return isSent || isStored || later.filter(isDocument).length === 0;
}
