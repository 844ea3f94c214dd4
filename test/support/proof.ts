import type { Answer, Probe } from '../../src/engine/proof/probe-messages.js';
import type { Proof, ProofCourse } from '../../src/engine/proof/proof.js';
import type { Proposal, Subject } from '../../src/engine/proof/proposal.js';
import { Course } from '../../src/engine/proof/course.js';
import { text } from '../../src/engine/text.js';

/** A cookie as a subject of a proof; its credential has its name as its id. */
export function cookieSubject(name: string, part: Subject['part'] = 'others'): Subject {
  const places = [{ carrier: 'cookie', name }] as const;
  return { id: `s-${name}`, credentialIds: [name], identities: [`id ${name}`], name, places, part };
}

/** A request of these subjects that can be repeated. */
export function proposal(subjects: readonly Subject[], more: Partial<Proposal> = {}): Proposal {
  return {
    question: 'authenticates',
    site: 'https://shop.test',
    request: { id: 'e1', method: 'GET', url: 'https://shop.test/account', status: 200 },
    origin: 'https://shop.test',
    crossOrigin: false,
    headers: [],
    subjects,
    needsLogin: false,
    before: { status: 200 },
    usual: 6,
    most: 24,
    why: text('test', 'because'),
    others: [],
    ...more,
  };
}

/** What a server sees of a probe. */
export interface Asked {
  readonly cookies: ReadonlyMap<string, string>;
  readonly header: (name: string) => string | undefined;
  readonly url: string;
  readonly probe: Probe;
}

export type Server = (asked: Asked) => Partial<Answer> & { readonly status: number };

/** A browser with a jar, as far as a proof needs one. */
export class FakeBrowser {
  readonly jar: Map<string, string>;
  readonly probes: Probe[] = [];

  constructor(cookies: Readonly<Record<string, string>>) {
    this.jar = new Map(Object.entries(cookies));
  }

  /** Sends one probe to a server. */
  send(probe: Probe, server: Server): Answer {
    this.probes.push(probe);
    const own = probe.headers.find(({ name }) => name === 'cookie');
    const line = own ? (own.value ?? '') : [...this.jar].map((pair) => pair.join('=')).join('; ');
    const cookies = new Map(
      line
        .split('; ')
        .filter(Boolean)
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
    const header = (name: string) => probe.headers.find((one) => one.name === name)?.value;
    const { text: body = '', ...rest } = server({ cookies, header, url: probe.url, probe });
    return { length: body.length, text: body, sent: [{ name: 'cookie', value: line }], ...rest };
  }

  /** Keeps what a course says that the jar has to take. */
  keep(names: readonly string[], { setsCookies = [] }: Answer): void {
    for (const { name, value } of setsCookies) if (names.includes(name)) this.jar.set(name, value);
  }
}

/** Runs a proof to its end. */
export function prove(wanted: Proposal, browser: FakeBrowser, server: Server): Proof {
  const course: ProofCourse = new Course(wanted);
  for (let probe = course.next(); probe; probe = course.next()) {
    const answer = browser.send(probe, server);
    course.take(answer);
    browser.keep(course.keep, answer);
  }
  return course.proof(1_000);
}

/** Verdicts by the credential's id. */
export function verdictsOf({ outcomes }: Proof): Record<string, string> {
  return Object.fromEntries(outcomes.map(({ credentialId, verdict }) => [credentialId, verdict]));
}
