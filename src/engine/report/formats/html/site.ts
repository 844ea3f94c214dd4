import type { Report } from '../../report.js';
import type { SiteVerdict } from '../../report-site.js';
import { pictureMarks, provedLast } from '../picture-marks.js';
import { pictureSvg, pictureText } from '../picture-svg.js';
import { siteFacts } from '../told-parts.js';
import type { Words } from '../words.js';
import { markup, type Markup } from './markup.js';
import { scrolledTable } from './table.js';

/** One site: its verdict, what is good, the comparison and the picture. */
export function siteSection(verdict: SiteVerdict, words: Words, report: Report): Markup {
  const { site, mechanism, grade, sentence } = verdict;
  const badge =
    grade === null
      ? ''
      : markup`<div class="grade" role="img" aria-label="${words.say('grade', { grade })}">
          ${grade}
        </div>`;
  return markup`<section>
    <h2>${site}</h2>
    <div class="verdict">
      ${badge}
      <div>
        <p><strong>${words.of('mechanism', mechanism)}</strong></p>
        <p>${sentence}</p>
      </div>
    </div>
    <ul>
      ${siteFacts(verdict, words).map((fact) => markup`<li>${fact}</li>`)}
    </ul>
    ${strengths(verdict, words)} ${comparison(verdict, words)} ${picture(verdict, words, report)}
  </section> `;
}

function strengths({ strengths: good }: SiteVerdict, words: Words): Markup | string {
  if (good.length === 0) return '';
  return markup`<h3>${words.say('strengths')}</h3>
    <ul class="good">
      ${good.map(({ text }) => markup`<li>${text}</li>`)}
    </ul>`;
}

function comparison({ site, comparison: rows }: SiteVerdict, words: Words): Markup | string {
  if (rows.length === 0) return '';
  const table = scrolledTable(
    `${words.say('comparison')}, ${site}`,
    (['aspect', 'session', 'token', 'cookie'] as const).map((head) => words.say(head)),
    rows.map(({ aspect, session, token, cookie }) => [
      markup`<th scope="row">${words.of('aspect', aspect)}</th>`,
      ...[session, token, cookie].map((told) => markup`<td>${told}</td>`),
    ]),
  );
  return markup`<h3>${words.say('comparison')}</h3>
    ${table}`;
}

/** As a picture of its own, so that neither its style nor its names meet those of the document. */
function picture(
  { site, picture: drawn }: SiteVerdict,
  words: Words,
  report: Report,
): Markup | string {
  if (drawn.rows.length === 0) return '';
  const marks = pictureMarks(drawn, provedLast(report), (verdict) => words.of('proved', verdict));
  const told = pictureText(drawn, words.picture, marks).split('\n');
  const svg = encodeURIComponent(pictureSvg(drawn, words.picture, marks));
  const source = `data:image/svg+xml,${svg}`;
  const omitted =
    drawn.omitted > 0
      ? markup`<p class="faint">${words.say('omitted', { count: drawn.omitted })}</p>`
      : '';
  return markup`<h3>${words.say('trail')}</h3>
    ${omitted}
    <div class="picture" role="region" tabindex="0" aria-label="${words.say('trail')}, ${site}">
      <img alt="${words.say('trail')}" src="${source}" />
    </div>
    <details>
      <summary>${words.say('trailWords')}</summary>
      <ol>
        ${told.map((line) => markup`<li>${line}</li>`)}
      </ol>
    </details>`;
}
