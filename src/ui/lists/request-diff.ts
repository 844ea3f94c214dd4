import type { ReportLinePart, ReportRequestRemedy } from '../../engine/report/report-remedy.js';

type Requests = Pick<ReportRequestRemedy, 'sent' | 'better'>;

/**
 * Two requests as one list: each parameter that was sent, what takes its place right behind it, and
 * at the end what has to be added. Of a part it is only said whether it stays, comes or goes.
 */
export function requestDiff({ sent, better }: Requests): ReportLinePart[] {
  const left = [...better];
  const taken = (wanted: (part: ReportLinePart) => boolean): ReportLinePart[] => {
    const at = left.findIndex(wanted);
    return at < 0 ? [] : left.splice(at, 1);
  };
  const rows = sent.flatMap((part): ReportLinePart[] => {
    if (part.change === 'same') {
      taken(({ text }) => text === part.text);
      return [part];
    }
    const instead = taken(
      ({ text, change }) => change !== 'same' && nameOf(text) === nameOf(part.text),
    );
    return [{ ...part, change: 'removed' }, ...instead.map(added)];
  });
  return [...rows, ...left.map(added)];
}

function added(part: ReportLinePart): ReportLinePart {
  return part.change === 'changed' ? { ...part, change: 'added' } : part;
}

/**
 * The request to send as it is pasted: what is masked, or made anew for each request, is left open.
 */
export function requestToSend({
  address,
  better,
}: Pick<ReportRequestRemedy, 'address' | 'better'>): string {
  const parameters = better.map(({ text }) => `${nameOf(text)}=${pasted(text)}`).join('&');
  return address === null ? parameters : `${address}?${parameters}`;
}

/** How a preview tells that it is one, and what is to be made anew. */
const MASKED = /…/;
const MADE = /^<.*>$/;

function pasted(text: string): string {
  const value = text.slice(nameOf(text).length + 1);
  if (MASKED.test(value)) return `<${nameOf(text)}>`;
  return MADE.test(value) ? value : encodeURIComponent(value);
}

function nameOf(text: string): string {
  const end = text.indexOf('=');
  return end < 0 ? text : text.slice(0, end);
}
