import type { Severity } from '../../model.js';

/** Select Graphic Rendition (ECMA-48 §8.3.117): what switches each look on. */
const LOOKS = {
  bold: '1',
  faint: '2',
  good: '32',
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '36',
  info: '34',
} as const satisfies Readonly<Record<Severity, string>> & Readonly<Record<string, string>>;

export type Paint = (look: keyof typeof LOOKS, text: string) => string;

/** Colours for a terminal; none where there are to be none. */
export function paintWith(colour: boolean | undefined): Paint {
  return (look, text) => (colour ? `\u001B[${LOOKS[look]}m${text}\u001B[0m` : text);
}
