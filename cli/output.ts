import { basename } from 'node:path';

/** Prints what was asked for. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Tells the person beside it, in one line, whatever was in the files that it speaks of. */
export function printAside(text: string): void {
  process.stderr.write(`credtrail: ${text.replace(/\p{C}+/gu, ' ')}\n`);
}

/** Says something beside the report. */
export type Tell = (said: string) => void;

/** Nothing is said where quiet is wanted. */
export function tellWith({ quiet = false }: { quiet?: boolean | undefined }): Tell {
  return quiet ? () => {} : printAside;
}

/** Lets whoever reads stop reading: `| head` closes the pipe, which is no failure. */
export function endQuietlyWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exitCode = 2;
    });
  }
}

/** What went wrong and where, without the message, which may quote what is in the files. */
export function describeFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const frame = error instanceof Error ? /\n\s+at (.+)/.exec(error.stack ?? '')?.[1] : undefined;
  const place = frame?.replace(
    /\(?(?:file:\/\/)?([^\s()]+\.[cm]?[jt]s:\d+:\d+)\)?/,
    (_, path) => `(${basename(String(path))})`,
  );
  return `this should not happen: ${name}${code}${place ? ` in ${place}` : ''}; please report it`;
}
