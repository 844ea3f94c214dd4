/** Text in which `back-ticked` parts are code. Everything else is shown as it stands. */
export function RichText({ text }: { text: string }) {
  return (
    <p class="rich-text">
      {text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}
    </p>
  );
}
