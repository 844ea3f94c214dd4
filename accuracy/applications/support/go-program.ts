import type { Running } from '../../support/stack.js';
import { program, programFile } from './program.js';
import type { Scratch } from './scratch.js';

/** Builds a program from Debian's Go packages, without the network, and runs it. */
export function goProgram(scratch: Scratch, host: string, file: string): Promise<Running> {
  const built = scratch.path('site');
  scratch.run('go', ['build', '-o', built, programFile(file)], {
    env: {
      GO111MODULE: 'off',
      GOPATH: '/usr/share/gocode',
      GOCACHE: '/tmp/credtrail-go-cache',
      CGO_ENABLED: '0',
    },
  });
  return program(scratch, host, built, []);
}
