import type { Report } from '../../report.js';
import { lineToSend } from '../set-cookie-line.js';
import type { Words } from '../words.js';
import { markup, type Markup } from './markup.js';

const COLUMNS = ['role', 'name', 'host', 'state', 'carriers', 'preview', 'expires'] as const;

/** What was found in the traffic, and the cookies that should be set otherwise. */
export function credentialSection({ credentials }: Report, words: Words): Markup {
  const title = markup`<h2>${words.say('credentials')} (${credentials.length})</h2>`;
  if (credentials.length === 0)
    return markup`<section>
      ${title}
      <p>${words.say('none')}</p>
    </section>`;
  const heads = COLUMNS.map((column) => markup`<th scope="col">${words.say(column)}</th>`);
  const rows = credentials.map(
    ({ role, name, host, state, carriers, preview, expires }) =>
      markup`<tr>
        <td>${words.of('role', role)}</td>
        <td><code>${name}</code></td>
        <td>${host}</td>
        <td>${words.of('state', state)}</td>
        <td>${carriers.map((carrier) => words.of('carrier', carrier)).join(', ')}</td>
        <td><code>${preview}</code></td>
        <td>${expires}</td>
      </tr> `,
  );
  return markup`<section>
    ${title}
    <div class="table" role="region" tabindex="0" aria-label="${words.say('credentials')}">
      <table>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${cookieLines(credentials, words)}
  </section> `;
}

function cookieLines(credentials: Report['credentials'], words: Words): Markup | string {
  const lines = credentials.flatMap(({ remedy, host }) =>
    remedy
      ? [
          markup`<p class="faint">${host}</p>
            <pre><code>${lineToSend(remedy)}</code></pre>`,
        ]
      : [],
  );
  return lines.length === 0
    ? ''
    : markup`<h3>${words.say('cookieLines')}</h3>
        ${lines}`;
}
