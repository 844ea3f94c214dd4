import type { Scratch } from './scratch.js';

/**
 * Copies an installed application into the scratch folder and gives the path: one that looks for
 * its configuration beside itself finds ours there. Links become files, and all may read them.
 */
export function copyTree(scratch: Scratch, from: string, to = 'www'): string {
  const path = scratch.open(to);
  // A link to a configuration in /etc may point at nothing: it is replaced afterwards.
  scratch.run('sh', ['-c', 'cp -rL "$0/." "$1" || true; chmod -R a+rX "$1"', from, path]);
  return path;
}
