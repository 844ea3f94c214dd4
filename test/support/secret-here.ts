import type { Told } from './redacted-text.js';

/** Stands for a secret that is drawn for each text. */
export const HERE = '§';

/** The same with a secret in the place of the sign, wherever that is. */
export const filled = (told: Told, secret: string): Told =>
  JSON.parse(JSON.stringify(told).replaceAll(HERE, JSON.stringify(secret).slice(1, -1))) as Told;
