/** Why a browser that watches cannot answer a requirement, in one sentence. */
export const REASONS = {
  server: 'Happens inside the server: no answer tells it.',
  documents: 'A matter of documents and processes, not of traffic.',
  act: 'Would have to be tried (a forged, repeated or changed request); Credtrail only watches.',
  account: 'Concerns the management of accounts and sessions by people.',
  page: 'Concerns the code of the page, not how it remembers its users.',
  headers:
    'A header against other attacks than the theft or misuse of a login: other ' +
    'scanners look at it.',
  client: 'Decided inside the client: a request that is well made looks the same either way.',
  backend: 'Travels between servers, past the browser.',
  hosting:
    'Which applications share a host or a port, and whether they trust each other, no ' +
    'traffic tells.',
  kind:
    'Holds for one kind of application, which traffic does not tell; the rules look at its ' +
    'cookies and tokens.',
  description: 'Describes; asks for nothing that a site could break.',
  open: 'Could be seen in part; no rule looks at it yet.',
  time: 'Shows only over longer than a recording, or after the recording.',
} as const;

export type Reason = keyof typeof REASONS;

/**
 * One requirement: the reference by which rules name it, what it asks in our words, and, where no
 * rule names it or a part of it stays open, why. Rules are found by their references.
 */
export interface Requirement {
  readonly reference: string;
  readonly asks: string;
  readonly why?: Reason;
}

/** A document whose requirements are gone through, one by one. */
export interface Standard {
  readonly title: string;
  readonly requirements: readonly Requirement[];
}

/** Rows as `[section, what it asks, why not]` under a common name. */
export function standard(
  title: string,
  name: string,
  rows: readonly (readonly [section: string, asks: string, why?: Reason])[],
): Standard {
  const requirements = rows.map(([section, asks, why]) => ({
    reference: name + section,
    asks,
    ...(why && { why }),
  }));
  return { title, requirements };
}
