import type { Report } from '../../report.js';
import type { ReportFinding } from '../../report-finding.js';
import { besideCount, type FindingGroup, groupFindings, Subjects } from '../finding-groups.js';
import type { FormatStyle } from '../format.js';
import { blocksOf } from '../plain.js';
import { referenceLink } from '../reference-link.js';
import { findingSays, markOf } from '../told-parts.js';
import type { Words } from '../words.js';
import { markup, type Markup } from './markup.js';

/**
 * Every finding: what is wrong, where, why, and what to change; those that say the same together.
 */
export function findingSection(
  { findings, credentials, flows }: Report,
  words: Words,
  style: FormatStyle,
): Markup {
  const groups = groupFindings(findings, style);
  const subjects = new Subjects({ credentials, flows }, words);
  const body =
    groups.length === 0
      ? markup`<p>${words.say('noneSeen')}</p>`
      : groups.map((group) => groupArticle(group, subjects, words));
  return markup`<section>
    <h2>${words.say('findings')} (${findings.length}${besideCount(groups, words)})</h2>
    ${body}
  </section> `;
}

function groupArticle(
  { said, members, standing }: FindingGroup,
  subjects: Subjects,
  words: Words,
): Markup {
  const { severity, title, ruleId, suppressed, references } = said;
  const stands = standing === 'stands';
  const mark = markOf(standing, said, words);
  const accepted =
    suppressed === null
      ? ''
      : markup`<h4>${words.say('acceptedFor')}</h4>
          <p>${suppressed}</p>`;
  const parts = findingSays(said, words).map(
    ([label, text]) =>
      markup`<h4>${label}</h4>
        ${richText(text)}`,
  );
  return markup`<article class="finding ${stands ? severity : 'aside'}">
    <h3><span class="severity ${severity}">${mark}</span>${title}</h3>
    <p class="faint mono">${ruleId}</p>
    ${accepted}
    <h4>${words.say('where')}</h4>
    <ul>
      ${members.map((member) => place(member, subjects))}
    </ul>
    ${parts}
    ${references.length === 0 ? '' : markup`<p class="faint">${referenceList(references)}</p>`}
  </article> `;
}

function place({ about, evidence }: ReportFinding, subjects: Subjects): Markup {
  const seen = evidence.map(({ text, exchange }) => {
    const request = exchange ? markup` <code>${exchange.method} ${exchange.url}</code>` : '';
    return markup`<br />${prose(text)}${request}`;
  });
  return markup`<li><code>${subjects.nameOf(about)}</code>${seen}</li>`;
}

function referenceList(references: readonly string[]): Markup[] {
  return references.map((reference, at) => {
    const address = referenceLink(reference);
    const name =
      address === null
        ? markup`${reference}`
        : markup`<a href="${address}" rel="noreferrer">${reference}</a>`;
    return at === 0 ? name : markup`, ${name}`;
  });
}

/** What a rule says: sentences with back-ticked code, and lines of code. */
function richText(text: string): Markup[] {
  return blocksOf(text).map(({ kind, lines }) =>
    kind === 'prose'
      ? markup`<p>${prose(lines.join(' '))}</p>`
      : markup`<pre><code>${codeOf(lines)}</code></pre>`,
  );
}

function codeOf(lines: readonly string[]): Markup[] {
  return lines.map((line, at) => (at === 0 ? markup`${line}` : markup`\n${line}`));
}

function prose(text: string): Markup[] {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`));
}
