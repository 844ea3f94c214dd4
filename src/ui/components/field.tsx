import type { ComponentChildren } from 'preact';

interface Props {
  label: string;
  /** True: alone in its line. */
  wide?: boolean;
  children: ComponentChildren;
}

/** A field of a form with its name before it. */
export function Field({ label, wide = false, children }: Props) {
  return (
    <label class={wide ? 'field wide' : 'field'}>
      <span class="field-name">{label}</span>
      {children}
    </label>
  );
}
