import type { Signed } from '../engine/credentials/signed.js';
import type { Untried } from '../engine/pipeline/tried-out.js';
import type { NoProposal, ProofQuestion, Proposal } from '../engine/proof/proposal.js';
import type { Intake } from './intake.js';
import { repeatable } from './requests/repeatable.js';
import type { ShownRequests } from './shown/shown-requests.js';

/** What can be tried on what was recorded: secrets on signatures, and requests that prove. */
export class ToTry {
  readonly #intake: Intake;
  readonly #requests: ShownRequests;

  constructor(intake: Intake, requests: ShownRequests) {
    this.#intake = intake;
    this.#requests = requests;
  }

  /** How a credential is signed; undefined where that is not known. */
  signed(credentialId: string): Signed | undefined {
    return this.#intake.analysis.signed(credentialId);
  }

  /** Signed values on which no secret was tried yet. */
  untried(): Untried[] {
    return this.#intake.analysis.untried();
  }

  /** A request by which a question about a site can be answered, or why there is none. */
  propose(question: ProofQuestion, site: string): Proposal | NoProposal {
    const { analysis, exchanges } = this.#intake;
    this.#requests.link();
    return analysis.propose(question, site, repeatable(exchanges));
  }
}
