import type { JudgedStack, Running } from '../../support/stack.js';
import type { Scratch } from './scratch.js';

/** An answer to a repeated request. */
export interface Answer {
  status: number;
  headers: Headers;
  body: string;
}

/** How to ask the running server whether it knows who asks. */
export interface Proof {
  /** Address of a request of the steps `login` or `use` that only somebody logged in may make. */
  url: RegExp;
  /**
   * Parameters of that address that can be withheld too; `path N` for what follows the N-th slash.
   */
  parameters?: readonly string[];
  /** Whether the answer is one for somebody logged in. */
  knows(answer: Answer): boolean;
  /**
   * Where a refused request ends the session: keeps the server's state, and gives what puts it
   * back.
   */
  keep?(): () => void;
}

/** A complete application with its real server, or a visit to a site where nobody logs in. */
export interface Application extends Omit<JudgedStack, 'half' | 'start'> {
  kind: 'application' | 'visit';
  /** What the server is written in. */
  language: string;
  /** Debian's packages that it needs; none for what comes from the npm registry. */
  packages: readonly string[];
  /** Missing where the visit has no login. */
  proof?: Proof;
  /** Starts server and database of its own in the scratch folder. */
  start(scratch: Scratch): Promise<Running>;
}
