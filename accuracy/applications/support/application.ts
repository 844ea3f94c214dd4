import type { Running, Stack } from '../../support/stack.js';
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
  /** Whether the answer is one for somebody logged in. */
  knows(answer: Answer): boolean;
  /** Where a refused request ends the session: keeps the server's state, and gives what puts it back. */
  keep?(): () => void;
}

/** Something that an expert says of a finding, beside what follows from roles and attributes. */
export interface FindingLabel {
  ruleId: string;
  /** Name of the cookie, header, parameter, field or storage key. */
  name: string | RegExp;
}

/** A complete application with its real server, or a visit to a site where nobody logs in. */
export interface Application extends Omit<Stack, 'half' | 'start'> {
  kind: 'application' | 'visit';
  /** What the server is written in. */
  language: string;
  /** Debian's packages that it needs; none for what comes from the npm registry. */
  packages: readonly string[];
  /** Missing where the visit has no login. */
  proof?: Proof;
  /** Findings that the truth asks for, or forbids, against what roles and attributes say. */
  findings?: { asked?: readonly FindingLabel[]; forbidden?: readonly FindingLabel[] };
  /** Starts server and database of its own in the scratch folder. */
  start(scratch: Scratch): Promise<Running>;
}
