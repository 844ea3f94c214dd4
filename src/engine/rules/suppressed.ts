import type { Suppression } from '../judging.js';
import type { Finding } from '../model.js';

/** Why a finding was accepted; undefined where it was not. The more specific word counts. */
export function suppressionOf(
  {
    ruleId,
    key,
    about,
  }: Pick<Finding, 'ruleId' | 'key'> & { about: Pick<Finding['about'], 'site'> },
  suppressions: readonly Suppression[],
): string | undefined {
  const fitting = suppressions.filter((one) => one.ruleId === ruleId && one.site === about.site);
  const own = fitting.find((one) => one.key === key);
  return (own ?? fitting.find((one) => one.key === undefined))?.reason;
}
