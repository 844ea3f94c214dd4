import type { Report } from '../../engine/report/report.js';

interface KnownRule {
  id: string;
  title: string;
}

/** Rules that are asked and that are not, by id; what nobody knows any more only by its id. */
export function knownRules(
  report: Pick<Report, 'rules' | 'rulesOff'> | null,
  off: readonly string[],
): KnownRule[] {
  const named = new Map(off.map((id) => [id, id]));
  for (const { id, title } of [...(report?.rules ?? []), ...(report?.rulesOff ?? [])])
    named.set(id, title);
  return [...named]
    .map(([id, title]) => ({ id, title }))
    .toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** Those in whose id or title all words stand. */
export function rulesThatSay(rules: readonly KnownRule[], text: string): KnownRule[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter(({ id, title }) => {
    const said = `${id} ${title}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
