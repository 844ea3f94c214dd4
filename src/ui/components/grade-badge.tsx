import { t } from '../i18n.js';

/** A site's grade, large; nothing where there is none. */
export function GradeBadge({ grade, score }: { grade: string | null; score: number | null }) {
  if (grade === null) return null;
  const name = t('ui_gradeName', grade, score ?? '–');
  return (
    <span
      class={`grade grade-${grade[0]?.toLowerCase()}`}
      role="img"
      aria-label={name}
      title={name}
    >
      {grade}
    </span>
  );
}
