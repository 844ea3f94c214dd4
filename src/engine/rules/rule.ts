import type { Credential, ExchangeRef, Millis, Severity } from '../model.js';
import type { Text } from '../text.js';

/** What a rule may know besides the credential in front of it. */
export interface RuleContext {
  /** The moment of judgement: that of the last observation, or `--now`. */
  now: Millis;
}

export interface Evidence {
  text: Text;
  exchange?: ExchangeRef;
}

/**
 * One problem, one id, one file. `check` is pure and returns one entry for each piece of evidence;
 * none means that the credential passes. All evidence of one rule about one credential becomes one
 * finding. Title, why and fix are English; a translation is looked up by `rule_<id>_title` and so on
 * (with `_` for `-`).
 */
export interface Rule {
  /** `<subject>-<failing state>`, the same as the file's name. */
  id: string;
  severity: Severity | ((credential: Credential) => Severity);
  /** Where severity depends on the credential: how, in words for the documentation. */
  grading?: string;
  title: string;
  why: string;
  /**
   * With the header or the code to paste, and with what the change may break. Plain text: an empty line
   * parts paragraphs, four spaces in front of every line make one of code.
   */
  fix: string;
  /** CWE, OWASP ASVS 5.0, RFC section. */
  references: string[];
  check(credential: Credential, context: RuleContext): Evidence[];
}
