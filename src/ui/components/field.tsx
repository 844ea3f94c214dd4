import type { ComponentChildren } from 'preact';

/** A field of a form with its name before it. */
export function Field({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <label class="field">
      <span class="field-name">{label}</span>
      {children}
    </label>
  );
}
