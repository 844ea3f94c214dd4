// npm run bench:one-more: what a report costs after one more exchange, where 300 cookies are known:
// CPU time in milliseconds, the middle of many, and the quartiles.
import { Recording } from '../src/recording/recording.js';
import type { LogRecord } from '../src/recording/record.js';

const COOKIES = 300;
const EXCHANGES = 3_000;
const PER_REQUEST = 15;
const ROUNDS = 60;
const START = 1_767_225_600_000;

const hex = (n: number): string => n.toString(16).padStart(8, '0').repeat(4);
const cookieOf = (c: number): string => `cookie${c}=${hex(c * 2_654_435_761)}`;

/** A request with some of the cookies; one in ten sets one. */
function exchange(n: number): LogRecord[] {
  const some = Array.from({ length: PER_REQUEST }, (_, i) => cookieOf((n * 7 + i) % COOKIES));
  const subject = {
    id: `${n}`,
    url: `https://shop.test/api/items/${n % 50}`,
    method: 'GET',
    type: 'fetch' as const,
    frameId: 0,
    topUrl: 'https://shop.test/',
  };
  const set =
    n < COOKIES || n % 10 === 0
      ? [{ name: 'set-cookie', value: `${cookieOf(n % COOKIES)}; Path=/; HttpOnly` }]
      : [];
  return [
    {
      kind: 'sent',
      ...subject,
      at: START + n * 20,
      headers: [{ name: 'cookie', value: some.join('; ') }],
    },
    { kind: 'answered', ...subject, at: START + n * 20 + 9, status: 200, headers: set },
  ];
}

const recording = new Recording();
const report = () => recording.report({ source: { kind: 'tab' }, version: '0' });
for (let n = 0; n < EXCHANGES; n++) for (const record of exchange(n)) recording.add(record);
recording.readOn(() => true, true);
report();

const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const record of exchange(EXCHANGES + round)) recording.add(record);
  const before = process.cpuUsage();
  report();
  const { user, system } = process.cpuUsage(before);
  // The first rounds warm up.
  if (round >= ROUNDS / 3) times.push((user + system) / 1_000);
}
times.sort((a, b) => a - b);
const at = (part: number) => times[Math.floor(times.length * part)]!.toFixed(1);
console.log(`a report after one more exchange: ${at(0.5)} ms (${at(0.25)}–${at(0.75)})`);
