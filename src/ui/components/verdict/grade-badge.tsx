import { t } from '../../words/i18n.js';

/** A site's grade, large; a dash where too little is known of it. */
export function GradeBadge({ grade, score }: { grade: string | null; score: number | null }) {
  const name = grade === null ? t('ui_gradeNone') : t('ui_gradeName', grade, score ?? '–');
  return (
    <span
      class={grade === null ? 'grade' : `grade grade-${grade[0]?.toLowerCase()}`}
      role="img"
      aria-label={name}
      title={name}
    >
      {grade ?? '–'}
    </span>
  );
}
