/** What a changelog says of one version. */
export interface Section {
  /** `2026-11-26`; undefined of what is not released. */
  date: string | undefined;
  text: string;
}

const HEADING = /^## (\S+)(?: \((\d{4}-\d\d-\d\d|unreleased)\))?$/;

/** The section of a version; undefined where there is none. */
export function sectionOf(changelog: string, version: string): Section | undefined {
  const lines = changelog.split('\n');
  const at = lines.findIndex((line) => HEADING.exec(line)?.[1] === version);
  if (at < 0) return undefined;
  const told = HEADING.exec(lines[at]!)?.[2];
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  const text = rest
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim();
  return { date: told === 'unreleased' ? undefined : told, text };
}

/** Why a version cannot be released with this changelog; undefined where it can. */
export function releaseFault(changelog: string, version: string): string | undefined {
  const section = sectionOf(changelog, version);
  if (!section) return `CHANGELOG.md has no section "## ${version} (date)".`;
  if (section.text === '') return `CHANGELOG.md says nothing of ${version}.`;
  if (!section.date || Number.isNaN(Date.parse(section.date)))
    return `CHANGELOG.md has no date for ${version}: "## ${version} (2026-01-31)".`;
  const topmost = /^## (\S+)/m.exec(changelog)?.[1];
  if (topmost !== version) return `CHANGELOG.md has ${topmost} above ${version}.`;
  return undefined;
}
