import type { ComponentChildren } from 'preact';

/** What a detail is of: it stays in view while the rest is scrolled. */
export function DetailHead({ children }: { children: ComponentChildren }) {
  return <div class="detail-head">{children}</div>;
}
