// npm run bench:analysis: does reading an exchange stay as cheap when much has been seen? Time per
// exchange of the last thousand of 10,000 against the second, with 300 credentials in play; what a
// report costs, after an exchange in order and after one that came late; and the size of what is
// kept. Only the ratios mean anything.
import { Analysis } from '../src/engine/pipeline/analyze.js';
import type { Exchange } from '../src/engine/model.js';

const CREDENTIALS = 300;
const EXCHANGES = 10_000;
const PER_REQUEST = 15;

const hex = (n: number): string => n.toString(16).padStart(8, '0').repeat(4);

function exchange(n: number): Exchange {
  const cookies = Array.from({ length: PER_REQUEST }, (_, i) => (n * 7 + i) % CREDENTIALS);
  return {
    id: `x${n}`,
    url: `https://shop.test/api/items/${n % 50}`,
    method: 'GET',
    type: 'fetch',
    startedAt: 1_767_225_600_000 + n * 20,
    topUrl: 'https://shop.test/',
    request: {
      headers: [{ name: 'cookie', value: cookies.map((c) => `cookie${c}=${hex(c)}`).join('; ') }],
    },
    response: {
      status: 200,
      headers:
        n % 10 === 0
          ? [
              {
                name: 'set-cookie',
                value: `cookie${n % CREDENTIALS}=${hex(n % CREDENTIALS)}; Path=/; HttpOnly`,
              },
            ]
          : [],
    },
  };
}

const analysis = new Analysis();
const thousands: number[] = [];
for (let n = 0; n < EXCHANGES; n += 1_000) {
  const start = performance.now();
  for (let i = n; i < n + 1_000; i++) analysis.addExchange(exchange(i));
  thousands.push(performance.now() - start);
}

/** Milliseconds of a report after one more exchange: the middle one of several. */
function reportTime(oneMore: (n: number) => Exchange): number {
  const times = Array.from({ length: 15 }, (_, i) => {
    analysis.addExchange(oneMore(EXCHANGES + i));
    const start = performance.now();
    analysis.report({
      source: { kind: 'tab', url: 'https://shop.test/', dropped: 0 },
      version: '0',
    });
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[7]!;
}
reportTime(exchange);
const inOrder = reportTime((n) => exchange(n + 100));
const late = reportTime((n) => ({ ...exchange(n), id: `late${n}` }));

// The first thousand warms the engine up and makes the credentials.
console.log(`last thousand ÷ second thousand: ${(thousands.at(-1)! / thousands[1]!).toFixed(2)}`);
console.log(
  `report after an exchange that came late ÷ in order: ${(late / inOrder).toFixed(2)} ` +
    `(${Math.round(late)} ms, ${Math.round(inOrder)} ms)`,
);
console.log(
  `credentials: ${analysis.credentials().length}; saved state: ` +
    `${Math.round(JSON.stringify(analysis.save()).length / 1024)} kB after ${EXCHANGES} exchanges`,
);
