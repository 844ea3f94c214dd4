// Bodies as servers send them, of about so many characters: pages, styles, scripts that a bundler
// wrote, and lists as JSON.
import type { SeededRandom } from './seeded-random.js';

export interface Named {
  name: string;
  value: string;
}

export const WORDS: readonly string[] =
  `tea coffee cups kettles filters spoons sugar honey biscuits mugs plates trays boxes gifts sale
  new autumn winter garden kitchen living paper books lamps candles towels baskets bottles jars
  chairs tables shelves carpets cushions curtains clocks mirrors vases pictures frames`.split(
    /\s+/,
  );

const SENTENCES: readonly string[] = [
  'Made by hand in a small workshop – every piece is a little different.',
  'Dispatched within two working days; returns are free for thirty days.',
  'Rated 4.7 of 5 by 1,284 customers who bought it in the last year.',
  'From €12.50, with free delivery above €40.',
  'Wash it by hand, and do not put it into a microwave oven.',
];

/** The members of an object as the list of names and values that HAR has. */
export function named(members: Readonly<Record<string, string>>): Named[] {
  return Object.entries(members).map(([name, value]) => ({ name, value }));
}

function filled(length: number, part: () => string): string {
  const parts: string[] = [];
  for (let sum = 0; sum < length; sum += parts.at(-1)!.length) parts.push(part());
  return parts.join('');
}

export function html(random: SeededRandom, length: number): string {
  const word = () => random.pick(WORDS);
  const product = () => {
    const [name, id] = [`${word()} ${word()}`, random.between(10_000, 99_999)];
    return `
    <article class="card card--${word()}" data-id="${id}" data-track="list-${word()}">
      <a href="/products/${id}-${name.replace(' ', '-')}"><img loading="lazy" width="320" height="240" alt="${name}"
        src="https://static.shop.test/assets/${word()}-${random.hex(12)}.webp?w=320&amp;q=75"></a>
      <h3>${name}</h3><p>${random.pick(SENTENCES)}</p>
      <span class="price">€${random.between(5, 200)}.${random.between(10, 99)}</span>
      <button type="button" class="button" aria-label="Add ${name} to the basket">Add</button>
    </article>`;
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${word()} – Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${random.pick(SENTENCES)}">
<meta name="csrf-token" content="${random.hex(40)}">
<link rel="stylesheet" href="/assets/site.css"><script src="/assets/${random.hex(8)}.js" defer></script>
<script>window.__SHOP__={"build":"${random.hex(10)}","locale":"en-GB","flags":{"search":true,"wishlist":false}};</script>
</head><body><header><nav><a href="/">Shop</a></nav><form action="/search"><input type="search" name="q"></form></header>
<main>${filled(length, product)}</main></body></html>`;
}

export function css(random: SeededRandom, length: number): string {
  return filled(length, () => {
    const [block, part] = [random.pick(WORDS), random.pick(WORDS)];
    return `.${block}__${part}:hover>.${part}--${block}{margin:0 ${random.between(1, 40)}px;color:#${random.hex(6)};background:url(/assets/${part}-${random.hex(8)}.svg) no-repeat;transition:opacity .${random.between(1, 9)}s ease-in-out}`;
  });
}

export function script(random: SeededRandom, length: number): string {
  const letter = () => random.pick([...'abcdefghijklmnopqrstuvwxyz']);
  const statements: readonly (() => string)[] = [
    () =>
      `function ${letter()}(${letter()},${letter()}){return ${letter()}&&${letter()}.${random.pick(WORDS)}?${letter()}(${random.between(1, 999)}):null}`,
    () =>
      `const ${letter()}=e=>(0,${letter()}.jsx)("div",{className:"${random.pick(WORDS)}-${random.pick(WORDS)}",onClick:()=>n(e.${random.pick(WORDS)}),children:e.title});`,
    () =>
      `${random.between(1_000, 9_999)}:(e,t,n)=>{"use strict";n.d(t,{${letter()}:()=>${letter()}});var r=n(${random.between(1_000, 9_999)});`,
    () =>
      `if("${random.pick(WORDS)}"===${letter()}.type){throw new Error("${random.pick(WORDS)}: "+t.message)}`,
    () =>
      `this.${random.pick(WORDS)}=Object.assign({},{${random.pick(WORDS)}:!0,timeout:${random.between(1, 9)}e3},e);\n`,
    () =>
      `e.exports={${random.pick(WORDS)}:"${random.hex(8)}",${random.pick(WORDS)}:"/${random.pick(WORDS)}"}},`,
  ];
  return filled(length, () => random.pick(statements)());
}

export function json(random: SeededRandom, length: number): string {
  const items = filled(length, () => {
    const name = `${random.pick(WORDS)} ${random.pick(WORDS)}`;
    return `${JSON.stringify({
      id: random.uuid(),
      sku: `SK-${random.between(10_000, 99_999)}`,
      name,
      slug: name.replace(' ', '-'),
      price: { amount: random.between(500, 20_000) / 100, currency: 'EUR', taxed: true },
      description: random.pick(SENTENCES),
      images: [`https://static.shop.test/assets/${random.hex(12)}.webp`],
      tags: [random.pick(WORDS), random.pick(WORDS)],
      stock: random.between(0, 400),
      rating: random.between(10, 50) / 10,
      seller: null,
      updatedAt: new Date(1_767_225_600_000 - random.between(0, 9e6) * 1_000).toISOString(),
    })},`;
  });
  return `{"total":${random.between(50, 5_000)},"next":"/api/list?page=2","items":[${items.slice(0, -1)}]}`;
}
