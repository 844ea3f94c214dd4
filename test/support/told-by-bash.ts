import { execFileSync } from 'node:child_process';

/**
 * What a script of bash prints, in parts that end with a NUL. Nobody's `.bashrc` has a part in it:
 * bash reads that as well where its input is a socket, as Node's is.
 */
export function toldByBash(script: string): string[] {
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' };
  const told = execFileSync('bash', ['--norc', '-c', script], { env, encoding: 'utf8' });
  return told.split('\0').slice(0, -1);
}
