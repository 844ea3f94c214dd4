import { KeptChecks } from '../rules/credential-checks.js';
import { KeptRemedies } from '../remedies/cookie-remedy.js';
import { LastReport } from '../report/last-report.js';
import { ToldExchanges } from './told-exchanges.js';

/**
 * What was made for the report before of the same recording: each part stands in the next one as
 * long as nothing that it was made of changes. It is never saved, and a report says the same
 * without it.
 */
export class MadeBefore {
  readonly exchanges = new ToldExchanges();
  readonly checks = new KeptChecks();
  readonly remedies = new KeptRemedies();
  readonly report = new LastReport();
}
