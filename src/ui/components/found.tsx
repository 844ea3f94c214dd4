import { piecesOf } from '../filter-hits.js';
import { useStore } from '../store-context.js';

/** A text, with what the filter of this screen finds in it marked. */
export function Found({ text }: { text: string }) {
  const needles = useStore().needles.value;
  if (needles.length === 0) return <>{text}</>;
  return (
    <>
      {piecesOf(text, needles).map((piece, at) =>
        piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
