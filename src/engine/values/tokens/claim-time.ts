import type { Millis } from '../../model.js';
import {
  type DateUnit,
  type NumericDate,
  readNumericDate,
} from '../../normalize/bodies/numeric-date.js';
import { type Text, text } from '../../text.js';
import { tellList, tellName } from '../telling/redact.js';

type Claims = Readonly<Record<string, unknown>>;

/** Claims that are a NumericDate (RFC 7519 §4.1, OpenID Connect Core §2 and §5.1). */
const TIME_CLAIMS = ['iat', 'nbf', 'exp', 'auth_time', 'updated_at'];

/**
 * A claim as a moment, also where it counts a finer unit than the seconds of RFC 7519 §2 or stands
 * in quotes; undefined where it is none.
 */
export function claimTime(claims: Claims | undefined, name: string): Millis | undefined {
  return readNumericDate(claims?.[name])?.at;
}

/** How a time claim may be written against RFC 7519 §2, each with its sentence. */
const ODD: readonly [is: (date: NumericDate) => boolean, said: Text][] = [
  [
    has('milliseconds'),
    text(
      'diagnosis_jwt_time_in_milliseconds',
      'times in milliseconds ({names}), where RFC 7519 has seconds: read as such here, while a ' +
        'verifier may see a token without end',
    ),
  ],
  [
    has('microseconds'),
    text(
      'diagnosis_jwt_time_in_microseconds',
      'times in microseconds ({names}), where RFC 7519 has seconds: read as such here',
    ),
  ],
  [
    has('nanoseconds'),
    text(
      'diagnosis_jwt_time_in_nanoseconds',
      'times in nanoseconds ({names}), where RFC 7519 has seconds: read as such here',
    ),
  ],
  [
    ({ quoted }) => quoted,
    text(
      'diagnosis_jwt_time_quoted',
      'times as strings ({names}), where RFC 7519 has numbers: read as numbers here, while a ' +
        'verifier may refuse them',
    ),
  ],
];

/** What is odd about how a token writes its times. */
export function oddTimes(claims: Claims): Text[] {
  const dates = TIME_CLAIMS.map((name) => ({ name, date: readNumericDate(claims[name]) }));
  return ODD.flatMap(([is, said]) => {
    const names = dates.filter(({ date }) => date && is(date)).map(({ name }) => tellName(name));
    return names.length > 0 ? [{ ...said, values: { names: tellList(names) } }] : [];
  });
}

function has(wanted: DateUnit): (date: NumericDate) => boolean {
  return ({ unit }) => unit === wanted;
}
