// npm run bench:judging: what judging a long visit costs, as a ratio to what it cost with the first
// nineteen rules. 300 credentials of many roles, 10,000 exchanges; CPU time, median of interleaved
// rounds. Only the ratio means anything.
import { Analysis } from '../src/engine/pipeline/analyze.js';
import type { Exchange, Header } from '../src/engine/model.js';
import { RULES } from '../src/engine/rules/index.js';
import { jwtOf } from '../test/support/jose.js';

const CREDENTIALS = 300;
const EXCHANGES = 10_000;
const PER_REQUEST = 12;
const ROUNDS = 15;
const START = 1_767_225_600_000;

/** The catalogue before it was finished. */
const FIRST = new Set(
  `cookie-missing-httponly cookie-missing-secure cookie-missing-samesite
  cookie-samesite-none-insecure cookie-prefix-violated cookie-persistent-session
  cookie-lifetime-over-cap cookie-expired-on-arrival session-id-in-url jwt-alg-none jwt-missing-exp
  jwt-expired-in-use jwt-lifetime-too-long token-in-url token-in-local-storage
  token-in-session-storage token-over-http token-sent-cross-site basic-auth-in-use`.split(/\s+/),
);

const hex = (n: number): string => n.toString(16).padStart(8, '0').repeat(4);
/** Sessions, things to remember somebody by, JWTs and preferences, in turn. */
const KINDS = ['sessionid', 'remember_me', 'access_token', 'theme'];
const tokens = Array.from({ length: CREDENTIALS }, (_, n) => {
  return jwtOf({
    sub: `u${n}`,
    iss: 'https://id.test',
    iat: START / 1000,
    exp: START / 1000 + 900,
  });
});

function cookieOf(n: number): string {
  const kind = KINDS[n % KINDS.length]!;
  return `${kind}_${n}=${kind === 'access_token' ? tokens[n] : hex(n * 2_654_435_761)}`;
}

function exchange(n: number): Exchange {
  const some = Array.from({ length: PER_REQUEST }, (_, i) => (n * 7 + i) % CREDENTIALS);
  const headers: Header[] = [{ name: 'cookie', value: some.map(cookieOf).join('; ') }];
  const set = n < CREDENTIALS || n % 25 === 0 ? `${cookieOf(n % CREDENTIALS)}; Path=/` : undefined;
  return {
    id: `x${n}`,
    url: `https://shop.test/api/items/${n % 50}`,
    method: n % 20 === 0 ? 'POST' : 'GET',
    type: 'fetch',
    startedAt: START + n * 20,
    topUrl: 'https://shop.test/',
    request: { headers },
    response: {
      status: 200,
      headers: [
        { name: 'content-type', value: 'application/json' },
        ...(set === undefined ? [] : [{ name: 'set-cookie', value: set }]),
      ],
    },
  };
}

const analysis = new Analysis();
for (let n = 0; n < EXCHANGES; n++) analysis.addExchange(exchange(n));
const later = RULES.map(({ id }) => id).filter((id) => !FIRST.has(id));

/** Milliseconds of CPU time that judging takes without these rules. */
function judging(disabledRules: readonly string[]): number {
  const before = process.cpuUsage();
  analysis.findings({ settings: { disabledRules } });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const all: number[] = [];
const first: number[] = [];
for (let round = 0; round < ROUNDS + 3; round++) {
  // The first rounds warm up.
  (round < 3 ? [] : first).push(judging(later));
  (round < 3 ? [] : all).push(judging([]));
}
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;
console.log(
  `judging with ${RULES.length} rules ÷ with ${FIRST.size}: ` +
    `${(median(all) / median(first)).toFixed(2)} (${median(all).toFixed(1)} ms, ` +
    `${median(first).toFixed(1)} ms; ${analysis.credentials().length} credentials)`,
);
