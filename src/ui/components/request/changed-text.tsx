import type { ReportLinePart } from '../../../engine/report/report-remedy.js';

/** A part of a line, marked where it goes or comes. */
export function ChangedText({ text, change }: ReportLinePart) {
  if (change === 'same') return <>{text}</>;
  return change === 'removed' ? <del>{text}</del> : <ins>{text}</ins>;
}

/** What has to be so, or to change as well, before the better one may be sent. */
export function RemedyNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul class="evidence">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
