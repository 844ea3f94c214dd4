import type { BodyField } from '../../model.js';
import { LIMITS } from '../../settings.js';
import { decodePercent } from '../addresses/raw-url.js';
import { parseJson, stringsOf } from './json-strings.js';

// DWR (Direct Web Remoting): a call is lines of names and values with their types, an answer is a
// script that calls back.

const CALL = /^(?:callCount=\d|(?:[\w-]{1,40}=.{0,400}\r?\n){1,8}callCount=\d)/;
/** `c0-param0=string:ada`, `c0-e1=string:…`: the second is a member that an object points to. */
const VALUE = /^c(\d{1,3})-(param\d{1,3}|e\d{1,4})=string:(.*)$/;
/** `c0-param0=Object_Object:{user:reference:c0-e1, password:reference:c0-e2}` */
const MEMBER = /([\w$]{1,64}):reference:(c\d{1,3}-e\d{1,4})/g;
const OBJECT = /^c\d{1,3}-(?:param\d{1,3}|e\d{1,4})=Object_\w{1,64}:\{/;
const ANSWER = /handleCallback\(\s?["']\d{1,6}["']\s?,\s?["']\d{1,6}["']\s?,/;
const LINES = 1_000;

/** The strings of a call, or those that an answer hands over; undefined for neither. */
export function fieldsOfDwr(source: string): BodyField[] | undefined {
  if (CALL.test(source)) return argumentsOf(source.split(/\r?\n/, LINES));
  const answer = ANSWER.exec(source);
  if (!answer) return undefined;
  const rest = source.slice(answer.index + answer[0].length);
  const told = parseJson(rest.slice(0, rest.lastIndexOf(')')));
  return told === undefined ? [] : stringsOf(told);
}

function argumentsOf(lines: readonly string[]): BodyField[] {
  const names = new Map<string, string>();
  for (const line of lines.filter((one) => OBJECT.test(one)))
    for (const [, name = '', place = ''] of line.matchAll(MEMBER)) names.set(place, name);
  let number = 0;
  return lines
    .flatMap((line) => {
      const [whole, call = '', place = '', value = ''] = VALUE.exec(line) ?? [];
      if (whole === undefined) return [];
      const name = names.get(`c${call}-${place}`) ?? `/params/${number++}`;
      return [{ pointer: name, value: decodePercent(value) }];
    })
    .slice(0, LIMITS.formFields);
}
