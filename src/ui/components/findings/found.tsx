import type { ComponentChildren } from 'preact';
import { type Needle, piecesOf } from '../../filter/filter-hits.js';
import { useStore } from '../../store/store-context.js';

/** A text, with what the filter of this screen finds in it marked. */
export function Found({ text }: { text: string }) {
  return <>{marked(text, useStore().needles.value)}</>;
}

/** The same without a component of its own, for what is drawn in every row of a list. */
export function marked(text: string, needles: readonly Needle[]): ComponentChildren {
  if (needles.length === 0) return text;
  return piecesOf(text, needles).map((piece, at) =>
    piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text,
  );
}
