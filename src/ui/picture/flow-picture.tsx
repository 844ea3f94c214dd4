import type { PictureMarks } from '../../engine/report/formats/picture-marks.js';
import { pictureSvg } from '../../engine/report/formats/picture-svg.js';
import type { ReportPicture } from '../../engine/report/report-site.js';
import { download, fileName } from '../page/download.js';
import { MomentTime } from '../components/recording/moment-time.js';
import { t, tn } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import { PictureDrawing } from './picture-drawing.js';
import { provedMarks, rowWords, svgWords } from './picture-words.js';

/** Who sent which credential where, drawn as a sequence diagram or told as a list. */
export function FlowPicture({ picture }: { picture: ReportPicture }) {
  const { pictureAsText, proved } = useStore();
  const { rows, omitted } = picture;
  const marks = provedMarks(rows, proved.value);
  return (
    <section class="flow-picture" aria-label={t('ui_picture')}>
      <div class="section-bar">
        <h3>{t('ui_picture')}</h3>
        {rows.length > 0 && <AsText />}
        {rows.length > 0 && <Save picture={picture} marks={marks} />}
        {rows.length > 0 && !pictureAsText.value && <Legend rows={rows} />}
      </div>
      {rows.length === 0 && <p class="note">{t('ui_pictureEmpty')}</p>}
      {omitted > 0 && <p class="note">{tn('ui_pictureOmitted', omitted)}</p>}
      {rows.length > 0 &&
        (pictureAsText.value ? (
          <PictureList {...picture} marks={marks} />
        ) : (
          <PictureDrawing {...picture} marks={marks} />
        ))}
    </section>
  );
}

/** Switches between the diagram and the list. */
function AsText() {
  const { pictureAsText } = useStore();
  return (
    <button
      type="button"
      class="toggle"
      aria-pressed={pictureAsText.value}
      onClick={() => {
        pictureAsText.value = !pictureAsText.value;
      }}
    >
      {t('ui_pictureAsText')}
    </button>
  );
}

function Save({ picture, marks }: { picture: ReportPicture; marks: PictureMarks }) {
  const { front } = useStore();
  const save = () => {
    const name = fileName(front.name.peek() ?? '', 'svg');
    download(name, 'image/svg+xml', pictureSvg(picture, svgWords(), marks));
  };
  return (
    <button type="button" class="toggle" onClick={save}>
      {t('ui_pictureSave')}
    </button>
  );
}

const KINDS = [
  ['send', 'ui_legendSend'],
  ['give', 'ui_legendGive'],
  ['keep', 'ui_legendKeep'],
  ['exposed', 'ui_legendExposed'],
] as const;

function Legend({ rows }: Pick<ReportPicture, 'rows'>) {
  const isExposed = rows.some((row) => row.type === 'arrow' && row.exposed);
  return (
    <ul class="legend" aria-hidden="true">
      {KINDS.filter(([kind]) => kind !== 'exposed' || isExposed).map(([kind, key]) => (
        <li key={kind} class={`arrow ${kind}`}>
          <svg width="26" height="8">
            <line x1="0" x2="20" y1="4" y2="4" />
            <path d="M26 4l-8 -4v8z" />
          </svg>
          <span>{t(key)}</span>
        </li>
      ))}
    </ul>
  );
}

function PictureList({ lanes, rows, marks }: ReportPicture & { marks: PictureMarks }) {
  const store = useStore();
  return (
    <ol class="picture-list">
      {rows.map((row, at) => (
        <li key={at} class={row.type === 'note' ? `moment ${row.moment}` : ''}>
          <MomentTime class="faint mono" at={Date.parse(row.at)} />
          <button
            type="button"
            class="link sentence-link"
            onClick={() => store.nav.openRequest(row.exchange.id)}
          >
            {rowWords(row, lanes, marks.get(at))}
          </button>
        </li>
      ))}
    </ol>
  );
}
