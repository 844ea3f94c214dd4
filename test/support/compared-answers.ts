import { Comparison } from '../../src/engine/proof/compare.js';
import type { Answer } from '../../src/engine/proof/probe-messages.js';
import { seenOf } from '../../src/engine/proof/seen.js';

const URL_OF_IT = 'https://shop.test/account';

/** An answer, of which nothing is said but what matters. */
export type Short = Partial<Answer> & { status: number };

function answer({ text = '', ...rest }: Short): Answer {
  return { length: text.length, text, ...rest };
}

/** What a comparison sees of it. */
export const seen = (short: Short) => seenOf(answer(short), URL_OF_IT);

/** A comparison of an answer that its user gets, twice, with that of a stranger. */
export function comparison(user: readonly Short[], stranger: Short): Comparison {
  const compared = new Comparison();
  for (const one of user) compared.addUnchanged(seen(one));
  compared.addStranger(seen(stranger));
  return compared;
}

/** An answer of data. */
export const json = (value: unknown, status = 200): Short => ({
  status,
  contentType: 'application/json',
  text: JSON.stringify(value),
});

/** An answer that leads elsewhere. */
export const redirect = (location: string, status = 302): Short => ({ status, location });

/** What a server says of its user. */
export const USER = { user: { id: 7, name: 'alice', roles: ['admin'] } };
