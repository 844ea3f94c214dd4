import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  children?: ComponentChildren;
}

/** Says what will stand here and what to do for it. */
export function EmptyState({ title, children }: Props) {
  return (
    <div class="empty-state" role="status">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
