import type { FormatStyle } from './format.js';
import type { Paint } from './paint.js';
import type { Words } from './words.js';

/** How lines for a terminal are made. */
export interface TextLook {
  words: Words;
  paint: Paint;
  width: number | undefined;
  style: FormatStyle;
}
