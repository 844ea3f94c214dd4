import type { Exchange } from '../../engine/model.js';
import type { Kept } from './kept-exchange.js';
import type { TextPool } from '../log/text-pool.js';

// An exchange is kept as a text, or as somebody else holds it: what reads and counts either.

/** Characters that it takes; what is held elsewhere takes no room here. */
export function sizeOf(json: string | Exchange): number {
  return typeof json === 'string' ? json.length : 0;
}

/** Reads it; `bare`: without its headers. What is held elsewhere is not handed out itself. */
export function exchangeOf(
  id: string,
  json: Kept['json'],
  pool: TextPool,
  bare: boolean,
): Exchange {
  return typeof json === 'string'
    ? pool.read(id, json, bare)
    : (JSON.parse(JSON.stringify(json)) as Exchange);
}

/** The text by which it is kept. */
export function textOf(id: string, json: Kept['json'], pool: TextPool): string {
  return typeof json === 'string' ? json : pool.write({ ...json, id });
}
