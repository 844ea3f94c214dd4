import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useStore } from '../store/store-context.js';
import { showAtTop } from '../page/within-pane.js';

interface Props {
  title: string;
  children: ComponentChildren;
  /** Its name among those that somebody closed; absent: it cannot be closed. */
  fold?: string;
}

/** A titled part of a detail pane; one that can be folded stays so in the next detail. */
export function Section({ title, children, fold }: Props) {
  if (fold !== undefined) return <FoldingSection {...{ title, children, fold }} />;
  return <StandingSection title={title}>{children}</StandingSection>;
}

function StandingSection({ title, children }: Props) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function FoldingSection({ title, children, fold }: Required<Props>) {
  const { foldedSections } = useStore();
  const folded = foldedSections.value;
  return (
    <details
      class="section"
      data-section={fold}
      open={!folded.includes(fold)}
      onToggle={({ currentTarget, target }) => {
        // Those inside it tell it, too.
        if (target !== currentTarget || currentTarget.open !== folded.includes(fold)) return;
        foldedSections.value = currentTarget.open
          ? folded.filter((one) => one !== fold)
          : [...folded, fold];
      }}
    >
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

/** Unfolds a part of the detail that an element is in, and brings it into view and focus. */
export function showSection(within: Element, fold: string): void {
  const pane = within.closest('.split-detail');
  const section = pane?.querySelector<HTMLDetailsElement>(`[data-section=${fold}]`);
  const summary = section?.querySelector('summary');
  if (!pane || !section || !summary) return;
  section.open = true;
  summary.focus({ preventScroll: true });
  showAtTop(section);
}
