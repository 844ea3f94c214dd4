import type { Report } from '../../report.js';
import { cookieLines, CREDENTIAL_COLUMNS, credentialCells } from '../told-parts.js';
import type { Words } from '../words.js';
import { markup, type Markup } from './markup.js';
import { scrolledTable } from './table.js';

/** What was found in the traffic, and the cookies that should be set otherwise. */
export function credentialSection(report: Report, words: Words): Markup {
  const { credentials } = report;
  const title = markup`<h2>${words.say('credentials')} (${credentials.length})</h2>`;
  if (credentials.length === 0)
    return markup`<section>
      ${title}
      <p>${words.say('noneSeen')}</p>
    </section>`;
  const table = scrolledTable(
    words.say('credentials'),
    CREDENTIAL_COLUMNS.map((column) => words.say(column)),
    credentials.map((credential) => {
      const cells = credentialCells(credential, words);
      return CREDENTIAL_COLUMNS.map((column) => cell(column, cells[column]));
    }),
  );
  return markup`<section>
    ${title} ${table} ${cookieSection(report, words)}
  </section> `;
}

const AS_CODE: ReadonlySet<string> = new Set(['name', 'preview']);

function cell(column: string, text: string): Markup {
  return AS_CODE.has(column) ? markup`<td><code>${text}</code></td>` : markup`<td>${text}</td>`;
}

function cookieSection(report: Report, words: Words): Markup | string {
  const lines = cookieLines(report).map(
    ({ host, line }) =>
      markup`<p class="faint">${host}</p>
        <pre><code>${line}</code></pre>`,
  );
  return lines.length === 0
    ? ''
    : markup`<h3>${words.say('cookieLines')}</h3>
        ${lines}`;
}
