import { fittingLabel, layoutPicture, MARK_BELOW, type PlacedRow } from './picture-layout.js';
import type { ReportPicture, ReportPictureRow } from '../report-site.js';
import type { PictureMarks } from './picture-marks.js';
import { plain } from './plain.js';
import { xmlText } from './xml.js';
import { unbroken } from '../../regex.js';

/** Words of the picture that depend on the reader's language. */
export interface PictureWords {
  title: string;
  storage: string;
  page: string;
  others: string;
  moments: Record<string, string>;
}

const ENGLISH_WORDS: PictureWords = {
  title: 'Who sent which credential where',
  storage: 'Browser storage',
  page: 'Page',
  others: 'other sites',
  moments: { login: 'Login', logout: 'Logout', 'session-lost': 'Session lost' },
};

const STYLE = unbroken`
text{font:12px system-ui,sans-serif;fill:#1f1f1f}
.lane{stroke:#c7c7c7;stroke-dasharray:3 3}
.head{font-weight:600;text-anchor:middle}
.send{stroke:#0b57d0}
.exposed{stroke:#b3261e}
line.exposed{stroke-width:2.4}
.give{stroke:#146c2e;stroke-dasharray:6 3}
.keep{stroke:#8a5000}
line{stroke-width:1.4}
.label{text-anchor:middle;font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:3px}
.proved{font-size:10px;font-weight:600;fill:#6a3fb5}
.note{fill:#e8f0fe}
.session-lost,.logout{fill:#fce8e6}
.moment{text-anchor:middle;font-weight:600}
.bg{fill:#fff}
@media(prefers-color-scheme:dark){
  text{fill:#e3e3e3}
  .bg{fill:#282828}
  .label{stroke:#282828}
  .proved{fill:#d0b8ff}
  .lane{stroke:#5e5e5e}
  .send{stroke:#a8c7fa}
  .give{stroke:#6dd58c}
  .keep{stroke:#ffb866}
  .note{fill:#1f3760}
  .session-lost,.logout{fill:#5c2b29}
}
`;

const ARROW_HEAD =
  '<defs><marker id="h" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" ' +
  'orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="context-stroke"/></marker></defs>';

const NO_MARKS: PictureMarks = new Map();

/**
 * The picture as a standalone SVG, light and dark, with a text alternative; `marks`: what was
 * proved.
 */
export function pictureSvg(
  picture: ReportPicture,
  words: PictureWords = ENGLISH_WORDS,
  marks = NO_MARKS,
): string {
  const { width, height, top, bottom, lanes, rows } = layoutPicture(picture);
  const heads = lanes.map(({ x, index }) => {
    const label = xmlText(laneName(picture.lanes[index]!, words));
    return (
      `<line class="lane" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/>` +
      `<text class="head" x="${x}" y="20">${label}</text>`
    );
  });
  const body = picture.rows.map((row, index) =>
    drawRow(row, rows[index]!, words, marks.get(index)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
      `width="${width}" height="${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${xmlText(words.title)}</title>` +
      `<desc id="d">${xmlText(pictureText(picture, words, marks))}</desc><style>${STYLE}</style>`,
    ARROW_HEAD,
    `<rect class="bg" width="${width}" height="${height}"/>`,
    ...heads,
    ...body,
    '</svg>',
  ].join('\n');
}

/** The picture in words, one sentence a row. */
export function pictureText(
  picture: ReportPicture,
  words: PictureWords = ENGLISH_WORDS,
  marks = NO_MARKS,
): string {
  const names = new Map(picture.lanes.map((lane) => [lane.id, laneName(lane, words)]));
  return picture.rows
    .map((row, index) =>
      plain(
        row.type === 'note'
          ? `${words.moments[row.moment] ?? row.moment}.`
          : `${names.get(row.from)} → ${names.get(row.to)}: ` +
              `${row.label}${times(row.count)}${inBrackets(marks.get(index))}.`,
      ),
    )
    .join('\n');
}

function times(count: number): string {
  return count > 1 ? ` ×${count}` : '';
}

function inBrackets(mark: string | undefined): string {
  return mark === undefined ? '' : ` [${mark}]`;
}

function drawRow(
  row: ReportPictureRow,
  { y, x1, x2, fits }: PlacedRow,
  words: PictureWords,
  mark: string | undefined,
): string {
  const middle = (x1 + x2) / 2;
  if (row.type === 'note') {
    const [kind, said] = [row.moment, words.moments[row.moment] ?? row.moment].map(xmlText);
    return (
      `<rect class="note ${kind}" x="${x1}" y="${y - 15}" width="${x2 - x1}" height="22" rx="4"/>` +
      `<text class="moment" x="${middle}" y="${y}">${said}</text>`
    );
  }
  const kind = `${row.kind}${row.exposed ? ' exposed' : ''}`;
  const label = xmlText(fittingLabel(row.label, row.count, fits));
  const proved =
    mark === undefined
      ? ''
      : `<text class="label proved" x="${middle}" y="${y + MARK_BELOW}">` +
        `${xmlText(fittingLabel(mark, 1, fits))}</text>`;
  return (
    `<line class="${kind}" x1="${x1}" x2="${x2}" y1="${y}" y2="${y}" marker-end="url(#h)"/>` +
    `<text class="label" x="${middle}" y="${y - 5}">${label}</text>${proved}`
  );
}

function laneName({ kind, label }: ReportPicture['lanes'][number], words: PictureWords): string {
  if (kind === 'storage') return words.storage;
  if (kind === 'page') return words.page;
  return label === '' ? words.others : label;
}
