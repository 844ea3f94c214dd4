import type { WriteStream } from 'node:tty';

type Stream = Pick<WriteStream, 'isTTY' | 'columns'>;

const OFF: ReadonlySet<string> = new Set(['0', 'false']);
/** More is hard to read, and less is none. */
const WIDEST = 100;
const NARROWEST = 40;

/**
 * Whether a stream is to have colours: no-color.org, then FORCE_COLOR, then whether it is a
 * terminal.
 */
export function isColoured(stream: Stream, env: NodeJS.ProcessEnv = process.env): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return !OFF.has(FORCE_COLOR);
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Characters of a line of a terminal; undefined where it is none. */
export function widthOf(stream: Stream): number | undefined {
  if (stream.isTTY !== true) return undefined;
  return Math.max(NARROWEST, Math.min(WIDEST, stream.columns || WIDEST));
}
