/** One part of a body of several (RFC 7578 §4). */
export interface Part {
  name: string;
  /** Only of a file, which may be without a name. */
  fileName?: string;
  /** Media type that the part itself says. */
  type?: string;
  /** Where its content begins in the body, and where it ends. */
  from: number;
  to: number;
}

const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const BLANK_LINE = /\r?\n\r?\n/g;
const NAME = /[\s;]name=(?:"([^"]*)"|([^\s;"]+))/i;
/** RFC 7578 §4.2 has the first form alone; some write RFC 5987's. */
const FILE = /[\s;]filename(?:\*=(?:[\w-]*'[\w-]*')?|=)(?:"([^"]*)"|([^\s;"]*))/i;
const TYPE = /^content-type:\s*([^\r\n;]+)/im;
/** A part's headers; no form writes as many. */
const MAX_HEAD = 1_024;

/**
 * The parts of a multipart body that have a name, in their order, at most `most`; with how many
 * were left. Undefined where the media type does not say what stands between them (RFC 2046
 * §5.1.1).
 */
export function partsOf(
  mimeType: string,
  source: string,
  most = Infinity,
): { parts: Part[]; left: number } | undefined {
  const [, quoted, plain] = BOUNDARY.exec(mimeType) ?? [];
  const mark = `--${quoted ?? plain ?? ''}`;
  if (mark === '--') return undefined;
  const parts: Part[] = [];
  let left = 0;
  for (let at = source.indexOf(mark); at >= 0;) {
    const start = at + mark.length;
    const next = source.indexOf(mark, start);
    const part = partIn(source, start, next < 0 ? source.length : next);
    if (part && parts.length < most) parts.push(part);
    else if (part) left++;
    at = next;
  }
  return { parts, left };
}

function partIn(source: string, start: number, end: number): Part | undefined {
  const beginning = source.slice(start, Math.min(end, start + MAX_HEAD));
  BLANK_LINE.lastIndex = 0;
  if (!BLANK_LINE.test(beginning)) return undefined;
  const from = start + BLANK_LINE.lastIndex;
  const head = source.slice(start, from);
  const [, quoted, plain] = NAME.exec(head) ?? [];
  const name = quoted ?? plain;
  if (name === undefined) return undefined;
  const file = FILE.exec(head);
  const type = TYPE.exec(head)?.[1];
  return {
    name,
    ...(file && { fileName: file[1] ?? file[2] ?? '' }),
    ...(type !== undefined && { type: type.trim() }),
    from,
    to: withoutLineEnd(source, from, end),
  };
}

/** The line end before a mark belongs to the mark (RFC 2046 §5.1.1). */
function withoutLineEnd(source: string, from: number, end: number): number {
  let to = end;
  if (to > from && source[to - 1] === '\n') to--;
  if (to > from && source[to - 1] === '\r') to--;
  return to;
}
