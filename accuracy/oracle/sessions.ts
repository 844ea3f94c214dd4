import type { HarEntry, PlacedValue } from '../evaluate/inventory.js';
import { fits } from '../evaluate/match.js';
import { sessionsAtLogins } from '../evaluate/session-at-login.js';
import { type Label, LOGIN_STEPS } from '../support/stack.js';
import { isAnonymous, isLetIn, isTurnedAway, placeOf } from './admission.js';
import { asked, type Answer, type LabelQuestion, open } from './question.js';
import { type Seen, startOf } from './seen.js';

const HALF_AN_HOUR = 1_800_000;

/** What becomes of sessions. */
export const SESSION_QUESTIONS: readonly LabelQuestion[] = [
  {
    ruleId: 'session-id-in-url',
    roles: ['session'],
    answer: (values) => asked(values.some(({ carrier }) => carrier === 'url')),
  },
  {
    ruleId: 'session-id-low-entropy',
    roles: ['session'],
    answer(values) {
      const ids = values
        .filter(({ direction, value }) => direction === 'sent' && value !== '')
        .map(({ value }) => value);
      return asked(ids.length > 0 && ids.every((id) => bitsAtMost(id) < 64));
    },
  },
  {
    ruleId: 'session-affinity-exposed',
    answer: (values) =>
      asked(values.some(({ carrier, value }) => carrier === 'cookie' && tellsHost(value))),
  },
  { ruleId: 'session-not-rotated-at-login', roles: ['session'], answer: staysAtLogin },
  // Nobody restarts a server here, and none forgets.
  { ruleId: 'session-lost', roles: ['session'], answer: () => 'forbidden' },
  {
    ruleId: 'session-idle-unbounded',
    roles: ['session'],
    answer: (_values, { entries }) =>
      open(
        entries.some(
          (entry, index) =>
            index > 0 && startOf(entry) - startOf(entries[index - 1]!) > HALF_AN_HOUR,
        ),
      ),
  },
  { ruleId: 'session-survives-logout', roles: ['session'], answer: survives },
  { ruleId: 'token-survives-logout', roles: ['access-token', 'refresh-token'], answer: survives },
];

/**
 * Asked for where the first login of a step left the id alone; open where the same login gave
 * something else that the server asks for from then on.
 */
function staysAtLogin(
  _values: readonly PlacedValue[],
  { entries, labels }: Seen,
  label: Label,
): Answer {
  const all = sessionsAtLogins(entries, labels);
  const first = all.filter(({ step, host, chain }) => {
    const before = all.filter((one) => one.step === step && one.host === host);
    return before.every((one) => one.chain[0]! >= chain[0]!);
  });
  const stayed = first.filter(
    ({ name, host, rotation }) =>
      rotation === 'not rotated' && fits(label, { carrier: 'cookie', name, host }),
  );
  if (stayed.length === 0) return 'forbidden';
  // What an earlier login gave is nothing that somebody planted.
  const isGiven = first.some(
    ({ name, host, step, rotation }) =>
      step === 'login' &&
      rotation !== 'not rotated' &&
      fits(label, { carrier: 'cookie', name, host }),
  );
  if (isGiven) return 'open';
  const isAlone = stayed.some(({ step, host }) =>
    first.every((one) => one.step !== step || one.host !== host || one.rotation === 'not rotated'),
  );
  return isAlone ? 'asked' : 'open';
}

/**
 * What was in use before the logout went with a request after it, and was let in: where somebody
 * without it had been turned away it is asked for, where nobody had tried it is left open.
 */
function survives(values: readonly PlacedValue[], { entries }: Seen): Answer {
  const leaving = entries.findIndex(({ _step }) => _step === 'logout');
  if (leaving < 0) return 'forbidden';
  const before = new Set(
    values
      .filter(({ direction, at }) => direction === 'sent' && at < startOf(entries[leaving]!))
      .map(({ value }) => value)
      .filter((value) => value.length > 3),
  );
  const closed = new Set(
    entries.filter((entry) => isAnonymous(entry) && isTurnedAway(entry)).map(placeOf),
  );
  const public_ = new Set(
    entries.filter((entry) => isAnonymous(entry) && isLetIn(entry)).map(placeOf),
  );
  const after = afterLogout(entries, leaving).filter(
    (entry) => isLetIn(entry) && carriesOneOf(entry, before),
  );
  if (after.some((entry) => closed.has(placeOf(entry)))) return 'asked';
  return open(after.some((entry) => !public_.has(placeOf(entry))));
}

/** Behind the request that logs out, and before the next login. */
function afterLogout(entries: readonly HarEntry[], leaving: number): HarEntry[] {
  const end = entries.findIndex(
    ({ request }, index) =>
      index > leaving &&
      request.postData !== undefined &&
      LOGIN_STEPS.includes(entries[index]!._step),
  );
  return entries.slice(leaving + 1, end < 0 ? undefined : end);
}

function carriesOneOf({ request }: HarEntry, values: ReadonlySet<string>): boolean {
  const text = [request.url, ...request.headers.map(({ value }) => value)].join('\n');
  return [...values].some((value) => text.includes(value));
}

/** If every sign were drawn from the smallest alphabet that has them all. */
function bitsAtMost(value: string): number {
  // Its quotes are no part of what was drawn (RFC 6265 §4.1.1).
  const id = value.replace(/^"(.*)"$/, '$1');
  const alphabets: readonly (readonly [RegExp, number])[] = [
    [/^\d*$/, 10],
    [/^(?:[\da-f]*|[\dA-F]*)$/, 16],
    [/^(?:[\da-z]*|[\dA-Z]*)$/, 36],
    [/^[\dA-Za-z]*$/, 62],
  ];
  const size = alphabets.find(([signs]) => signs.test(id))?.[1] ?? 64;
  return id.length * Math.log2(size);
}

/** An internal address, plain or as F5 writes it: K6917. */
function tellsHost(value: string): boolean {
  return (
    /^\d{8,10}\.\d{3,5}\.0000(?:;|$)/.test(value) ||
    /(?:^|[^\d.])(?:10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)/.test(
      value,
    )
  );
}
