// Korean particles: which form of a pair follows is a matter of the last sound before it.
// Standard Korean Orthography, general rules of particles; `(으)로` alone asks whether it is ㄹ.

/** The last sound of a word: none, ㄹ, or another consonant. */
export type LastSound = 'vowel' | 'rieul' | 'consonant';

interface Pair {
  written: string;
  afterConsonant: string;
  afterVowel: string;
}

const PAIRS: readonly Pair[] = [
  { written: '은(는)', afterConsonant: '은', afterVowel: '는' },
  { written: '이(가)', afterConsonant: '이', afterVowel: '가' },
  { written: '을(를)', afterConsonant: '을', afterVowel: '를' },
  { written: '과(와)', afterConsonant: '과', afterVowel: '와' },
  { written: '와(과)', afterConsonant: '과', afterVowel: '와' },
  { written: '(으)로', afterConsonant: '으로', afterVowel: '로' },
  { written: '(이)라', afterConsonant: '이라', afterVowel: '라' },
];

const BY_WRITTEN = new Map(PAIRS.map((pair) => [pair.written, pair]));

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
/** Final consonants of a syllable, and none; the eighth is ㄹ (Unicode §3.12). */
const FINALS = 28;
const FINAL_RIEUL = 8;

/** Names of the digits: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS: readonly LastSound[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** A number with so many zeros ends in 조, the one power of ten without a final consonant. */
const TRILLIONS = /0{12,15}$/;

/** Names of letters that end in a consonant: 엘, 엠, 엔, 알. */
const LETTERS: Readonly<Record<string, LastSound>> = {
  l: 'rieul',
  m: 'consonant',
  n: 'consonant',
  r: 'rieul',
};

/** Symbols that are read, and how they end: 퍼센트, 플러스, 엔드, 샵, 골뱅이, 슬래시. */
const SYMBOLS: Readonly<Record<string, LastSound>> = {
  '%': 'vowel',
  '+': 'vowel',
  '&': 'vowel',
  '#': 'consonant',
  '@': 'vowel',
  '/': 'vowel',
  '*': 'consonant',
  '~': 'vowel',
  '°': 'vowel',
};

/** Words that no rule below reads rightly. */
const WORDS: Readonly<Record<string, LastSound>> = {
  com: 'consonant',
  cookie: 'vowel',
  get: 'consonant',
  html: 'rieul',
  id: 'vowel',
  json: 'consonant',
  me: 'vowel',
  min: 'consonant',
  put: 'consonant',
  sub: 'vowel',
  url: 'rieul',
};

/** How words that are no abbreviations are read in Korean, by their end; the first that fits. */
const ENDINGS: readonly (readonly [RegExp, LastSound])[] = [
  // 파일, 타이틀; 이메일.
  [/[a-z]le$|l$/, 'rieul'],
  // 네임, 논; 토큰, 도메인, 스프링.
  [/[aeiou][mn]e$|[mn]$|ng$/, 'consonant'],
  // 베이직, 트랙, 버킷, 앱, 웹, 페이스북: a short vowel before it.
  [/(?:^|[^aeiou])[aeiouy](?:p|pp|t|tt|k|ck|c|b)$|ook$/, 'consonant'],
];

/** Up to the last character that is read. */
const READ = /^.*[\p{L}\p{N}%+&#@/*~°]/su;
const ADDED = /\s*\([^()]*\)[^\p{L}\p{N}]*$/u;

/**
 * How the last sound of some text is, as Koreans read it; undefined where nothing in it is read.
 */
export function lastSound(told: string): LastSound | undefined {
  // What brackets add is passed over: it is the word before them that the particle belongs to.
  const upToIt = READ.exec(told.replace(ADDED, ''))?.[0] ?? READ.exec(told)?.[0];
  const read = upToIt && [...upToIt].at(-1);
  if (!read) return undefined;
  return (
    SYMBOLS[read] ?? ofHangul(read) ?? ofDigit(read, upToIt) ?? ofLatin(read, upToIt) ?? 'vowel'
  );
}

function ofHangul(read: string): LastSound | undefined {
  const code = read.codePointAt(0) ?? 0;
  if (code < HANGUL_FIRST || code > HANGUL_LAST) return undefined;
  const final = (code - HANGUL_FIRST) % FINALS;
  if (final === 0) return 'vowel';
  return final === FINAL_RIEUL ? 'rieul' : 'consonant';
}

function ofDigit(read: string, upToIt: string): LastSound | undefined {
  if (!/^[0-9]$/.test(read)) return undefined;
  const whole = /[0-9,]+$/.exec(upToIt)?.[0].replaceAll(',', '') ?? read;
  return TRILLIONS.test(whole) ? 'vowel' : DIGITS[Number(read)];
}

function ofLatin(read: string, upToIt: string): LastSound | undefined {
  if (!/^[a-z]$/i.test(read)) return undefined;
  // Of `accessToken` and `connect.sid` the last word is what is heard.
  const word = /(?:[A-Z]?[a-z]+|[A-Z]+)$/.exec(upToIt)?.[0] ?? read;
  const small = word.toLowerCase();
  if (Object.hasOwn(WORDS, small)) return WORDS[small];
  if (isSpelt(word)) return LETTERS[read.toLowerCase()] ?? 'vowel';
  return ENDINGS.find(([ending]) => ending.test(small))?.[1] ?? 'vowel';
}

/** Read letter by letter: `JWT`, `csrf`. */
function isSpelt(word: string): boolean {
  return word.length === 1 || /^[A-Z]+$/.test(word) || !/[aeiouy]/i.test(word);
}

const WRITTEN = /은\(는\)|이\(가\)|을\(를\)|과\(와\)|와\(과\)|\(으\)로|\(이\)라/y;

/** The particle that stands at a place of a template, as it is after what was told before it. */
export function particleAt(
  template: string,
  at: number,
  told: string,
): { written: string; chosen: string } | undefined {
  WRITTEN.lastIndex = at;
  const pair = BY_WRITTEN.get(WRITTEN.exec(template)?.[0] ?? '');
  const sound = pair && lastSound(told);
  if (!pair || !sound) return undefined;
  const isAfterConsonant =
    sound === 'consonant' || (sound === 'rieul' && pair.written !== '(으)로');
  const chosen = isAfterConsonant ? pair.afterConsonant : pair.afterVowel;
  return { written: pair.written, chosen };
}
