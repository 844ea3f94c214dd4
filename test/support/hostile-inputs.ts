import { b64u } from './base64.js';

/** Inputs for whatever backtracks or rescans, each of any size, by what they are made of. */
export type HostileInputs = Readonly<Record<string, (size: number) => string>>;

/** One unit, repeated. */
export function repeated(units: readonly string[], before = ''): HostileInputs {
  return Object.fromEntries(
    units.map((unit) => [
      JSON.stringify(unit),
      (size: number) => before + unit.repeat(Math.ceil(size / unit.length)),
    ]),
  );
}

const HEADER = b64u('{"alg":"HS256"}');
const JWE_HEADER = b64u('{"alg":"dir","enc":"A128GCM"}');

/** For what finds tokens and recognises formats. */
export const OF_TOKENS = repeated([
  'a',
  '.',
  'eyJ',
  'eyJhbGciOiJIUzI1NiJ9.',
  `${HEADER}.`,
  `${HEADER}.${HEADER.slice(1)}.`,
  `${JWE_HEADER}.`,
  `${HEADER}..`,
  `${b64u('{"alg":"HS256","b64":false}')}.$`,
  'ey.',
  'IHsi',
  '%25',
  '%',
  '25',
  '\\',
  '"',
  '" ',
  'v4.local.',
  'v4.local.a.',
  '==',
  '=',
  '.=',
  ':',
  'a:',
  '::',
  '-',
  '--',
  'a--',
  '|',
  '*',
  'Fe26.2*',
  's:',
  ';',
  ';a=',
  '?',
  '#',
  '&',
  '/',
  '/;',
  ' ',
  'Bearer ',
  'token= ',
  'a1',
  'A',
  '0',
  'MDAx',
  'AgE',
  '{',
  '[',
  '{"a":',
  '"a":1,',
  '<',
  '<Response ',
  '<a:',
  'deploy_',
  'next',
  'T',
  '0:',
  '2|1:0|',
  '.eJ',
  '!',
  '\n',
  'é',
  '\ud83d',
]);

/** For `Cookie` headers. */
export const OF_COOKIES = repeated(['a=1; ', ';', ' ', '=', '\t;']);

/** For cookie dates. */
export const OF_DATES = repeated(['1 ', 'jan ', '00:00:00', '0']);

/** For `Set-Cookie` lines. */
export const OF_SET_COOKIE: HostileInputs = {
  'of value': (size) => `a=${'a'.repeat(size)}`,
  'of semicolons': (size) => `a=1${';'.repeat(size)}`,
  'of blanks and semicolons': (size) => `a=1${' \t;'.repeat(size / 3)}`,
  'of tabs': (size) => `a=b${'\t'.repeat(size)}c`,
  'of equals signs': (size) => '='.repeat(size),
  'of wrong attributes': (size) => `a=1${';max-age=x'.repeat(size / 10)}`,
  'of dates': (size) => `a=1${';expires=1 2 3 4 5 6 7'.repeat(size / 22)}`,
  'of domains': (size) => `a=1${';domain=a.b.example.org'.repeat(size / 23)}`,
  'of one domain': (size) => `a=1;domain=${'a.'.repeat(size / 2)}`,
  'of one path': (size) => `a=1;path=${'/'.repeat(size)}`,
};

/** For HTML: tags, and one tag that does not end. */
export const OF_HTML = repeated([
  '<input ',
  '<input a ',
  '<input a="',
  '<input a=\'<input b="',
  '<meta name=a content=b>',
  '<',
  '<input/',
  'a',
  '= ',
  '<input a= ',
  '<input =',
]);
/** For what a page writes for its scripts. */
export const OF_SCRIPT = repeated([
  '<script ',
  '<script>',
  '<script>1</script>',
  ' data-a="',
  ' data-a="{',
  ':"',
  ':"a1b2c3d4e5",',
  'a:{b:"',
  '\\',
]);
const IN_A_TAG = ['a', ' ', '-', '= ', 'a=', 'a="', 'a =', '/', '&#'];
export const OF_ONE_TAG = repeated(IN_A_TAG, '<input ');
/** Sixty such tags, each of them ended. */
export const OF_LONG_TAGS: HostileInputs = Object.fromEntries(
  IN_A_TAG.map((unit) => [
    JSON.stringify(unit),
    (size: number) => `<input ${unit.repeat(size / 60 / unit.length)}>`.repeat(60),
  ]),
);

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** For bodies, with their type. */
export const OF_BODIES: Readonly<Record<string, [mimeType: string, (size: number) => string]>> = {
  'of ampersands': [FORM, (size) => '&'.repeat(size)],
  'of names': [FORM, (size) => 'a&'.repeat(size / 2)],
  'of one name': [FORM, (size) => '['.repeat(size)],
  'of percent signs': [FORM, (size) => '%'.repeat(size)],
  'of boundaries': ['multipart/form-data; boundary=-', (size) => '---\r\n\r\n'.repeat(size / 7)],
  'of brackets': [JSON_TYPE, (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)],
  'of objects': [JSON_TYPE, (size) => `${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}`],
  'of strings that look like JSON': [JSON_TYPE, (size) => `[${'"{",'.repeat(size / 4)}1]`],
  'of JSON in JSON': [
    JSON_TYPE,
    (size) => JSON.stringify([JSON.stringify([JSON.stringify(['{'.repeat(size / 8)])])]),
  ],
  'of tags': ['text/html', (size) => '<input a '.repeat(size / 9)],
};

/** For redaction of what is no form of its own: notes, pages and messages. */
export const OF_REDACTION: HostileInputs = {
  ...repeated([
    'password=',
    'a:',
    '<input type="password" ',
    'Bearer ',
    'x="',
    '\n- token: ',
    '=',
    '://',
    'token: ',
    '-----BEGIN PRIVATE KEY-----',
    `<methodCall><param><value>${' '.repeat(1_100)}x `,
  ]),
  'of names in values of names': (size) => {
    let text = 'x';
    while (text.length < size) text = `token:${'!'.repeat(260)}token=${text}`;
    return text;
  },
};
