import { isNeverShown } from '../credentials/never-shown.js';
import { companionsAmong, type Signed, signedOf } from '../credentials/signed.js';
import type { Trial } from '../credentials/trials.js';
import { Arrivals, type SavedArrivals } from './arrivals.js';
import type {
  Credential,
  Finding,
  Exchange,
  ExchangeBodies,
  LimitReached,
  LoginForm,
  Millis,
  Snapshot,
} from '../model.js';
import { MadeBefore } from './made-before.js';
import type { ViewOptions } from './report-of.js';
import type { ReportOptions } from './report-options.js';
import type { NoProposal, ProofQuestion, Proposal } from '../proof/proposal.js';
import type { Proof } from '../proof/proof.js';
import { propose } from '../proof/propose.js';
import type { Report } from '../report/report.js';
import { finished, type Steps } from '../steps.js';
import type { MarkComparison } from '../trail/mark-comparison.js';
import { type SavedTried, TriedOut, type Untried } from './tried-out.js';
import { withProofs } from './with-proofs.js';
import type { ExchangeLinks } from '../trail/links.js';
import type { Mark } from '../trail/marks.js';

/** What `save` gives and `restore` takes: plain JSON data. */
export interface SavedAnalysis extends SavedArrivals, SavedTried {
  format: 2;
}

/**
 * Observations in, reports out, at any moment: the same report whether they come one by one or in
 * batches, in order or a little late, with or without a stop in between.
 */
export class Analysis {
  readonly #arrivals: Arrivals;
  readonly #tried: TriedOut;
  readonly #before = new MadeBefore();

  constructor(saved?: SavedAnalysis) {
    this.#arrivals = new Arrivals(saved);
    this.#tried = new TriedOut(saved);
  }

  static restore(saved: SavedAnalysis): Analysis {
    return new Analysis(saved);
  }

  save(): SavedAnalysis {
    return { format: 2, ...this.#arrivals.save(), ...this.#tried.save() };
  }

  /**
   * Takes one finished exchange: what it carried, what its response set, whether it was a login.
   */
  addExchange(exchange: Exchange): void {
    this.#arrivals.add({ kind: 'exchange', exchange });
  }

  /**
   * Takes all exchanges of a finished recording, before anything else; `taken`: so much of them.
   */
  addExchanges(exchanges: readonly Exchange[], taken?: (part: number) => void): void {
    this.#arrivals.addAll(exchanges, taken);
  }

  /** Takes bodies that were learnt after their exchange. */
  addBodies(bodies: ExchangeBodies): void {
    this.#arrivals.add(bodies);
  }

  /** Takes the state of the cookie jar, or of one web storage area, at one moment. */
  addSnapshot(snapshot: Snapshot): void {
    this.#arrivals.add(snapshot);
  }

  addLoginForm(form: LoginForm): void {
    this.#arrivals.add(form);
  }

  /** What a page calls its fields for passwords, where its body comes apart from its exchange. */
  learnPasswords(url: string, names: readonly string[]): void {
    this.#arrivals.learnPasswords(url, names);
  }

  /**
   * Marks this moment, to be compared with another one; `gone`: marks that nobody wants any more.
   */
  mark(name: string, at: Millis, gone: readonly number[] = []): void {
    this.#arrivals.add({ kind: 'mark', name, at, gone });
  }

  /** Takes what came of something that was tried out. */
  addTried(tried: Trial | Proof): void {
    this.#tried.add(tried);
  }

  /**
   * A request out of these by which a question about a site can be answered, or why there is none.
   */
  propose(
    question: ProofQuestion,
    site: string,
    exchanges: readonly Exchange[],
  ): Proposal | NoProposal {
    const now = this.#arrivals.now();
    const { proofs } = this.#tried.all();
    const links = (id: string) => now.links(id);
    const credentials = withProofs(now.credentials(), proofs);
    return propose(question, { site, exchanges, credentials, links, proofs, ...now.visited() });
  }

  /**
   * Reads on for as long as it may, so that less is left when somebody asks; true where all is read
   * that will hardly be read again, or all that there is.
   */
  readOn(mayGoOn: () => boolean, toTheEnd = false): boolean {
    return this.#arrivals.readOn(mayGoOn, toTheEnd);
  }

  /** How a credential is signed; undefined where that is not known. */
  signed(credentialId: string): Signed | undefined {
    const all = this.credentials();
    const credential = all.find(({ id }) => id === credentialId);
    return credential && signedOf(credential, companionsAmong(all));
  }

  /** The values, signed with a secret, of credentials on which none was tried yet; each once. */
  untried(): Untried[] {
    return this.#tried.untried(this.credentials());
  }

  /** Credentials that travelled with an exchange; empty for one that is unknown or long ago. */
  links(exchangeId: string): ExchangeLinks {
    return this.#arrivals.now().links(exchangeId);
  }

  /** All credentials, their roles judged as of now, in order of first sighting. */
  credentials(): readonly Credential[] {
    return this.#arrivals.now().credentials();
  }

  /** Ids of the credentials whose current value stands in this text (a header, a storage item). */
  credentialsIn(source: string): string[] {
    return this.#arrivals.now().credentialsIn(source);
  }

  /** A credential's raw value, for a person who asked to see it. */
  reveal(credentialId: string): string | undefined {
    const found = this.#arrivals.now().reveal(credentialId);
    return found && !isNeverShown(found) ? found.value : undefined;
  }

  /** Bounds that were reached, and how much is not there because of them. */
  limits(): LimitReached[] {
    return [...this.#arrivals.now().limits(), ...this.#tried.limits()];
  }

  marks(): readonly Mark[] {
    return this.#arrivals.now().marks();
  }

  /** What became of the credentials between two marks; undefined where one is unknown. */
  compare(from: number, to: number): MarkComparison | undefined {
    return this.#arrivals.now().compare(from, to);
  }

  /** What the rules say as of the last observation, without a report around it. */
  findings(view?: ViewOptions): readonly Finding[] {
    return finished(this.findingsSteps(view));
  }

  /** The same, step by step. */
  findingsSteps(view?: ViewOptions): Steps<readonly Finding[]> {
    return this.#arrivals.now().findingsSteps(this.#tried.all(), view, this.#before);
  }

  /** Ids of the exchanges that a report points at. */
  pointedAt(): ReadonlySet<string> {
    return this.#arrivals.now().pointedAt();
  }

  report(options: ReportOptions): Report {
    return finished(this.reportSteps(options));
  }

  /** The same, step by step. What is added in between makes it one that is not to be used. */
  reportSteps(options: ReportOptions): Steps<Report> {
    const limits = [...(options.limits ?? []), ...this.#tried.limits()];
    const now = this.#arrivals.now();
    return now.reportSteps(this.#tried.all(), { ...options, limits }, this.#before);
  }
}
