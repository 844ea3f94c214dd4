import type { PictureWords } from '../../engine/report/formats/picture-svg.js';
import {
  type PictureMarks,
  pictureMarks,
  type ProvedLast,
} from '../../engine/report/formats/picture-marks.js';
import type { ReportPicture, ReportPictureRow } from '../../engine/report/report-site.js';
import { formatNumber, label, t } from '../words/i18n.js';
import { requestName } from '../format/request-name.js';

type Lane = ReportPicture['lanes'][number];

/** The name over a lane. */
export function laneName({ kind, label: host }: Lane): string {
  if (kind === 'storage') return t('ui_laneStorage');
  if (kind === 'page') return t('ui_lanePage');
  return host === '' ? t('ui_laneOthers') : host;
}

/** What was proved of credentials, at the rows of the picture that show them. */
export function provedMarks(
  rows: ReportPicture['rows'],
  proved: readonly ProvedLast[],
): PictureMarks {
  return pictureMarks({ rows }, proved, (verdict) => label('proved', verdict));
}

/** The words of the picture as a file. */
export function svgWords(): PictureWords {
  const moments = Object.fromEntries(
    ['login', 'logout', 'session-lost'].map((moment) => [moment, label('moment', moment)]),
  );
  return {
    title: t('ui_picture'),
    storage: t('ui_laneStorage'),
    page: t('ui_lanePage'),
    others: t('ui_laneOthers'),
    moments,
  };
}

/** A row in words: its name for those who do not see it, and the whole of what does not fit. */
export function rowWords(
  row: ReportPictureRow,
  lanes: readonly Lane[],
  proved?: string | undefined,
): string {
  const words = stepWords(row, lanes);
  return proved === undefined ? words : t('ui_pictureProved', words, proved);
}

function stepWords(row: ReportPictureRow, lanes: readonly Lane[]): string {
  if (row.type === 'note') {
    return t('ui_pictureNote', label('moment', row.moment), requestName(row.exchange));
  }
  const [from, to] = [row.from, row.to].map((id) => {
    const lane = lanes.find((each) => each.id === id);
    return lane ? laneName(lane) : id;
  });
  return row.count > 1
    ? t('ui_pictureStepTimes', from ?? '', to ?? '', row.label, formatNumber(row.count))
    : t('ui_pictureStep', from ?? '', to ?? '', row.label);
}
